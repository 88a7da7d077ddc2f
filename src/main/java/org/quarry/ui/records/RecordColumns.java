package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.TableLayout;

/**
 * The columns of a table as a person has arranged them: which are shown, in which order, how many
 * of them are frozen, how wide and in which format. A place counts the columns shown, from the
 * left, from 0. At least one column is shown. For the UI thread.
 */
public final class RecordColumns {
  private Table table;
  private final List<Column> order = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, Double> widths = new HashMap<>();
  private final Map<String, ColumnFormat> formats = new HashMap<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private int boundary;
  private List<Column> shown = List.of();
  private int[] cells = {};

  /** Shows all columns of a table in its own order. */
  RecordColumns(Table table) {
    this.table = table;
    arrange(TableLayout.NONE);
  }

  /**
   * Takes the table as it is now; columns that are still there stay as they were arranged. Nobody
   * is told before {@link #tell}, when the rows have these columns too.
   */
  void setTable(Table now) {
    TableLayout layout = layout();
    table = now;
    take(layout);
    select();
  }

  /** Arranges the columns as they are remembered; new ones stand where the table has them. */
  void arrange(TableLayout layout) {
    take(layout);
    changed();
  }

  private void take(TableLayout layout) {
    ColumnOrder arranged = ColumnOrder.of(table.columns(), layout);
    order.clear();
    order.addAll(arranged.order());
    boundary = arranged.frozen();
    hidden.clear();
    widths.clear();
    formats.clear();
    for (Column column : order) {
      String name = column.name();
      if (layout.hidden().contains(name)) {
        hidden.add(name);
      }
      Double width = layout.widths().get(name);
      if (width != null && width > 0 && width < 100_000) {
        widths.put(name, width);
      }
      ColumnFormat.of(layout.formats().getOrDefault(name, ""))
          .ifPresent(format -> formats.put(name, format));
    }
    if (hidden.size() == order.size()) {
      hidden.clear();
    }
  }

  /** What is to be remembered. */
  TableLayout layout() {
    boolean own = order.equals(table.columns()) && boundary == 0;
    Map<String, String> ids = new HashMap<>();
    formats.forEach((name, format) -> ids.put(name, format.id()));
    List<String> names = own ? List.of() : order.stream().map(Column::name).toList();
    return new TableLayout(names, hidden, boundary, widths, ids);
  }

  /** Counts changes of anything here. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  private void changed() {
    select();
    tell();
  }

  /** Tells that something here has changed. */
  void tell() {
    changes.set(changes.get() + 1);
  }

  private void select() {
    shown = order.stream().filter(column -> !isHidden(column)).toList();
    cells = shown.stream().mapToInt(table.columns()::indexOf).toArray();
  }

  /** The columns shown, from the left. */
  public List<Column> shown() {
    return shown;
  }

  /** All columns in order, hidden ones too. */
  List<Column> all() {
    return List.copyOf(order);
  }

  /** The columns not shown, in order. */
  List<Column> hidden() {
    return order.stream().filter(this::isHidden).toList();
  }

  /** Whether a column is not shown. */
  boolean isHidden(Column column) {
    return hidden.contains(column.name());
  }

  /** How many are shown. */
  public int count() {
    return shown.size();
  }

  /** The column at a place. */
  public Column at(int place) {
    return shown.get(place);
  }

  /** The columns from one place to another, both included. */
  public List<Column> between(int first, int last) {
    return shown.subList(first, last + 1);
  }

  /** The place of a column, or -1 while it is hidden or when there is none of that name. */
  public int placeOf(String name) {
    for (int place = 0; place < shown.size(); place++) {
      if (shown.get(place).name().equalsIgnoreCase(name)) {
        return place;
      }
    }
    return -1;
  }

  /** Where the value of the column at a place stands among the cells of a row. */
  int cellOf(int place) {
    return cells[place];
  }

  /** Shows a column or hides it, but not the last one that is shown. */
  void setShown(Column column, boolean visible) {
    boolean last = shown.size() == 1 && shown.contains(column);
    if (visible ? hidden.remove(column.name()) : !last && hidden.add(column.name())) {
      changed();
    }
  }

  /** Shows these columns only; without any of the table's nothing changes. */
  void showOnly(List<Column> columns) {
    if (order.stream().anyMatch(columns::contains)) {
      hidden.clear();
      order.stream()
          .filter(column -> !columns.contains(column))
          .forEach(column -> hidden.add(column.name()));
      changed();
    }
  }

  /**
   * Moves a column to another place. One that comes to stand among the frozen ones is frozen, one
   * that leaves them is not.
   *
   * @param to the place it is to have, counted without it
   */
  void move(int from, int to) {
    if (from == to || to < 0 || to >= count()) {
      return;
    }
    Column column = at(from);
    int was = order.indexOf(column);
    boolean stayed = was < boundary;
    order.remove(was);
    boundary -= stayed ? 1 : 0;
    List<Column> rest = order.stream().filter(each -> !isHidden(each)).toList();
    int now = to < rest.size() ? order.indexOf(rest.get(to)) : order.indexOf(rest.getLast()) + 1;
    order.add(now, column);
    boundary += now < boundary || (now == boundary && stayed) ? 1 : 0;
    changed();
  }

  /** How many of the columns shown are frozen. */
  int frozen() {
    return (int) order.stream().limit(boundary).filter(column -> !isHidden(column)).count();
  }

  /** Freezes so many of the columns shown, with those hidden among them. */
  void freeze(int places) {
    boundary = places <= 0 ? 0 : order.indexOf(at(Math.min(places, count()) - 1)) + 1;
    changed();
  }

  /** The width that a person gave a column, in pixels. */
  OptionalDouble width(Column column) {
    Double width = widths.get(column.name());
    return width == null ? OptionalDouble.empty() : OptionalDouble.of(width);
  }

  /** Remembers widths in pixels. */
  void setWidths(Map<Column, Double> chosen) {
    chosen.forEach((column, width) -> widths.put(column.name(), width));
    changed();
  }

  /** The format of a column; empty when values are shown as stored. */
  Optional<ColumnFormat> format(Column column) {
    return Optional.ofNullable(formats.get(column.name()));
  }

  /** Shows a column's values in a format, or with empty as stored. */
  void setFormat(Column column, Optional<ColumnFormat> format) {
    format.ifPresentOrElse(
        now -> formats.put(column.name(), now), () -> formats.remove(column.name()));
    changed();
  }
}
