package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.Predicate;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

/** Sorted and filtered rows of tables and views, before their places are known and after. */
class TableOrdersTest {
  private static final int ROWS = 120_000;

  @TempDir Path folder;

  private static Table table(Database database, String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  /** The same rows with a rowid, with a primary key alone, and as a view. */
  private Path file(int rows) throws Exception {
    return SqliteProgram.run(
        folder.resolve("orders.db"),
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b TEXT)",
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        INSERT INTO t SELECT i, CASE WHEN i %% 10 = 0 THEN NULL ELSE (i * 7919) %% 1000 END,
          'b' || (i * 31 %% 97) FROM n
        """
            .formatted(rows),
        "CREATE TABLE w(k1 TEXT, k2 INTEGER, a, b, PRIMARY KEY (k1, k2)) WITHOUT ROWID",
        "INSERT INTO w SELECT b, id, a, b FROM t",
        "CREATE VIEW v AS SELECT id, a, b FROM t");
  }

  private static List<String> texts(Page page) {
    return page.rows().stream()
        .map(row -> String.join("|", row.cells().stream().map(TypedValue::text).toList()))
        .toList();
  }

  private static void agrees(Path file, TableRows rows, String sql, int first, int count)
      throws Exception {
    assertThat(texts(rows.page(first, count, Monitor.NONE)))
        .isEqualTo(SqliteProgram.rows(file, sql + " LIMIT " + count + " OFFSET " + first));
  }

  private static RowCount last(TableRows rows) {
    List<RowCount> counts = new ArrayList<>();
    rows.survey(Monitor.NONE, counts::add);
    return counts.getLast();
  }

  @Test
  void severalColumnsAndTheEndOfNullAreSqls() throws Exception {
    Path file = file(2_000);
    try (Database database = Database.open(file)) {
      for (boolean nullsLast : new boolean[] {false, true}) {
        for (boolean descending : new boolean[] {false, true}) {
          List<Sort> sorts = List.of(new Sort("a", descending, nullsLast), new Sort("b", true));
          String sql =
              "SELECT * FROM t ORDER BY a "
                  + (descending ? "DESC " : "ASC ")
                  + (nullsLast ? "NULLS LAST" : "NULLS FIRST")
                  + ", b DESC, id";
          try (TableRows rows =
              new TableRows(database, table(database, "t"), sorts, RowFilter.NONE)) {
            agrees(file, rows, sql, 0, 50);
            agrees(file, rows, sql, 1_790, 20);
            assertThat(last(rows)).isEqualTo(new RowCount(2_000, RowCount.Certainty.EXACT));
            agrees(file, rows, sql, 0, 50);
            agrees(file, rows, sql, 1_790, 20);
          }
        }
      }
    }
  }

  @Test
  void farPlacesOfEveryKindOfTableAreRightWithoutASurveyBefore() throws Exception {
    Path file = file(ROWS);
    RowFilter filter = RowFilter.of("a", FilterParser.parse(">= 100"));
    try (Database database = Database.open(file)) {
      for (String[] each :
          new String[][] {
            {"t", "SELECT * FROM t WHERE a >= 100 ORDER BY b, id"},
            {"w", "SELECT * FROM w WHERE a >= 100 ORDER BY b, k1, k2"},
            {"v", "SELECT * FROM v WHERE a >= 100 ORDER BY b, id"}
          }) {
        List<Sort> sorts =
            each[0].equals("v")
                ? List.of(new Sort("b", false), new Sort("id", false))
                : List.of(new Sort("b", false));
        try (TableRows rows = new TableRows(database, table(database, each[0]), sorts, filter)) {
          agrees(file, rows, each[1], 95_000, 300);
          agrees(file, rows, each[1], 4_000, 300);
          long all =
              Long.parseLong(
                  SqliteProgram.rows(file, "SELECT count(*) FROM t WHERE a >= 100").getFirst());
          assertThat(last(rows)).isEqualTo(new RowCount(all, RowCount.Certainty.EXACT));
          assertThat(rows.page(all, 10, Monitor.NONE).rows()).isEmpty();
        }
      }
    }
  }

  @Test
  void aTableWithoutRowidAndAViewReachAnyPlaceInTheirOwnOrder() throws Exception {
    Path file = file(ROWS);
    try (Database database = Database.open(file);
        TableRows keyed = new TableRows(database, table(database, "w"), List.of(), RowFilter.NONE);
        TableRows view = new TableRows(database, table(database, "v"), List.of(), RowFilter.NONE)) {
      agrees(file, keyed, "SELECT * FROM w ORDER BY k1, k2", ROWS - 100, 200);
      agrees(file, view, "SELECT * FROM v", ROWS - 100, 200);
      assertThat(keyed.page(ROWS - 1, 1, Monitor.NONE).rows().getFirst().key())
          .isInstanceOf(RowKey.Primary.class);
      assertThat(view.page(ROWS - 1, 1, Monitor.NONE).rows().getFirst().key())
          .isEqualTo(new RowKey.Position(ROWS - 1));
    }
  }

  @Test
  void aTableWithoutRowidIsCountedByItsKeysAndEveryPlaceIsRight() throws Exception {
    int rows = 3 * KeyOrder.STEP + 5;
    Path file = file(rows);
    String sql = "SELECT * FROM w ORDER BY k1, k2";
    try (Database database = Database.open(file);
        TableRows keyed =
            new TableRows(database, table(database, "w"), List.of(), RowFilter.NONE)) {
      List<RowCount> counts = new ArrayList<>();
      keyed.survey(Monitor.NONE, counts::add);
      assertThat(counts)
          .extracting(RowCount::rows)
          .containsExactly(1L, 4096L, 8192L, 12_288L, (long) rows);
      assertThat(counts.getLast().exact()).isTrue();
      for (int first : new int[] {0, 4090, 4096, 8191, 12_288, rows - 3}) {
        agrees(file, keyed, sql, first, 12);
      }
      assertThat(keyed.page(rows, 5, Monitor.NONE).rows()).isEmpty();
    }
  }

  @Test
  void aSurveyOfKeysThatWasStoppedGoesOnWhereItWas() throws Exception {
    Path file = file(3 * KeyOrder.STEP);
    try (Database database = Database.open(file);
        TableRows keyed =
            new TableRows(database, table(database, "w"), List.of(), RowFilter.NONE)) {
      List<RowCount> counts = new ArrayList<>();
      Job<Boolean> job =
          new Job<>(
              "count",
              monitor -> {
                keyed.survey(
                    monitor,
                    count -> {
                      if (count.rows() == KeyOrder.STEP) {
                        throw new Cancelled();
                      }
                    });
                return true;
              });
      job.run();
      keyed.survey(Monitor.NONE, counts::add);
      assertThat(counts)
          .extracting(RowCount::rows)
          .containsExactly(4096L, 8192L, 3L * KeyOrder.STEP);
    }
  }

  @Test
  void rowidsThatDoNotFitInMemoryAreKeptInATemporaryFile() throws Exception {
    Path file = file(ROWS);
    String sql = "SELECT * FROM t ORDER BY b DESC, id DESC";
    try (Database database = Database.open(file);
        TableRows rows =
            new TableRows(
                database,
                table(database, "t"),
                List.of(new Sort("b", true)),
                RowFilter.NONE,
                70_000)) {
      assertThat(last(rows).rows()).isEqualTo(ROWS);
      for (int first : new int[] {0, 65_500, 69_990, 70_000, 90_000, ROWS - 5}) {
        agrees(file, rows, sql, first, 40);
      }
    }
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM sqlite_schema")).containsExactly("3");
  }

  @Test
  void rowidsInAFileThatWasLetGoAreCancelledNotAFailure() throws Exception {
    Path file = file(500);
    try (Database database = Database.open(file)) {
      Table table = table(database, "t");
      RowidPlaces places = new RowidPlaces(database, table, 10);
      database.read(
          Monitor.NONE,
          session -> {
            places.fill(session.mapper(RecordMapper.class), List.of(), Predicate.ALL, rows -> {});
            return true;
          });
      assertThat(places.rows(400, 2, Monitor.NONE)).hasSize(2);
      places.close();
      assertThatThrownBy(() -> places.rows(400, 2, Monitor.NONE)).isInstanceOf(Cancelled.class);
    }
  }

  @Test
  void theCountOfFilteredRowsGrowsAndEndsExact() throws Exception {
    Path file = file(ROWS);
    RowFilter filter = RowFilter.of("a", FilterParser.parse("!null"));
    try (Database database = Database.open(file);
        TableRows rows = new TableRows(database, table(database, "t"), List.of(), filter)) {
      List<RowCount> counts = new ArrayList<>();
      rows.survey(Monitor.NONE, counts::add);
      assertThat(counts.getFirst()).isEqualTo(new RowCount(10_240, RowCount.Certainty.AT_LEAST));
      assertThat(counts.getLast()).isEqualTo(new RowCount(ROWS * 9 / 10, RowCount.Certainty.EXACT));
    }
  }

  @Test
  void aFarPageIsCancelledWhileItWaitsAndTheOrderCanBeBuiltLater() throws Exception {
    Path file = file(ROWS);
    try (Database database = Database.open(file);
        TableRows rows =
            new TableRows(
                database, table(database, "w"), List.of(new Sort("a", false)), RowFilter.NONE)) {
      Job<Page> page = new Job<>("far", monitor -> rows.page(100_000, 10, monitor));
      page.cancel();
      page.run();
      assertThatThrownBy(() -> page.end().join()).hasRootCauseInstanceOf(Cancelled.class);
      agrees(file, rows, "SELECT * FROM w ORDER BY a, k1, k2", 100_000, 10);
    }
  }

  @Test
  void aKeptRowThatWasDeletedIsMarkedGone() throws Exception {
    Path file = file(500);
    try (Database database = Database.open(file);
        TableRows rows =
            new TableRows(
                database, table(database, "w"), List.of(new Sort("k2", false)), RowFilter.NONE)) {
      last(rows);
      SqliteProgram.run(file, "DELETE FROM w WHERE k2 = 2");
      assertThat(rows.page(0, 3, Monitor.NONE).rows())
          .extracting(Row::gone)
          .containsExactly(false, true, false);
    }
  }

  @Test
  void whatIsClosedIsCancelledAndOtherProgramsCanWriteMeanwhile() throws Exception {
    Path file = file(ROWS);
    try (Database database = Database.open(file)) {
      TableRows rows =
          new TableRows(
              database, table(database, "w"), List.of(new Sort("a", false)), RowFilter.NONE);
      last(rows);
      rows.page(80_000, 10, Monitor.NONE);
      SqliteProgram.run(file, "UPDATE t SET b = 'free' WHERE id = 1");
      rows.close();
      assertThatThrownBy(() -> rows.page(80_000, 10, Monitor.NONE)).isInstanceOf(Cancelled.class);
    }
  }
}
