package org.quarry.database.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class QueryRunnerTest {
  private Database database;
  private QueryRunner runner;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.create(folder.resolve("a.db"));
    runner = new QueryRunner(database);
    run("CREATE TABLE t(a INTEGER PRIMARY KEY, b VARCHAR(10), c REAL, d BLOB)");
    run("INSERT INTO t VALUES (1, 'x', 0.5, x'00ff'), (2, NULL, 3, NULL)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private QueryResult run(String sql) {
    return run(sql, Map.of());
  }

  private QueryResult run(String sql, Map<String, ? extends @Nullable Object> values) {
    return runner.fetch(SqlScript.of(sql).statements().getFirst(), values, Monitor.NONE);
  }

  private Object value(String sql) {
    return run(sql).rows().getFirst()[0];
  }

  @Test
  void rowsComeByPositionAsStored() {
    QueryResult result = run("SELECT a, b, c, d, b, a + 1 FROM t ORDER BY a");
    assertThat(result.rows().get(0))
        .containsExactly(1L, "x", 0.5, new byte[] {0, (byte) 255}, "x", 2L);
    assertThat(result.rows().get(1)).containsExactly(2L, null, 3.0, null, null, 3L);
    assertThat(result.columns())
        .containsExactly(
            new QueryColumn("a", "INTEGER", "t"),
            new QueryColumn("b", "VARCHAR(10)", "t"),
            new QueryColumn("c", "REAL", "t"),
            new QueryColumn("d", "BLOB", "t"),
            new QueryColumn("b", "VARCHAR(10)", "t"),
            new QueryColumn("a + 1", null));
    assertThat(result.outcome().complete()).isTrue();
    assertThat(result.outcome().wrote()).isFalse();
  }

  @Test
  void aWriteTellsItsOwnChangedRows() {
    Outcome update = run("UPDATE t SET c = 1").outcome();
    assertThat(update.changed()).isEqualTo(2);
    assertThat(update.wrote()).isTrue();
    assertThat(run("CREATE INDEX i ON t(b)").outcome().changed()).isZero();
    assertThat(run("DELETE FROM t WHERE a = 99").outcome().changed()).isZero();
  }

  @Test
  void aWithThatWritesReachesTheWriter() {
    QueryResult result =
        run("WITH x(n) AS (VALUES (7)) INSERT INTO t(a) SELECT n FROM x RETURNING a");
    assertThat(result.rows()).containsExactly(new Object[] {7L});
    assertThat(result.outcome().changed()).isEqualTo(1);
    assertThat(result.outcome().wrote()).isTrue();
    assertThat(value("SELECT count(*) FROM t")).isEqualTo(3L);
  }

  @Test
  void aTransactionIsOneUntilItEnds() {
    assertThat(run("BEGIN").outcome().transactionOpen()).isTrue();
    assertThat(run("DELETE FROM t").outcome().transactionOpen()).isTrue();
    assertThat(value("SELECT count(*) FROM t")).isEqualTo(0L);
    assertThat(
            new QueryRunner(database)
                .fetch(
                    SqlScript.of("SELECT count(*) FROM t").statements().getFirst(),
                    Map.of(),
                    Monitor.NONE)
                .rows()
                .getFirst()[0])
        .as("another connection does not see it")
        .isEqualTo(2L);
    assertThat(run("ROLLBACK").outcome().transactionOpen()).isFalse();
    assertThat(runner.transactionOpen()).isFalse();
    assertThat(value("SELECT count(*) FROM t")).isEqualTo(2L);
  }

  @Test
  void aTemporaryTableIsSeen() {
    run("CREATE TEMP TABLE mine AS SELECT 42 AS n");
    assertThat(value("SELECT n FROM mine")).isEqualTo(42L);
    assertThat(
            new QueryRunner(database)
                .fetch(
                    SqlScript.of("SELECT n FROM mine").statements().getFirst(),
                    Map.of(),
                    Monitor.NONE)
                .rows())
        .hasSize(1);
  }

  @Test
  void settingsGoToTheConnectionThatWrites() {
    run("PRAGMA foreign_keys = OFF");
    assertThat(value("PRAGMA foreign_keys")).isEqualTo(0L);
    assertThat(run("PRAGMA user_version = 5").outcome().wrote()).isTrue();
    assertThat(value("PRAGMA user_version")).isEqualTo(5L);
  }

  @Test
  void parametersAreBoundByName() {
    QueryResult result =
        run("SELECT :x, ?, @y, :x, typeof(:x)", Map.of(":x", 5L, "?2", "two", "@y", 0.25));
    assertThat(result.rows().getFirst()).containsExactly(5L, "two", 0.25, 5L, "integer");
    assertThatThrownBy(() -> run("SELECT 1, :x")).hasMessageContaining(":x has no value");
  }

  @Test
  void stopsAtTheLimitAndSaysSo() {
    String counting =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT %d) SELECT n FROM c";
    QueryResult exact = run(counting.formatted(100_000));
    assertThat(exact.rows()).hasSize(100_000);
    assertThat(exact.outcome().complete()).isTrue();
    QueryResult more = run(counting.formatted(100_001));
    assertThat(more.rows()).hasSize(100_000);
    assertThat(more.outcome().complete()).isFalse();
    QueryResult wide =
        run(
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1000)"
                + " SELECT zeroblob(1048576) FROM c");
    assertThat(wide.rows()).hasSizeBetween(60, 64);
    assertThat(wide.outcome().complete()).isFalse();
  }

  @Test
  void aStreamHasNoLimit() {
    long[] sum = new long[1];
    Outcome outcome =
        runner.run(
            SqlScript.of(
                    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 150000)"
                        + " SELECT n FROM c")
                .statements()
                .getFirst(),
            Map.of(),
            row -> {
              sum[0] += row[0] instanceof Long n ? n : 0;
              return true;
            },
            Monitor.NONE);
    assertThat(outcome.rows()).isEqualTo(150_000);
    assertThat(sum[0]).isEqualTo(150_000L * 150_001 / 2);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void cancelStopsAtOnceAndLeavesTheConnectionUsable() throws Exception {
    String endless =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";
    for (String sql : List.of(endless, "CREATE TABLE u AS " + endless)) {
      Job<QueryResult> job =
          new Job<>(
              "Counting",
              monitor ->
                  runner.fetch(SqlScript.of(sql).statements().getFirst(), Map.of(), monitor));
      Thread thread = Thread.ofPlatform().start(job);
      Thread.sleep(100);
      long asked = System.nanoTime();
      job.cancel();
      assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
      assertThat(System.nanoTime() - asked).isLessThan(1_000_000_000L);
      thread.join();
    }
    assertThat(value("SELECT count(*) FROM t")).isEqualTo(2L);
    assertThat(value("SELECT count(*) FROM sqlite_schema WHERE name = 'u'")).isEqualTo(0L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT 1;\\nSELEC 2              | SELEC   | 2 | 1
          SELECT a,\\n  nope FROM t        | nope    | 2 | 3
          SELECT t.a, t.nope FROM t        | t.nope  | 1 | 13
          SELECT * FROM missing            | missing | 1 | 15
          SELECT "a" FROM main.missing     | main.missing | 1 | 17
          SELECT frob(1)                   | frob    | 1 | 8
          SELECT a FROM t WHERE a FROM t   | FROM    | 1 | 25
          SELECT a FROM t ORDER            | ORDER   | 1 | 17
          SELECT 1 + 'abc                  | 'abc    | 1 | 12
          INSERT INTO t(a, nope) VALUES(1) | nope    | 1 | 18
          CREATE TABLE t(a)                | t       | 1 | 14
          """)
  void anErrorKnowsItsPlace(String sql, String piece, int line, int column) {
    String script = sql.replace("\\n", "\n");
    SqlStatement last = SqlScript.of(script).statements().getLast();
    QueryProblem problem =
        catchThrowableOfType(QueryProblem.class, () -> runner.fetch(last, Map.of(), Monitor.NONE));
    assertThat(script.substring(problem.start(), problem.end())).isEqualTo(piece);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.column()).isEqualTo(column);
  }

  @Test
  void aBrokenRuleKeepsItsReason() {
    QueryProblem problem =
        catchThrowableOfType(QueryProblem.class, () -> run("INSERT INTO t(a) VALUES (1)"));
    assertThat(problem.getCause()).isInstanceOf(DatabaseProblem.Constraint.class);
    assertThat(problem.why()).contains("t.a");
  }
}
