package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.RowFilter;
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
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/**
 * The rows of one table or view that pass a filter, in one order, with what is staged for them. New
 * rows stand after the last stored one. For the UI thread.
 */
public final class RecordsModel {
  /** Why a row of a view cannot be edited of which not all is here. */
  static final String UNNAMED =
      "Rows of a view are told apart by their values, and this one has a long text or a BLOB.";

  /** The rows in sight: the place of the first and how many. */
  public record Sight(long first, long rows) {}

  private final Background background;
  private final OpenDatabase open;
  private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight(0, 0));
  private final ReadOnlyObjectWrapper<RowCount> count =
      new ReadOnlyObjectWrapper<>(new RowCount(0, RowCount.Certainty.AT_LEAST));
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Sort>> sorts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<RowFilter> filter =
      new ReadOnlyObjectWrapper<>(RowFilter.NONE);
  private final List<Runnable> reopened = new ArrayList<>();
  private final Runnable written = this::refresh;
  private final Monitor.Registration journalWatch;
  private final Monitor.Registration problemWatch;
  private RecordsListener listener = RecordsListener.NONE;
  private Table table;
  private final RecordColumns columns;
  private TableRows rows;
  private PageCache cache;
  private final Survey survey;
  private final RangeEdits edits = new RangeEdits(this);
  private final RowFinder finder;
  private final FilterModel filters;
  private final RowLinks links;
  private final RowsRefresh refreshing;
  private List<RowKey.Fresh> fresh = List.of();

  /** Makes one and begins to read. */
  public RecordsModel(Background background, OpenDatabase open, Table table) {
    this.background = background;
    this.open = open;
    this.table = table;
    columns = new RecordColumns(table);
    columns.changes().subscribe(count -> listener.columnsChanged());
    filters = new FilterModel(this);
    links = new RowLinks(this);
    survey = new Survey(background, this::counted, problem::set);
    finder = new RowFinder(this, background);
    refreshing = new RowsRefresh(this);
    rows = new TableRows(open.database(), table, List.of(), RowFilter.NONE);
    cache = new PageCache(background, rows, this::arrived, problem::set);
    open.onWritten(written);
    journalWatch = open.journal().onChange(this::staged);
    problemWatch = open.problems().onJudged(found -> tellCells());
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

  /** The columns that are shown. */
  public RecordColumns columns() {
    return columns;
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

  /** The order, the column that counts most first; empty for the table's own. */
  public ReadOnlyObjectProperty<List<Sort>> sorts() {
    return sorts.getReadOnlyProperty();
  }

  /** The boxes in which filters are typed. */
  public FilterModel filters() {
    return filters;
  }

  /** Where its cells lead to. */
  RowLinks links() {
    return links;
  }

  /** Which rows are shown. */
  public ReadOnlyObjectProperty<RowFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** Why the rows cannot be edited, or empty when they can. */
  public String refusal() {
    String closed = open.database().access().refusal(open.database().name());
    return closed.isEmpty() ? table.refusal() : closed;
  }

  void setListener(@Nullable RecordsListener told) {
    listener = told == null ? RecordsListener.NONE : told;
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

  /** Finds where a row stands; see {@link RowFinder#find}. */
  void find(RowKey key, LongConsumer found) {
    finder.find(key, found);
  }

  /** Takes note that there is a stored row at a place. */
  void reaches(long place) {
    if (place >= count.get().rows() && !count.get().exact()) {
      count.set(new RowCount(place + 1, RowCount.Certainty.AT_LEAST));
      listener.rowsChanged();
    }
  }

  /** Says which rows are in sight. */
  void visible(long first, int rowsInSight) {
    sight.set(new Sight(first, Math.max(0, Math.min(first + rowsInSight, size()) - first)));
    long stored = Math.min(rowsInSight, count.get().rows() - first);
    if (stored > 0) {
      cache.want(first, stored);
    }
  }

  /** Orders the rows, by no column as the table has them. Staged edits stay. */
  public void sortBy(List<Sort> order) {
    sorts.set(List.copyOf(order));
    reopen();
    listener.columnsChanged();
  }

  /** Shows the rows that pass. Staged edits stay, and new rows are shown whatever they hold. */
  public void filterBy(RowFilter which) {
    if (!which.equals(filter.get())) {
      filter.set(which);
      count.set(new RowCount(0, RowCount.Certainty.AT_LEAST));
      reopen();
    }
  }

  /** Reads everything again. Staged edits stay. */
  public void refresh() {
    Optional<Table> now = open.schema().get().table(table.name());
    boolean altered = now.isPresent() && !now.get().equals(table);
    if (now.isPresent() && altered) {
      table = now.get();
      columns.setTable(table);
    }
    sorts.set(
        sorts.get().stream().filter(sort -> table.column(sort.column()).isPresent()).toList());
    filter.set(filter.get().on(table));
    if (altered) {
      reopen();
      columns.tell();
    } else {
      refreshing.start();
    }
  }

  /** Shows what was read in place of what was shown. */
  void swap(RowsRefresh.Fresh read) {
    boolean other = rows != read.rows();
    show(read.rows());
    cache.take(read.pages());
    count.set(read.count());
    survey.cancel();
    fresh = journal().freshRows(table.name());
    listener.rowsMoved(read.now());
    if (other) {
      reopened.forEach(Runnable::run);
    }
    if (!read.count().exact()) {
      survey.start(rows);
    }
  }

  private void show(TableRows next) {
    problem.set(null);
    cache.close();
    if (rows != next) {
      rows.close();
      rows = next;
    }
    cache = new PageCache(background, rows, this::arrived, problem::set);
  }

  /** The places that a grid stands on. */
  long[] standing() {
    return listener.standing();
  }

  /** Looks at the file anew because a person asked, in every tab. Staged edits stay. */
  public void readAgain() {
    open.written();
  }

  private void reopen() {
    refreshing.cancel();
    show(new TableRows(open.database(), table, sorts.get(), filter.get()));
    start();
    listener.rowsChanged();
    reopened.forEach(Runnable::run);
  }

  /** Tells whenever {@link #rows} has become another one. */
  void onReopen(Runnable told) {
    reopened.add(told);
  }

  private void arrived(Page page) {
    RowCount known = count.get();
    long seen = page.first() + page.rows().size();
    boolean last = page.rows().size() < cache.rowsPerPage() && !page.approximate();
    if (!known.exact() && last) {
      count.set(new RowCount(seen, RowCount.Certainty.EXACT));
      listener.rowsChanged();
    } else if (!known.exact() && seen > known.rows()) {
      count.set(new RowCount(seen, RowCount.Certainty.AT_LEAST));
      listener.rowsChanged();
    } else {
      tellCells();
    }
  }

  private void counted(RowCount known) {
    if (!refreshing.takes(known)) {
      settle(known);
    }
  }

  /** Takes note of how many rows there are. */
  void settle(RowCount known) {
    count.set(known);
    if (known.exact()) {
      cache.settle();
    }
    listener.rowsChanged();
  }

  private void staged() {
    if (!open.settling()) {
      fresh = journal().freshRows(table.name());
      listener.rowsChanged();
    }
  }

  /** More is known about cells that are shown. */
  void tellCells() {
    listener.cellsChanged();
  }

  /** Stages a value for the cells of some rows in each of some columns, as one step. */
  public void set(long firstRow, long lastRow, Map<Column, @Nullable Object> values) {
    edits.set(firstRow, lastRow, values);
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

  /** What stages edits of many rows at once. */
  RangeEdits edits() {
    return edits;
  }

  /** Stages the deletion of rows as one step. */
  public void deleteRows(long firstRow, long lastRow) {
    edits.delete(firstRow, lastRow);
  }

  /** The stored value of a cell as the page has it. */
  @Nullable Object stored(long place, Column column) {
    int at = table.columns().indexOf(column);
    return row(place).map(row -> row.cells().get(at)).orElse(null);
  }

  /** The value of a cell as it is shown: a staged one over the stored one of the page. */
  @Nullable Object shown(long place, Column column) {
    Optional<RowChange> change = change(place);
    return change.isPresent() && change.get().values().containsKey(column.name())
        ? change.get().values().get(column.name())
        : stored(place, column);
  }

  /** The rows of this order, for what reads whole values. */
  TableRows rows() {
    return rows;
  }

  OpenDatabase open() {
    return open;
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
    journalWatch.close();
    problemWatch.close();
    listener = RecordsListener.NONE;
    filters.close();
    links.close();
    refreshing.cancel();
    survey.close();
    finder.close();
    cache.close();
    rows.close();
  }
}
