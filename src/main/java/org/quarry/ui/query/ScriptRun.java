package org.quarry.ui.query;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.Outcome;
import org.quarry.database.query.QueryResult;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlParameter;
import org.quarry.database.query.SqlStatement;
import org.quarry.work.Monitor;

/** One run of some statements in order, until one fails or it is cancelled. */
final class ScriptRun {
  private final QueryRunner runner;
  private final List<SqlStatement> statements;
  private final Map<String, @Nullable Object> values;
  private final long started = System.nanoTime();
  private volatile boolean wrote;

  /**
   * What a whole run did.
   *
   * @param statements how many statements ran
   * @param results how many of them gave rows
   * @param changed how many rows they changed
   */
  record Done(int statements, int results, long changed) {}

  ScriptRun(
      QueryRunner runner, List<SqlStatement> statements, Map<String, @Nullable Object> values) {
    this.runner = runner;
    this.statements = statements;
    this.values = values;
  }

  List<SqlStatement> statements() {
    return statements;
  }

  /** The value bound to a parameter as text, null for none. */
  @Nullable String value(String parameter) {
    Object value = values.get(parameter);
    return value == null ? null : value.toString();
  }

  /** A statement with the values bound to its parameters in their place. */
  String whole(SqlStatement statement) {
    return statement.with(values);
  }

  /** Whether a statement so far may have changed the file. */
  boolean wrote() {
    return wrote;
  }

  /** Nanoseconds since it was made. */
  long nanos() {
    return System.nanoTime() - started;
  }

  /** Runs them on the calling thread and hands on each result that has columns. */
  Done go(Consumer<QueryResult> results, Monitor monitor) {
    int count = 0;
    long changed = 0;
    for (SqlStatement statement : statements) {
      monitor.checkpoint();
      QueryResult result = runner.fetch(statement, values, monitor);
      Outcome outcome = result.outcome();
      wrote |= outcome.wrote();
      changed += outcome.changed();
      if (!outcome.columns().isEmpty()) {
        count++;
        results.accept(result);
      }
    }
    return new Done(statements.size(), count, changed);
  }

  /** What it did in a few words: {@code 2 statements · 7 rows changed · 0.8 ms}. */
  String words(Done done) {
    StringBuilder words = new StringBuilder();
    if (done.statements() > 1 || done.results() == 0) {
      words.append(Words.count(done.statements(), "statement")).append(" · ");
    }
    if (wrote) {
      words.append(Words.count(done.changed(), "row")).append(" changed · ");
    }
    if (done.results() > QueryModel.MOST_SHEETS) {
      words.append("first ").append(QueryModel.MOST_SHEETS);
      words.append(" of ").append(done.results()).append(" results · ");
    }
    words.append(Words.time(nanos()));
    List<String> empty = untyped();
    if (!empty.isEmpty()) {
      words.append(" · ").append(String.join(", ", empty));
      words.append(empty.size() == 1 ? " was" : " were").append(" NULL: nothing is typed there");
    }
    return words.toString();
  }

  /** The parameters of the statements that have no value. */
  private List<String> untyped() {
    return statements.stream()
        .flatMap(statement -> statement.parameters().stream())
        .map(SqlParameter::name)
        .distinct()
        .filter(name -> values.get(name) == null)
        .toList();
  }
}
