package org.quarry.ui.records;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellKind;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;
import org.quarry.ui.grid.RowState;
import org.quarry.ui.grid.ValueCell;
import org.quarry.ui.kit.Texts;

/** Draws a {@link RecordsModel}: stored values with the staged ones over them. */
final class RecordsSource implements GridSource {
  private final RecordsModel model;
  private final SortOrders orders;
  private Runnable changed = () -> {};

  RecordsSource(RecordsModel model) {
    this.model = model;
    orders = new SortOrders(model);
  }

  /** Is told whenever cells, rows or columns may have changed, after the grid. */
  void setOnChanged(Runnable told) {
    changed = told;
  }

  @Override
  public long rowCount() {
    return model.size();
  }

  @Override
  public boolean rowCountExact() {
    return model.count().get().exact();
  }

  @Override
  public int columnCount() {
    return model.columns().count();
  }

  @Override
  public GridColumn column(int at) {
    Column column = model.columns().at(at);
    String mark = column.isKey() ? "fth-key" : model.table().refers(column) ? "fth-link" : "";
    return GridColumn.of(column.name())
        .withMark(mark)
        .withNumeric(numeric(column))
        .withPreferredWidth(model.columns().width(column).orElse(0))
        .withSort(orders.sort(column), orders.note(column))
        .withTooltip(
            column.name()
                + " · "
                + (column.type().isEmpty() ? "no type" : column.type())
                + (column.notNull() ? " · not null" : "")
                + orders.words(column)
                + format(column).map(format -> "\nShown as " + words(format)).orElse("")
                + (at < model.columns().frozen() ? "\nFrozen at the left" : ""));
  }

  private Optional<ColumnFormat> format(Column column) {
    return model.columns().format(column);
  }

  /** In the middle of a sentence, where Unix, Julian, Apple and Excel stay names. */
  private static String words(ColumnFormat format) {
    return format instanceof MomentFormat
        ? format.title()
        : format.title().substring(0, 1).toLowerCase(Locale.ROOT) + format.title().substring(1);
  }

  /** Whether the heading stands right, as most cells below it do. */
  private boolean numeric(Column column) {
    return format(column)
        .map(format -> format.kind() == CellKind.NUMBER)
        .orElse(column.isNumeric());
  }

  /** A value as its column shows it; the tooltip of a formatted one has what is stored. */
  private GridCell cell(@Nullable Object value, Column column) {
    GridCell plain = ValueCell.of(value);
    Optional<ColumnFormat> format = format(column);
    if (format.isEmpty()) {
      return plain;
    }
    return format
        .get()
        .text(value)
        .map(text -> new GridCell(text, format.get().kind()).withTooltip("Stored: " + plain.text()))
        .orElse(plain);
  }

  @Override
  public GridCell cell(long place, int at) {
    Optional<RowKey> key = model.key(place);
    if (key.isEmpty()) {
      return GridCell.LOADING;
    }
    Column column = model.columns().at(at);
    Optional<RowChange> change = model.change(place);
    if (change.isPresent() && change.get().values().containsKey(column.name())) {
      Object staged = change.get().values().get(column.name());
      return change.get().kind() == RowChange.Kind.UPDATE
          ? staged(judged(key.get(), column, staged), staged, place, column, change.get())
          : judged(key.get(), column, staged);
    }
    if (key.get() instanceof RowKey.Fresh) {
      return GridCell.DEFAULT;
    }
    Row row = model.row(place).orElseThrow();
    if (row.gone()) {
      return GridCell.LOADING.withTooltip("This row was deleted meanwhile. F5 refreshes.");
    }
    return cell(row.cells().get(model.columns().cellOf(at)), column);
  }

  /** Both values as they are, whatever the format. */
  private GridCell staged(
      GridCell cell, @Nullable Object value, long place, Column column, RowChange change) {
    String now = ValueCell.of(value).text();
    return (now.equals(cell.text()) ? cell : cell.withNote("Staged: " + now))
        .withStaged(true)
        .withNote(tooltip(place, column, change));
  }

  private GridCell judged(RowKey key, Column column, @Nullable Object value) {
    GridCell cell = cell(value, column).withTooltip(null);
    return model
        .open()
        .problems()
        .of(model.table().name(), key, column.name())
        .map(
            problem ->
                problem.warning()
                    ? cell.withNote(problem.sentence())
                    : cell.withWrong(problem.sentence()))
        .orElse(cell);
  }

  @Override
  public @Nullable String hint(long place, int at) {
    String own = cell(place, at).tooltip();
    String link = model.links().hint(place, at);
    return own == null ? link : link == null ? own : own + "\n" + link;
  }

  @Override
  public boolean leads(long place, int at) {
    return model.links().followed(place, at).isPresent();
  }

  private String tooltip(long place, Column column, RowChange change) {
    String stored = ValueCell.of(model.stored(place, column)).text();
    return differs(place, change, column)
        ? "It was "
            + ValueCell.of(change.old().get(column.name())).text()
            + " when you changed it; the file has "
            + stored
            + " now. Changes lets you decide."
        : "In the file: " + stored;
  }

  /** Whether the file has another value in a changed cell than it was changed from. */
  private boolean differs(long place, RowChange change, Column column) {
    String name = column.name();
    Object stored = model.stored(place, column);
    return model.row(place).filter(row -> !row.gone()).isPresent()
        && change.old().containsKey(name)
        && Paged.isWhole(stored)
        && !Objects.deepEquals(change.old().get(name), stored)
        && !Objects.deepEquals(change.values().get(name), stored);
  }

  private boolean differs(long place, RowChange change) {
    return change.values().keySet().stream()
        .flatMap(name -> model.table().column(name).stream())
        .anyMatch(column -> differs(place, change, column));
  }

  @Override
  public RowState rowState(long place) {
    return model
        .change(place)
        .map(
            change ->
                switch (change.kind()) {
                  case INSERT -> RowState.NEW;
                  case UPDATE -> differs(place, change) ? RowState.DIFFERENT : RowState.CHANGED;
                  case DELETE -> RowState.DELETED;
                })
        .orElse(RowState.NORMAL);
  }

  @Override
  public String rowLabel(long place) {
    return (model.approximate(place) ? "≈" : "") + Texts.number(place + 1);
  }

  @Override
  public void visible(long first, int count) {
    model.visible(first, count);
  }

  @Override
  public void setListener(@Nullable GridListener listener) {
    model.setListener(listener == null ? null : new Told(listener, () -> changed.run()));
  }

  private record Told(GridListener listener, Runnable then) implements RecordsListener {
    @Override
    public void cellsChanged() {
      listener.cellsChanged();
      then.run();
    }

    @Override
    public void rowsChanged() {
      listener.rowsChanged();
      then.run();
    }

    @Override
    public void rowsMoved(LongUnaryOperator now) {
      listener.rowsMoved(now);
    }

    @Override
    public long[] standing() {
      return listener.standing();
    }

    @Override
    public void columnsChanged() {
      listener.columnsChanged();
      then.run();
    }
  }
}
