package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.RowSink;
import org.quarry.database.query.SqlStatement;
import org.quarry.database.records.RowKey;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** Reads what can be learned from out of the rows of a query. */
public final class QueryData {
  /** As many rows as are enough to propose roles. */
  public static final long SAMPLE = 10_000;

  private static final int ROWS_BETWEEN_REPORTS = 1_000;

  private QueryData() {}

  /**
   * The rows of a query in the order SQLite gives, on which splits and folds depend: a query
   * without ORDER BY may give another one at another time. A row's identity is its position.
   *
   * @param runner runs it
   * @param query a SELECT, VALUES or WITH that does not write
   * @param values of its parameters by name, mark included
   * @param most how many rows at most
   * @param monitor told rows read
   * @throws LearningProblem.BadSettings if it is another statement; nothing is run then
   * @throws org.quarry.database.query.QueryProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static Rows read(
      QueryRunner runner,
      SqlStatement query,
      Map<String, ? extends @Nullable Object> values,
      long most,
      Monitor monitor) {
    return read(runner, query, values, most, columns -> Optional.empty(), monitor);
  }

  /** The same; where the origin of the rows is found, a row's identity is a {@link TableRow}. */
  static Rows read(
      QueryRunner runner,
      SqlStatement query,
      Map<String, ? extends @Nullable Object> values,
      long most,
      Function<List<QueryColumn>, Optional<QueryOrigin>> origin,
      Monitor monitor) {
    requireQuery(query);
    Taking taking = new Taking(most, origin, monitor);
    monitor.report(0, Monitor.UNKNOWN, "Reading the query");
    runner.run(query, values, taking, monitor);
    return new Rows(taking.columns, taking.rows);
  }

  /**
   * Makes sure that a statement reads.
   *
   * @throws LearningProblem.BadSettings if it does not
   */
  static void requireQuery(SqlStatement query) {
    if (!query.isQuery()) {
      throw new LearningProblem.BadSettings(
          "This statement is no query.", "Write a SELECT that gives the rows to learn from.");
    }
  }

  private static final class Taking implements RowSink {
    private final long most;
    private final Function<List<QueryColumn>, Optional<QueryOrigin>> search;
    private final Monitor monitor;
    private final List<Row> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private Optional<QueryOrigin> origin = Optional.empty();

    Taking(long most, Function<List<QueryColumn>, Optional<QueryOrigin>> search, Monitor monitor) {
      this.most = most;
      this.search = search;
      this.monitor = monitor;
    }

    @Override
    public void columns(List<QueryColumn> named) {
      rows.clear();
      columns = named.stream().map(QueryColumn::name).toList();
      origin = search.apply(named);
    }

    @Override
    public boolean row(@Nullable Object[] row) {
      if (rows.size() >= most) {
        return false;
      }
      Object identity =
          origin
              .flatMap(found -> found.row(row))
              .map(Object.class::cast)
              .orElseGet(() -> new RowKey.Position(rows.size()));
      rows.add(new Row(identity, Arrays.asList(row)));
      if (rows.size() % ROWS_BETWEEN_REPORTS == 0) {
        monitor.checkpoint();
        monitor.report(rows.size(), Monitor.UNKNOWN, "");
      }
      return rows.size() < most;
    }
  }
}
