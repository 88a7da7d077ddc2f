package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.RowSink;
import org.quarry.database.query.SqlStatement;
import org.quarry.database.records.RowKey;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** Reads what can be learned from out of the rows of a query. */
public final class QueryData {
  /** As many rows as are enough to propose roles. */
  public static final long SAMPLE = 10_000;

  private static final int ROWS_BETWEEN_REPORTS = 1_000;
  private static final Set<String> READING = Set.of("SELECT", "VALUES", "WITH");

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
    requireQuery(query);
    Taking taking = new Taking(most, monitor);
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
    if (!READING.contains(query.keyword()) || writes(query.text())) {
      throw new LearningProblem.BadSettings(
          "This statement is no query.", "Write a SELECT that gives the rows to learn from.");
    }
  }

  /** Whether a WITH goes on to write: outside of brackets a query has none of these words. */
  private static boolean writes(String text) {
    List<SqlToken> tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      depth += token.isSign(text, "(") ? 1 : token.isSign(text, ")") ? -1 : 0;
      boolean into = i + 1 < tokens.size() && tokens.get(i + 1).isWord(text, "INTO");
      if (depth == 0
          && (token.isWord(text, "INSERT")
              || token.isWord(text, "UPDATE")
              || token.isWord(text, "DELETE")
              || (token.isWord(text, "REPLACE") && into))) {
        return true;
      }
    }
    return false;
  }

  private static final class Taking implements RowSink {
    private final long most;
    private final Monitor monitor;
    private final List<Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    Taking(long most, Monitor monitor) {
      this.most = most;
      this.monitor = monitor;
    }

    @Override
    public void columns(List<QueryColumn> named) {
      rows.clear();
      columns = named.stream().map(QueryColumn::name).toList();
    }

    @Override
    public boolean row(@Nullable Object[] row) {
      if (rows.size() >= most) {
        return false;
      }
      rows.add(new Row(new RowKey.Position(rows.size()), Arrays.asList(row)));
      if (rows.size() % ROWS_BETWEEN_REPORTS == 0) {
        monitor.checkpoint();
        monitor.report(rows.size(), Monitor.UNKNOWN, "");
      }
      return rows.size() < most;
    }
  }
}
