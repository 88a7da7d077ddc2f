package org.quarry.database.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quarry.database.Database;
import org.quarry.database.query.Frequencies.Moments;
import org.quarry.work.Monitor;

class FrequenciesTest {
  private static void run(QueryRunner runner, String script) {
    for (SqlStatement statement : SqlScript.of(script).statements()) {
      runner.fetch(statement, Map.of(), Monitor.NONE);
    }
  }

  /** Seven rows about the edges of 2021-01-01 to 2021-12-31; five are inside. */
  private static String rows(Moments moments) {
    String value =
        switch (moments) {
          case TEXT -> "m";
          case SECONDS -> "unixepoch(m)";
          case MILLISECONDS -> "unixepoch(m) * 1000";
          case JULIAN_DAYS -> "julianday(m)";
        };
    return """
        CREATE TABLE "p ""q"(id INTEGER PRIMARY KEY, country VARCHAR(100), "at" TIMESTAMP);
        INSERT INTO "p ""q"(country, "at") SELECT c, %s FROM (
          SELECT 'CZE' AS c, '2020-12-31 23:59:59' AS m UNION ALL SELECT 'CZE', '2021-01-01'
          UNION ALL SELECT 'AUT', '2021-01-01T00:00:00' UNION ALL SELECT 'AUT', '2021-06-05 10:00:00'
          UNION ALL SELECT NULL, '2021-12-31' UNION ALL SELECT 'AUT', '2021-12-31 23:59:59'
          UNION ALL SELECT 'NLD', '2022-01-01 00:00:00');
        """
        .formatted(value);
  }

  @ParameterizedTest
  @EnumSource
  void theWholeLastDayIsInside(Moments moments, @TempDir Path folder) {
    try (Database database = Database.create(folder.resolve("a.db"))) {
      QueryRunner runner = new QueryRunner(database);
      run(runner, rows(moments));
      Countables countables = new Countables(runner);
      Countables.Table table = countables.tables(Monitor.NONE).getFirst();
      assertThat(table)
          .isEqualTo(
              new Countables.Table(
                  "p \"q", List.of("id", "country", "at"), "country", List.of("at")));
      Countables.Days days = countables.days(table.name(), "at", Monitor.NONE);
      assertThat(days).isEqualTo(new Countables.Days(moments, "2020-12-31", "2022-01-01"));
      Frequencies question = new Frequencies(table.name(), "country", "at", days.moments());
      QueryResult result =
          runner.fetch(
              question.statement(), question.values("2021-01-01", "2021-12-31"), Monitor.NONE);
      assertThat(result.rows())
          .containsExactly(
              new Object[] {"AUT", 3L}, new Object[] {null, 1L}, new Object[] {"CZE", 1L});
      assertThat(question.title("2021-01-01", "2021-12-31"))
          .isEqualTo("Rows by country, 2021-01-01 to 2021-12-31");
    }
  }

  @Test
  void anIndexOnTheDateServes(@TempDir Path folder) {
    try (Database database = Database.create(folder.resolve("a.db"))) {
      QueryRunner runner = new QueryRunner(database);
      run(runner, "CREATE TABLE p(country TEXT, d TEXT); CREATE INDEX by_day ON p(d, country)");
      Frequencies question = new Frequencies("p", "country", "d", Moments.TEXT);
      SqlStatement plan =
          SqlScript.of("EXPLAIN QUERY PLAN " + question.sql()).statements().getFirst();
      assertThat(
              runner
                  .fetch(plan, question.values("2021-01-01", "2021-12-31"), Monitor.NONE)
                  .rows()
                  .getFirst()[3]
                  .toString())
          .startsWith("SEARCH p USING COVERING INDEX by_day (d>? AND d<?)");
    }
  }

  @Test
  void prefersATableWithTextAndMoments(@TempDir Path folder) {
    try (Database database = Database.create(folder.resolve("a.db"))) {
      QueryRunner runner = new QueryRunner(database);
      run(
          runner,
          "CREATE TABLE a(id INTEGER PRIMARY KEY, diagnosis TEXT);"
              + "CREATE TABLE z(id INTEGER PRIMARY KEY, n INT, country TEXT, created_at TEXT)");
      List<Countables.Table> tables = new Countables(runner).tables(Monitor.NONE);
      assertThat(tables).extracting(Countables.Table::name).containsExactly("z", "a");
      assertThat(tables.getFirst().label()).isEqualTo("country");
      assertThat(tables.getFirst().dates()).containsExactly("created_at");
      assertThat(new Frequencies("a", "diagnosis", null, Moments.TEXT).statement().parameters())
          .isEmpty();
    }
  }
}
