package org.quarry.database.query;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.work.Monitor;

/**
 * Runs statements that a person wrote. What only reads runs on a reader; the rest, and everything
 * while a transaction of the person's is open or after a temporary table or an attached file came
 * into being, runs on the writer, which alone knows of those. Every method blocks and may be called
 * from any thread but the UI's.
 */
public final class QueryRunner {
  /** The most rows that {@link #fetch} keeps. */
  public static final int MOST_ROWS = 100_000;

  /** The most bytes that the rows of one {@link #fetch} may take, roughly. */
  public static final long MOST_BYTES = 64L << 20;

  private static final Set<String> READING = Set.of("SELECT", "VALUES", "WITH", "EXPLAIN");

  private final Database database;
  private volatile boolean transactionOpen;
  private volatile boolean writerKnowsMore;

  /** Makes one; it remembers whether a transaction was left open. */
  public QueryRunner(Database database) {
    this.database = database;
  }

  /** Whether a transaction that was begun here is open. */
  public boolean transactionOpen() {
    return transactionOpen;
  }

  /** Runs a statement and keeps its first {@value #MOST_ROWS} rows; see {@link #run}. */
  public QueryResult fetch(
      SqlStatement statement, Map<String, ? extends @Nullable Object> values, Monitor monitor) {
    RowLimit rows = new RowLimit(MOST_ROWS, MOST_BYTES);
    return new QueryResult(run(statement, values, rows, monitor), rows.rows());
  }

  /**
   * Runs a statement and hands its rows on as they come, however many.
   *
   * @param statement what to run
   * @param values by parameter name, mark included: Long, Integer, Double, String, byte[] or null
   * @param sink takes the rows; when the statement turns out to write it is told the columns twice
   * @param monitor cancelling it stops the statement at once
   * @return what came of it
   * @throws QueryProblem if SQLite refuses, with the place
   * @throws org.quarry.work.Cancelled if it was cancelled
   */
  public Outcome run(
      SqlStatement statement,
      Map<String, ? extends @Nullable Object> values,
      RowSink sink,
      Monitor monitor) {
    for (SqlParameter parameter : statement.parameters()) {
      if (!values.containsKey(parameter.name())) {
        throw QueryProblem.noValue(statement, parameter.name());
      }
    }
    if (!transactionOpen && !writerKnowsMore && READING.contains(statement.keyword())) {
      try {
        return database.read(
            monitor,
            session -> new Run(session, statement, values, database.name()).go(sink, monitor));
      } catch (QueryProblem refused) {
        if (!writerMayKnow(refused)) {
          throw refused;
        }
      }
    }
    return onWriter(statement, values, sink, monitor);
  }

  private Outcome onWriter(
      SqlStatement statement,
      Map<String, ? extends @Nullable Object> values,
      RowSink sink,
      Monitor monitor) {
    return database.onWriter(
        monitor,
        session -> {
          try {
            Outcome outcome =
                new Run(session, statement, values, database.name()).go(sink, monitor);
            writerKnowsMore |= makesConnectionsDiffer(statement);
            transactionOpen = Database.hasTransaction(session);
            return finished(outcome);
          } catch (RuntimeException failed) {
            transactionOpen = Database.hasTransaction(session);
            throw failed;
          }
        });
  }

  /** A reader cannot write, and does not see what belongs to the writer's connection alone. */
  private static boolean writerMayKnow(QueryProblem refused) {
    return refused.getCause() instanceof DatabaseProblem.ReadOnly
        || (refused.getCause() instanceof DatabaseProblem.Refused unknown
            && unknown.detail().matches("(no such (table|database)|unknown database).*"));
  }

  private static boolean makesConnectionsDiffer(SqlStatement statement) {
    var words = statement.words(2);
    return !words.isEmpty()
        && (words.getFirst().equals("ATTACH")
            || (words.getFirst().equals("CREATE") && words.getLast().startsWith("TEMP")));
  }

  private Outcome finished(Outcome outcome) {
    boolean wrote =
        switch (outcome.statement().keyword()) {
          case "SELECT", "VALUES", "EXPLAIN", "WITH" -> outcome.changed() > 0;
          case "BEGIN", "SAVEPOINT", "ATTACH", "DETACH" -> false;
          case "PRAGMA" -> outcome.statement().text().indexOf('=') >= 0;
          default -> true;
        };
    return new Outcome(
        outcome.statement(),
        outcome.columns(),
        outcome.rows(),
        outcome.complete(),
        outcome.changed(),
        wrote,
        transactionOpen,
        outcome.nanos());
  }
}
