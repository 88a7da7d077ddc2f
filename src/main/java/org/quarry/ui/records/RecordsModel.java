package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.Sort;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Problem;

/**
 * The rows of one table or view in one order, with what is staged for them. New rows stand after
 * the last stored one. For the UI thread.
 */
public final class RecordsModel {
  /** What the model tells of changes. */
  interface Listener {
    /** Cells or states of rows have changed. */
    void cellsChanged();

    /** The number of rows or their places have changed. */
    void rowsChanged();

    /** The columns or the sort have changed. */
    void columnsChanged();
  }

  /** The rows in sight: the place of the first and how many. */
  public record Sight(long first, long rows) {}

  private final Background background;
  private final OpenDatabase open;
  private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight(0, 0));
  private final ReadOnlyObjectWrapper<RowCount> count =
      new ReadOnlyObjectWrapper<>(new RowCount(0, RowCount.Certainty.AT_LEAST));
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Sort> sort = new ReadOnlyObjectWrapper<>();
  private final Runnable written = this::refresh;
  private @Nullable Listener listener;
  private Table table;
  private TableRows rows;
  private PageCache cache;
  private final Survey survey;
  private List<RowKey.Fresh> fresh = List.of();

  /** Makes one and begins to read. */
  public RecordsModel(Background background, OpenDatabase open, Table table) {
    this.background = background;
    this.open = open;
    this.table = table;
    survey = new Survey(background, this::counted);
    rows = new TableRows(open.database(), table, null);
    cache = new PageCache(background, rows, this::arrived, problem::set);
    open.onWritten(written);
    open.journal().onChange(this::staged);
    staged();
    start();
  }

  private void start() {
    cache.want(0, PageCache.ROWS);
    survey.start(rows);
  }

  /** The table or view. */
  public Table table() {
    return table;
  }

  /** The staged changes of the whole file. */
  public ChangeJournal journal() {
    return open.journal();
  }

  /** The stored rows, as far as they are counted. */
  public ReadOnlyObjectProperty<RowCount> count() {
    return count.getReadOnlyProperty();
  }

  /** The rows in sight. */
  public ReadOnlyObjectProperty<Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  /** Why rows could not be read; null while they can. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The order; null for the table's own. */
  public ReadOnlyObjectProperty<@Nullable Sort> sort() {
    return sort.getReadOnlyProperty();
  }

  /** Why the rows cannot be edited, or empty when they can. */
  public String refusal() {
    if (!open.database().access().writable()) {
      return open.database().name()
          + " is open for reading only. "
          + open.database().access().reason();
    }
    return table.refusal();
  }

  void setListener(@Nullable Listener told) {
    listener = told;
  }

  /** Stored and new rows together. */
  public long size() {
    return count.get().rows() + fresh.size();
  }

  /** The row at a place, or empty while it is not read. */
  Optional<Row> row(long place) {
    return place < count.get().rows() ? Optional.ofNullable(cache.row(place)) : Optional.empty();
  }

  /** What names the row at a place, stored or new. */
  Optional<RowKey> key(long place) {
    if (place >= count.get().rows()) {
      int at = (int) (place - count.get().rows());
      return at < fresh.size() ? Optional.of(fresh.get(at)) : Optional.empty();
    }
    return row(place).map(Row::key);
  }

  /** What is staged for the row at a place. */
  Optional<RowChange> change(long place) {
    return key(place).flatMap(key -> journal().change(table.name(), key));
  }

  /** Whether the row at a place is shown there by an estimate. */
  boolean approximate(long place) {
    return cache.approximate(place);
  }

  /** Says which rows are in sight. */
  void visible(long first, int rowsInSight) {
    sight.set(new Sight(first, Math.max(0, Math.min(first + rowsInSight, size()) - first)));
    long stored = Math.min(rowsInSight, count.get().rows() - first);
    if (stored > 0) {
      cache.want(first, stored);
    }
  }

  /** Orders the rows by a column, or as the table has them. Staged edits stay. */
  public void sortBy(@Nullable Sort order) {
    sort.set(order);
    reopen();
    if (listener != null) {
      listener.columnsChanged();
    }
  }

  /** Reads everything again. Staged edits stay. */
  public void refresh() {
    Optional<Table> now = open.schema().get().table(table.name());
    boolean columns = now.isPresent() && !now.get().equals(table);
    now.ifPresent(read -> table = read);
    Sort order = sort.get();
    if (order != null && table.column(order.column()).isEmpty()) {
      sort.set(null);
    }
    reopen();
    if (columns && listener != null) {
      listener.columnsChanged();
    }
  }

  private void reopen() {
    problem.set(null);
    cache.close();
    rows = new TableRows(open.database(), table, sort.get());
    cache = new PageCache(background, rows, this::arrived, problem::set);
    start();
    tellRows();
  }

  private void arrived(Page page) {
    RowCount known = count.get();
    long seen = page.first() + page.rows().size();
    boolean last = page.rows().size() < PageCache.ROWS && !page.approximate();
    if (!known.exact() && last) {
      count.set(new RowCount(seen, RowCount.Certainty.EXACT));
      tellRows();
    } else if (!known.exact() && seen > known.rows()) {
      count.set(new RowCount(seen, RowCount.Certainty.AT_LEAST));
      tellRows();
    } else if (listener != null) {
      listener.cellsChanged();
    }
  }

  private void counted(RowCount known) {
    count.set(known);
    if (known.exact()) {
      cache.settle();
    }
    tellRows();
  }

  private void staged() {
    fresh = journal().freshRows(table.name());
    tellRows();
  }

  private void tellRows() {
    if (listener != null) {
      listener.rowsChanged();
    }
  }

  /**
   * Stages a value for every cell of some rows and columns as one step.
   *
   * @return the rows that are not read yet and were left as they are
   */
  public long set(long firstRow, long lastRow, List<Column> columns, @Nullable Object value) {
    List<CellEdit> edits = new ArrayList<>();
    long missed = 0;
    for (long place = firstRow; place <= lastRow; place++) {
      Optional<RowKey> key = key(place);
      if (key.isEmpty()) {
        missed++;
        continue;
      }
      for (Column column : columns) {
        edits.add(edit(place, key.get(), column, value));
      }
    }
    journal().set(table.name(), edits);
    return missed;
  }

  /** The edit that gives a cell a value, with the value it must still have then. */
  CellEdit edit(long place, RowKey key, Column column, @Nullable Object value) {
    Object stored = stored(place, column);
    boolean known = key instanceof RowKey.Fresh || CellTexts.isWhole(stored);
    return new CellEdit(key, column.name(), known, known ? stored : null, value);
  }

  /** The stored value of a cell as the page has it. */
  @Nullable Object stored(long place, Column column) {
    int at = table.columns().indexOf(column);
    return row(place).map(row -> row.cells().get(at)).orElse(null);
  }

  /**
   * Stages a new row.
   *
   * @return its place
   */
  public long insertRow() {
    journal().insert(table.name(), Map.of());
    return size() - 1;
  }

  /**
   * Stages copies of rows without their key, so that each gets its own.
   *
   * @return the place of the first copy, or empty when no row was there to copy
   */
  public OptionalLong duplicateRows(long firstRow, long lastRow) {
    List<Map<String, @Nullable Object>> copies = new ArrayList<>();
    for (long place = firstRow; place <= lastRow; place++) {
      if (key(place).isPresent()) {
        copies.add(copy(place));
      }
    }
    if (copies.isEmpty()) {
      return OptionalLong.empty();
    }
    long at = size();
    journal().insertAll(table.name(), copies);
    return OptionalLong.of(at);
  }

  private Map<String, @Nullable Object> copy(long place) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Optional<RowChange> change = change(place);
    boolean isFresh = key(place).orElseThrow() instanceof RowKey.Fresh;
    for (Column column : table.columns()) {
      if (table.rowidColumn().filter(column::equals).isPresent() || column.generated()) {
        continue;
      }
      if (change.isPresent() && change.get().values().containsKey(column.name())) {
        values.put(column.name(), change.get().values().get(column.name()));
      } else if (!isFresh && CellTexts.isWhole(stored(place, column))) {
        values.put(column.name(), stored(place, column));
      }
    }
    return values;
  }

  /** Whether copying these rows would lose a long text or a BLOB, which the page does not hold. */
  public boolean holdsUnread(long firstRow, long lastRow) {
    for (long place = firstRow; place <= lastRow; place++) {
      Optional<Row> row = row(place);
      if (row.isPresent() && !row.get().cells().stream().allMatch(CellTexts::isWhole)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Stages the deletion of rows as one step.
   *
   * @return the rows that are not read yet and were left as they are
   */
  public long deleteRows(long firstRow, long lastRow) {
    List<RowKey> keys = new ArrayList<>();
    for (long place = firstRow; place <= lastRow; place++) {
      key(place).ifPresent(keys::add);
    }
    journal().delete(table.name(), keys);
    return lastRow - firstRow + 1 - keys.size();
  }

  /** The rows of this order, for what reads whole values. */
  TableRows rows() {
    return rows;
  }

  Background background() {
    return background;
  }

  void fail(Problem failure) {
    problem.set(failure);
  }

  /** Stops reading. */
  public void close() {
    open.removeOnWritten(written);
    listener = null;
    survey.close();
    cache.close();
  }
}
