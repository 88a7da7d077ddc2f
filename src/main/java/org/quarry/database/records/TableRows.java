package org.quarry.database.records;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.filter.Predicate;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * The rows of one table or view that pass a filter, in one order. The first pages can be read at
 * once; {@link #survey} learns in the background how many rows there are and where each stands,
 * after which any page is read in constant time. Blocks on the disk; safe for several threads.
 */
public final class TableRows implements AutoCloseable {
  /** Rowids of a sorted or filtered table that are kept in memory at most: 16 MB of them. */
  private static final int IN_MEMORY = 2_000_000;

  private final Database database;
  private final Table table;
  private final RowOrder order;
  private final List<Sort> sorts;
  private final RowFilter filter;
  private final Predicate passing;

  /**
   * Makes one.
   *
   * @param database the file
   * @param table one of its tables or views
   * @param sorts the order, the column that counts most first; empty for the table's own
   * @param filter which rows
   */
  public TableRows(Database database, Table table, List<Sort> sorts, RowFilter filter) {
    this(database, table, sorts, filter, IN_MEMORY);
  }

  /** Keeps no more than so many rowids in memory. */
  TableRows(Database database, Table table, List<Sort> sorts, RowFilter filter, int inMemory) {
    this.database = database;
    this.table = table;
    this.sorts = List.copyOf(sorts);
    this.filter = filter;
    passing = filter.predicate(table);
    Naming naming = sorts.isEmpty() && filter.isNone() ? Naming.of(table) : Naming.PLACE;
    order =
        switch (naming) {
          case ROWID -> new RowidOrder(database, table);
          case KEY -> new KeyOrder(database, table);
          case PLACE -> new BuiltOrder(database, table, this.sorts, passing, inMemory);
        };
  }

  private TableRows(TableRows before, Table now) {
    database = before.database;
    table = now;
    sorts = before.sorts;
    filter = before.filter;
    passing = before.passing;
    order = before.order.again(now);
  }

  /**
   * The same rows after the table was changed. What was learnt of their places is an estimate until
   * the next survey, so that a far page stays as quick to read.
   *
   * @param now the table as it is now, with the columns of sort and filter
   */
  public TableRows again(Table now) {
    return new TableRows(this, now);
  }

  /** The table. */
  public Table table() {
    return table;
  }

  /**
   * Reads some rows that follow each other. In a table's own order a place that no survey has
   * reached is estimated; in any other order a place far down waits until the survey has come to
   * it, or makes the survey where nobody does.
   *
   * @param first the place of the first, from 0
   * @param rows how many at most
   * @throws DatabaseProblem if SQLite refuses
   */
  public Page page(long first, int rows, Monitor monitor) {
    return order.page(first, rows, monitor);
  }

  /**
   * Counts the rows and learns where each stands.
   *
   * @param each told what is known so far, on the calling thread, the exact number last
   */
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    order.survey(monitor, each);
  }

  /**
   * The place of a row: in the table's own order in constant time as far as a survey has come, else
   * linear in it; in any other order after a survey.
   *
   * @param key a stored row of the table that passes the filter
   * @return -1 if the row came after the places of a sorted or filtered table were learnt
   */
  public long place(RowKey key, Monitor monitor) {
    if (order instanceof BuiltOrder built) {
      return built.place(key, monitor);
    }
    if (order instanceof RowidOrder natural && key instanceof RowKey.Rowid rowid) {
      return natural.place(rowid.value(), monitor);
    }
    return database.read(
        monitor, session -> session.mapper(RecordMapper.class).before(table, key, key.bound()));
  }

  /**
   * Whether a row is in the file now and passes the filter.
   *
   * @param key a row of the table named by its rowid or its primary key
   */
  public boolean passes(RowKey key, Monitor monitor) {
    return database.read(
        monitor,
        session -> session.mapper(RecordMapper.class).passes(table, key, key.bound(), passing) > 0);
  }

  /**
   * Whether a row is in the file now, whatever the filter.
   *
   * @param key a row of the table named by its rowid or its primary key
   */
  public boolean holds(RowKey key, Monitor monitor) {
    String column = table.rowidName().orElseGet(() -> table.key().getFirst().name());
    return database.read(
        monitor,
        session ->
            !session
                .mapper(RecordMapper.class)
                .row(table, List.of(column), key, key.bound())
                .isEmpty());
  }

  /** The order asked for; empty for the table's own. */
  public List<Sort> sorts() {
    return sorts;
  }

  /** Which rows. */
  public RowFilter filter() {
    return filter;
  }

  /** Whether all rows of a table are there in the order of their rowids. */
  public boolean byRowid() {
    return order instanceof RowidOrder;
  }

  /**
   * One whole value, however long.
   *
   * @throws DatabaseProblem.Conflict if the row is gone
   */
  public @Nullable Object value(RowKey key, String column, Monitor monitor) {
    List<@Nullable Object[]> found =
        database.read(
            monitor,
            session -> session.mapper(RecordMapper.class).value(table, column, key, key.bound()));
    if (found.isEmpty()) {
      throw new DatabaseProblem.Conflict(table.name() + ", " + key, true);
    }
    return found.getFirst()[0];
  }

  /**
   * The beginning of one value with its sizes. A row of a view is read by where it stands, which is
   * right as long as the view yields its rows in the same order.
   *
   * @param key a row of the file, or the place of a row of a view
   * @param most bytes up to which a value is read whole; of a longer one as many bytes of a BLOB or
   *     characters of a text are
   * @throws DatabaseProblem.Conflict if the row is gone
   */
  public ValueHead head(RowKey key, String column, int most, Monitor monitor) {
    List<@Nullable Object[]> found =
        database.read(
            monitor,
            session -> {
              RecordMapper mapper = session.mapper(RecordMapper.class);
              return key instanceof RowKey.Position place
                  ? mapper.headAt(table, column, sorts, passing, place.value(), most)
                  : mapper.head(table, column, key, key.bound(), most);
            });
    if (found.isEmpty()) {
      throw new DatabaseProblem.Conflict(table.name() + ", " + key, true);
    }
    return ValueHead.of(found.getFirst());
  }

  /** Lets go of what was learnt; what is asked for later is {@link org.quarry.work.Cancelled}. */
  @Override
  public void close() {
    order.close();
  }
}
