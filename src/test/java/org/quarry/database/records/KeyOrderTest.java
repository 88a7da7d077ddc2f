package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.quarry.work.Monitor;

/** A table without rowids that is changed while its rows are shown. */
class KeyOrderTest {
  private static final int STEP = KeyOrder.STEP;
  private static final int ROWS = 5 * STEP + 100;
  private static final String IN_ORDER = "SELECT k, n FROM w ORDER BY k, n";

  @TempDir Path folder;
  private Path file;
  private Database database;
  private Table table;
  private TableRows rows;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("w.db"),
            "CREATE TABLE w(n INTEGER, k TEXT COLLATE NOCASE, v, PRIMARY KEY (k, n)) WITHOUT ROWID",
            "INSERT INTO w WITH RECURSIVE i(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM i WHERE i <"
                + " %d) SELECT i, CASE i %% 2 WHEN 0 THEN 'k' ELSE 'K' END || (i / 1000), i FROM i"
                    .formatted(ROWS - 1));
    database = Database.open(file);
    table = new SchemaReader(database).read(Monitor.NONE).table("w").orElseThrow();
    rows = new TableRows(database, table, List.of(), RowFilter.NONE);
    rows.survey(Monitor.NONE, count -> {});
  }

  @AfterEach
  void close() {
    rows.close();
    database.close();
  }

  private static List<String> keys(Page page) {
    return page.rows().stream().map(row -> row.cells().get(1) + "|" + row.cells().get(0)).toList();
  }

  private List<String> stored(long first, int number) throws Exception {
    return SqliteProgram.rows(file, IN_ORDER + " LIMIT %d OFFSET %d".formatted(number, first));
  }

  @Test
  void aFarPageAfterAChangeIsReadFromTheAnchorsOfBefore() throws Exception {
    List<String> was = stored(4 * STEP + 10, 5);
    SqliteProgram.run(
        file, "DELETE FROM w WHERE k = 'k0'", "INSERT INTO w VALUES (-1, '!', 0), (-2, '!', 0)");
    TableRows again = rows.again(table);
    Page page = again.page(4 * STEP + 10, 5, Monitor.NONE);
    assertThat(page.approximate()).isTrue();
    assertThat(keys(page)).isEqualTo(was);
    assertThat(again.page(10, 5, Monitor.NONE).approximate()).isFalse();
    assertThat(keys(again.page(10, 5, Monitor.NONE))).isEqualTo(stored(10, 5));

    again.survey(Monitor.NONE, count -> {});
    Page exact = again.page(4 * STEP + 10, 5, Monitor.NONE);
    assertThat(exact.approximate()).isFalse();
    assertThat(keys(exact)).isEqualTo(stored(4 * STEP + 10, 5)).isNotEqualTo(was);
  }

  @Test
  void theEndOfATableThatShrankShowsItsLastRows() throws Exception {
    SqliteProgram.run(file, "DELETE FROM w WHERE v % 2 = 0");
    TableRows again = rows.again(table);
    assertThat(keys(again.page(ROWS - 20, 256, Monitor.NONE)))
        .isEqualTo(stored(ROWS / 2 - 20, 256))
        .hasSize(20);
  }

  @Test
  void whatIsEstimatedOnceMoreIsStillWhatWasCountedLast() throws Exception {
    List<String> was = stored(3 * STEP + 10, 5);
    SqliteProgram.run(file, "INSERT INTO w VALUES (-1, '!', 0)");
    TableRows twice = rows.again(table).again(table);
    assertThat(keys(twice.page(3 * STEP + 10, 5, Monitor.NONE))).isEqualTo(was);
  }

  @Test
  void rowsThatWereAddedAtTheEndAreReachedFromTheLastAnchorOfBefore() throws Exception {
    SqliteProgram.run(file, "INSERT INTO w VALUES (1, 'z', 0), (2, 'z', 0)");
    TableRows again = rows.again(table);
    Page page = again.page(ROWS, 2, Monitor.NONE);
    assertThat(keys(page)).containsExactly("z|1", "z|2");
    assertThat(page.approximate()).isTrue();
  }

  @Test
  void thePlaceOfARowIsToldByItsKeyAndThatOfNoneIsNot() throws Exception {
    List<RowKey> keys =
        List.of(
            RowKey.Primary.of(List.of("K0", 7L)),
            RowKey.Primary.of(List.of("k9", 9_998L)),
            RowKey.Primary.of(List.of("k9", 9_997_000L)));
    Map<RowKey, Long> places = rows.places(keys, Monitor.NONE);
    assertThat(places).containsOnlyKeys(keys.get(0), keys.get(1));
    assertThat(stored(places.getOrDefault(keys.get(0), -1L), 1)).containsExactly("K0|7");
    assertThat(stored(places.getOrDefault(keys.get(1), -1L), 1)).containsExactly("k9|9998");
    assertThat(rows.place(keys.get(1), Monitor.NONE)).isEqualTo(places.get(keys.get(1)));
  }
}
