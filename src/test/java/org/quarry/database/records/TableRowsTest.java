package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

class TableRowsTest {
  @TempDir Path folder;

  private static Table table(Database database, String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  private static List<String> texts(Page page) {
    return page.rows().stream()
        .map(row -> row.cells().stream().map(String::valueOf).toList())
        .map(cells -> String.join("|", cells))
        .toList();
  }

  private static List<RowCount> survey(TableRows rows) {
    List<RowCount> counts = new ArrayList<>();
    rows.survey(Monitor.NONE, counts::add);
    return counts;
  }

  /** Rowids with gaps, negative ones among them: what interpolation alone gets wrong. */
  private Path sparse(int rows) throws Exception {
    Path file = folder.resolve("sparse.db");
    return SqliteProgram.run(
        file,
        "CREATE TABLE t(name TEXT)",
        """
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        INSERT INTO t(rowid, name)
        SELECT CASE WHEN i < 5000 THEN i - 9000 ELSE i * 977 END, 'row ' || i FROM n
        """
            .formatted(rows - 1));
  }

  @Test
  void everyPlaceIsExactAfterTheSurveyWhateverTheRowids() throws Exception {
    int rows = 3 * RowidOrder.STEP + 17;
    try (Database database = Database.open(sparse(rows))) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      List<RowCount> counts = survey(order);
      assertThat(counts.getLast()).isEqualTo(new RowCount(rows, RowCount.Certainty.EXACT));
      Random random = new Random(1);
      List<Integer> places = new ArrayList<>(List.of(0, 1, 4095, 4096, 4097, 8191, rows - 1));
      random.ints(50, 0, rows).forEach(places::add);
      for (int place : places) {
        Page page = order.page(place, 3, Monitor.NONE);
        assertThat(page.approximate()).isFalse();
        List<String> expected = new ArrayList<>();
        for (int i = place; i < Math.min(place + 3, rows); i++) {
          expected.add("row " + i);
        }
        assertThat(texts(page)).isEqualTo(expected);
      }
      assertThat(order.page(rows, 10, Monitor.NONE).rows()).isEmpty();
    }
  }

