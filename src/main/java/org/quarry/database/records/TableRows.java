package org.quarry.database.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

  /** Bytes of a BLOB that are read at a time. */
  private static final int PIECE = 1 << 24;

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
    order = order(database, table, this.sorts, passing, inMemory);
  }

  private static RowOrder order(
      Database database, Table table, List<Sort> sorts, Predicate passing, int inMemory) {
    BuiltOrder built = new BuiltOrder(database, table, sorts, passing, inMemory);
    Naming naming = passing.isAll() ? Naming.of(table) : Naming.PLACE;
    boolean byRowid =
        sorts.size() == 1
            && !sorts.getFirst().descending()
            && table.rowidColumn().equals(table.column(sorts.getFirst().column()));
    return switch (naming) {
      case ROWID ->
          sorts.isEmpty() || byRowid
              ? new RowidOrder(database, table)
              : sorts.size() == 1
                  ? new SortedOrder(database, table, sorts.getFirst(), built)
                  : built;
      case KEY -> sorts.isEmpty() ? new KeyOrder(database, table) : built;
      case PLACE -> built;
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
   * @return -1 if the row is not among those of a sorted or filtered table
   */
  public long place(RowKey key, Monitor monitor) {
    if (order instanceof BuiltOrder || order instanceof SortedOrder) {
      order.survey(monitor, count -> {});
      return order.places(List.of(key), monitor).getOrDefault(key, -1L);
    }
    if (order instanceof RowidOrder natural && key instanceof RowKey.Rowid rowid) {
      return natural.place(rowid.value(), monitor);
    }
    if (order instanceof KeyOrder natural) {
      OptionalLong place = natural.place(key, monitor);
      if (place.isPresent()) {
        return place.getAsLong();
      }
    }
    return database.read(
        monitor, session -> session.mapper(RecordMapper.class).before(table, key, key.bound()));
  }

  /**
   * Where rows stand in this order, those of them that do, once a survey has told. Rows that are
   * not in the answer are gone, do not pass, or are of a view, whose rows nothing names.
   *
   * @param keys stored rows of the table
   */
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    return order.places(keys, monitor);
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

  /**
   * What names a row of a view that can be edited, as its pages name it.
   *
   * @param values whole values of all columns
   * @param place where the row stands
   */
  public static RowKey viewKey(List<@Nullable Object> values, long place) {
    boolean shown =
        values.stream()
            .noneMatch(
                value ->
                    value instanceof byte[]
                        || (value instanceof String text
                            && text.codePointCount(0, text.length()) > RecordSql.HEAD));
    return shown ? RowKey.Whole.of(values) : new RowKey.Position(place);
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
   * What one value is recognised by later: a {@link Fingerprint} of a text or a BLOB, of which no
   * more than a piece is in memory; any other value itself.
   *
   * @throws DatabaseProblem.Conflict if the row is gone
   */
  public @Nullable Object fingerprint(RowKey key, String column, Monitor monitor) {
    Fingerprint.Growing growing = new Fingerprint.Growing();
    for (long from = 1; ; from += PIECE) {
      monitor.checkpoint();
      long at = from;
      List<@Nullable Object[]> found =
          database.read(
              monitor,
              session ->
                  session
                      .mapper(RecordMapper.class)
                      .piece(table, column, key, key.bound(), at, PIECE));
      // A text is taken whole: its pieces would be found by characters, and end at a NUL.
      if (found.isEmpty() || !(found.getFirst()[0] instanceof byte[] piece)) {
        return Fingerprint.of(value(key, column, monitor));
      }
      growing.add(piece);
      if (piece.length < PIECE) {
        return growing.end(false);
      }
    }
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
