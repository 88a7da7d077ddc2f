package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

/** Sorted rows that are read off an index, against the same order made by the sqlite3 program. */
class IndexOrderTest {
  private static final int STEP = IndexOrder.STEP;
  private static final int ROWS = 4 * STEP + 77;

  @TempDir Path folder;
  private Path file;
  private Database database;

  /** Few values, NULL in long runs, texts of every case, long texts, and every type in one. */
  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("i.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, few INTEGER, name TEXT COLLATE NOCASE, long"
                + " TEXT, mixed, same REAL)",
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
                + " %d) SELECT i * 3 - 9000, CASE WHEN i %% 3 THEN i * 7 %% 5 END, CASE i %% 2 WHEN"
                    .formatted(ROWS)
                + " 0 THEN 'n' ELSE 'N' END || (i * 7919 % 3000), printf('%0300d', i * 31 % 9000),"
                + " CASE i % 5 WHEN 0 THEN i * 13 % 700 WHEN 1 THEN i * 13 % 700 + 0.5 WHEN 2 THEN"
                + " 'x' || i % 999 WHEN 3 THEN CAST('b' || i % 999 AS BLOB) END, NULL FROM n",
            "CREATE INDEX few ON t(few)",
            "CREATE INDEX name ON t(name DESC)",
            "CREATE INDEX long ON t(long)",
            "CREATE INDEX mixed ON t(mixed)",
            "CREATE INDEX same ON t(same)");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Table table() {
    return new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow();
  }

  private TableRows sorted(Sort sort) {
    return new TableRows(database, table(), List.of(sort), RowFilter.NONE);
  }

  private List<String> ids(Sort sort) throws Exception {
    String direction = sort.descending() ? " DESC" : "";
    return SqliteProgram.rows(
        file,
        "SELECT id FROM t NOT INDEXED ORDER BY %1$s%2$s NULLS %3$s, id%2$s"
            .formatted(sort.column(), direction, sort.nullsLast() ? "LAST" : "FIRST"));
  }

  private static List<String> ids(Page page) {
    return page.rows().stream().map(row -> String.valueOf(row.cells().getFirst())).toList();
  }

  private static final int[] PLACES = {
    0, 1, STEP - 3, STEP, 5_450, 5_461, 5_462, 2 * STEP + 5, 10_922, 10_930, 4 * STEP - 1, ROWS - 4
  };

  @Test
  void everyPlaceIsRightBeforeAndAfterTheSurveyWhateverTheDirectionAndTheEndOfNull()
      throws Exception {
    for (String column : List.of("few", "name", "long", "mixed", "same", "id")) {
      for (int way = 0; way < 4; way++) {
        Sort sort = new Sort(column, way % 2 == 1 || column.equals("id"), way > 1);
        List<String> ids = ids(sort);
        try (TableRows rows = sorted(sort)) {
          for (int surveyed = 0; surveyed < 2; surveyed++) {
            for (int first : PLACES) {
              assertThat(ids(rows.page(first, 12, Monitor.NONE)))
                  .as("%s from %d, surveyed %d", sort, first, surveyed)
                  .isEqualTo(ids.subList(first, Math.min(ROWS, first + 12)));
            }
            assertThat(rows.page(ROWS, 5, Monitor.NONE).rows()).isEmpty();
            List<RowCount> counts = new ArrayList<>();
            rows.survey(Monitor.NONE, counts::add);
            assertThat(counts).containsOnly(new RowCount(ROWS, RowCount.Certainty.EXACT));
          }
        }
      }
    }
  }