  @Test
  void beforeTheSurveyTheFirstRowsAreExactAndFarOnesAreMarked() throws Exception {
    try (Database database = Database.open(sparse(20_000))) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      Page first = order.page(10, 2, Monitor.NONE);
      assertThat(first.approximate()).isFalse();
      assertThat(texts(first)).containsExactly("row 10", "row 11");
      Page far = order.page(15_000, 2, Monitor.NONE);
      assertThat(far.approximate()).isTrue();
      assertThat(far.rows()).hasSize(2);
    }
  }

  @Test
  void aPlaceThatIsEstimatedTooNearTheEndShowsTheLastRows() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("skewed.db"),
            "CREATE TABLE t(name TEXT)",
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
            INSERT INTO t(rowid, name) SELECT i * i, 'row ' || i FROM n
            """);
    try (Database database = Database.open(file)) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      Page last = order.page(99_999_000, 3, Monitor.NONE);
      assertThat(last.approximate()).isTrue();
      assertThat(texts(last)).containsExactly("row 9997", "row 9998", "row 9999");
    }
  }

  @Test
  void afterAChangeTheOldPlacesAreEstimatesUntilTheyAreCountedAnew() throws Exception {
    Path file = sparse(20_000);
    try (Database database = Database.open(file)) {
      Table table = table(database, "t");
      TableRows before = new TableRows(database, table, List.of(), RowFilter.NONE);
      survey(before);
      SqliteProgram.run(file, "INSERT INTO t(rowid, name) VALUES (-10000, 'fresh')");
      TableRows after = before.again(table);
      Page estimate = after.page(15_000, 2, Monitor.NONE);
      assertThat(estimate.approximate()).isTrue();
      assertThat(texts(estimate)).containsExactly("row 15000", "row 15001");
      assertThat(survey(after).getLast()).isEqualTo(new RowCount(20_001, RowCount.Certainty.EXACT));
      Page exact = after.page(15_000, 2, Monitor.NONE);
      assertThat(exact.approximate()).isFalse();
      assertThat(texts(exact)).containsExactly("row 14999", "row 15000");
    }
  }

  @Test
  void theLastRowsStayWhereTheyAreWhileATableIsCountedAnew() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 19999) SELECT 'row ' || i AS name FROM n");
    try (Database database = Database.open(file)) {
      TableRows before = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      survey(before);
      Page last = before.again(before.table()).page(19_998, 256, Monitor.NONE);
      assertThat(texts(last)).containsExactly("row 19998", "row 19999");
    }
  }

  @Test
  void anEmptyTableHasNoRowsAndSaysSo() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(x)");
    try (Database database = Database.open(file)) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      assertThat(order.page(0, 10, Monitor.NONE).rows()).isEmpty();
      assertThat(survey(order)).containsExactly(new RowCount(0, RowCount.Certainty.EXACT));
      assertThat(order.page(0, 10, Monitor.NONE).rows()).isEmpty();
    }
  }

  @Test
  void sortingIsSqlsOrderBeforeAndAfterTheSurvey() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("p.db"), 1000);
    try (Database database = Database.open(file)) {
      TableRows order =
          new TableRows(
              database,
              table(database, "predictions"),
              List.of(new Sort("country", true)),
              RowFilter.NONE);
      List<String> expected =
          SqliteProgram.rows(
              file,
              "SELECT * FROM predictions ORDER BY country DESC, person_id DESC LIMIT 5 OFFSET 600");
      List<String> before = texts(order.page(600, 5, Monitor.NONE));
      survey(order);
      List<String> after = texts(order.page(600, 5, Monitor.NONE));
      assertThat(before).isEqualTo(after);
      assertThat(after.stream().map(row -> row.substring(0, row.indexOf('|'))).toList())
          .isEqualTo(expected.stream().map(row -> row.substring(0, row.indexOf('|'))).toList());
    }
  }

  @Test
  void aRowDeletedAfterSortingIsMarkedGone() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("p.db"), 10);
    try (Database database = Database.open(file)) {
      TableRows order =
          new TableRows(
              database,
              table(database, "predictions"),
              List.of(new Sort("worst_area", false)),
              RowFilter.NONE);
      survey(order);
      SqliteProgram.run(file, "DELETE FROM predictions WHERE person_id = 2");
      assertThat(order.page(0, 3, Monitor.NONE).rows())
          .extracting(Row::gone)
          .containsExactly(false, true, false);
    }
  }

  @Test
  void tablesWithoutRowidAndViewsPageToo() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(k BLOB PRIMARY KEY, v) WITHOUT ROWID",
            "INSERT INTO t VALUES (x'02', 'two'), (x'01', 'one'), (x'03', NULL)",
            "CREATE VIEW w AS SELECT v FROM t WHERE v IS NOT NULL");
    try (Database database = Database.open(file)) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      assertThat(survey(order).getLast().rows()).isEqualTo(3);
      Page page = order.page(0, 3, Monitor.NONE);
      assertThat(page.rows().getFirst().key())
          .isEqualTo(RowKey.Primary.of(Arrays.asList((Object) new byte[] {1})));
      assertThat(order.value(page.rows().get(1).key(), "v", Monitor.NONE)).isEqualTo("two");

      TableRows view =
          new TableRows(
              database, table(database, "w"), List.of(new Sort("v", true)), RowFilter.NONE);
      assertThat(texts(view.page(0, 5, Monitor.NONE))).containsExactly("two", "one");
    }
  }

  @Test
  void aTableWhoseColumnsHideItsRowidCanStillBeRead() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(rowid TEXT, _rowid_ TEXT, oid TEXT)",
            "INSERT INTO t VALUES ('a', 'b', 'c'), ('d', 'e', NULL)");
    try (Database database = Database.open(file)) {
      Table table = table(database, "t");
      TableRows order = new TableRows(database, table, List.of(), RowFilter.NONE);
      assertThat(texts(order.page(0, 5, Monitor.NONE))).containsExactly("a|b|c", "d|e|null");
      assertThat(survey(order).getLast().rows()).isEqualTo(2);
      assertThat(table.refusal()).contains("no primary key");
    }
  }

  @Test
  void longTextsAreClippedAndBlobsCountedAndTheWholeComesWhenAsked() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(a, b, c, d, e, f)",
            "INSERT INTO t VALUES (printf('%.*c', 60000, 'x'), zeroblob(70000), NULL, '',"
                + " 9007199254740993, printf('%.*c', 65537, 'y'))");
    try (Database database = Database.open(file)) {
      TableRows order = new TableRows(database, table(database, "t"), List.of(), RowFilter.NONE);
      Row row = order.page(0, 1, Monitor.NONE).rows().getFirst();
      List<@Nullable Object> expected =
          Arrays.asList(
              new Clipped("x".repeat(300)),
              new BlobSize(70_000),
              null,
              "",
              9007199254740993L,
              new Clipped("", 65_537));
      assertThat(row.cells()).isEqualTo(expected);
      assertThat((String) order.value(row.key(), "a", Monitor.NONE)).hasSize(60_000);
      assertThat((String) order.value(row.key(), "f", Monitor.NONE)).hasSize(65_537);
      assertThat((byte[]) order.value(row.key(), "b", Monitor.NONE)).hasSize(70_000);
      SqliteProgram.run(file, "DELETE FROM t");
      assertThatThrownBy(() -> order.value(row.key(), "a", Monitor.NONE))
          .isInstanceOf(DatabaseProblem.Conflict.class);
    }
  }
}