  @Test
  void thePlaceOfARowIsFoundByItsSortKey() throws Exception {
    for (String column : List.of("few", "name", "long", "mixed", "same")) {
      for (boolean descending : new boolean[] {false, true}) {
        Sort sort = new Sort(column, descending, !descending);
        List<String> ids = ids(sort);
        try (TableRows rows = sorted(sort)) {
          assertThat(rows.places(List.of(new RowKey.Rowid(-9000 + 3)), Monitor.NONE)).isEmpty();
          rows.survey(Monitor.NONE, count -> {});
          for (int place : PLACES) {
            RowKey key = new RowKey.Rowid(Long.parseLong(ids.get(place)));
            assertThat(rows.places(List.of(key, new RowKey.Rowid(-1)), Monitor.NONE))
                .as("%s at %d", sort, place)
                .isEqualTo(Map.of(key, (long) place));
          }
        }
      }
    }
  }

  @Test
  void nothingIsListedWhereAnIndexHasTheOrder() throws Exception {
    List<Long> reported = new ArrayList<>();
    try (TableRows rows = sorted(new Sort("few", true))) {
      Job<Boolean> job =
          new Job<>(
              "sort",
              monitor -> {
                rows.survey(monitor, count -> {});
                return true;
              });
      job.onChange(() -> reported.add(job.progress().done()));
      job.run();
    }
    assertThat(reported).contains(0L, (long) STEP, 2L * STEP, 3L * STEP, 4L * STEP);
  }

  @Test
  void onlyAnIndexThatHasTheOrderIsTaken() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE u(a COLLATE NOCASE, b, c, d, e UNIQUE, f)",
        "CREATE INDEX binary ON u(a COLLATE BINARY)",
        "CREATE INDEX part ON u(b) WHERE b > 1",
        "CREATE INDEX two ON u(c, d)",
        "CREATE INDEX expression ON u(abs(d))",
        "CREATE INDEX \"it's %s\" ON u(f)");
    List<List<String>> found = new ArrayList<>();
    database.read(
        Monitor.NONE,
        session -> {
          IndexMapper mapper = session.mapper(IndexMapper.class);
          for (String column : List.of("a", "b", "c", "d", "e", "F")) {
            found.add(mapper.ordering("u", column, column.equals("a") ? "NOCASE" : "BINARY"));
          }
          return true;
        });
    assertThat(found)
        .containsExactly(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("sqlite_autoindex_u_1"),
            List.of("it's %s"));
    SqliteProgram.run(file, "INSERT INTO u(e, f) VALUES ('b', 2), ('a', 3), ('c', 1)");
    Table u = new SchemaReader(database).read(Monitor.NONE).table("u").orElseThrow();
    for (String column : List.of("e", "f")) {
      try (TableRows rows =
          new TableRows(database, u, List.of(new Sort(column, true)), RowFilter.NONE)) {
        assertThat(rows.page(0, 9, Monitor.NONE).rows())
            .extracting(row -> row.cells().get(column.equals("e") ? 4 : 5))
            .isEqualTo(column.equals("e") ? List.of("c", "b", "a") : List.of(3L, 2L, 1L));
      }
    }
  }

  @Test
  void rowsAreInTheirNewOrderAfterAChangeAndAfterTheIndexIsGone() throws Exception {
    Sort sort = new Sort("few", false);
    try (TableRows rows = sorted(sort)) {
      rows.survey(Monitor.NONE, count -> {});
      SqliteProgram.run(
          file, "UPDATE t SET few = 99 WHERE id < -3000", "DELETE FROM t WHERE id % 7 = 0");
      try (TableRows again = rows.again(table())) {
        List<String> ids = ids(sort);
        assertThat(ids(again.page(9_000, 9, Monitor.NONE))).isEqualTo(ids.subList(9_000, 9_009));
        again.survey(Monitor.NONE, count -> {});
        assertThat(ids(again.page(9_000, 9, Monitor.NONE))).isEqualTo(ids.subList(9_000, 9_009));
        SqliteProgram.run(file, "DROP INDEX few");
        try (TableRows built = again.again(table())) {
          assertThat(ids(built.page(9_000, 9, Monitor.NONE))).isEqualTo(ids.subList(9_000, 9_009));
        }
      }
    }
  }
}
