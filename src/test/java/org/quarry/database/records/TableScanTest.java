package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class TableScanTest {
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(n INT, \"odd #{x}\")",
            "INSERT INTO t(rowid, n, \"odd #{x}\") VALUES (30, 3, x'00ff'), (-5, 1, NULL), (7, 2,"
                + " 2.5)",
            "INSERT INTO t(rowid, n, \"odd #{x}\") WITH RECURSIVE c(i) AS (SELECT 100 UNION ALL"
                + " SELECT i + 3 FROM c WHERE i < 9999) SELECT i, i, printf('%.*c', 400, 'x') FROM"
                + " c",
            "CREATE TABLE k(a TEXT, b INT, v, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO k WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i <"
                + " 2499) SELECT 'k' || (i / 1000), 2500 - i, i FROM c",
            "CREATE TABLE empty(x)",
            "CREATE VIEW v AS SELECT n * 10 AS tenfold, n FROM t ORDER BY n DESC",
            "CREATE TABLE hidden(rowid, _rowid_, oid, a PRIMARY KEY)",
            "INSERT INTO hidden VALUES (1, 2, 3, NULL), (1, 2, 3, NULL), (1, 2, 3, 'x')");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Table table(String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  private List<ScannedRow> rows(String table, String... columns) {
    List<ScannedRow> rows = new ArrayList<>();
    long count =
        new TableScan(database, table(table), List.of(columns)).forEach(rows::add, Monitor.NONE);
    assertThat(count).isEqualTo(rows.size());
    return rows;
  }

  @Test
  void rowsComeInTheOrderOfRowidsWithWholeValues() {
    List<ScannedRow> rows = rows("t", "ODD #{x}", "n");
    assertThat(rows).hasSize(3 + 3301);
    assertThat(rows.get(0))
        .isEqualTo(new ScannedRow(new RowKey.Rowid(-5), Arrays.asList(null, 1L)));
    assertThat(rows.get(1))
        .isEqualTo(new ScannedRow(new RowKey.Rowid(7), Arrays.<Object>asList(2.5, 2L)));
    assertThat(rows.get(2).values().get(0)).isEqualTo(new byte[] {0, (byte) 0xff});
    assertThat(rows.get(3).values().get(0)).isEqualTo("x".repeat(400));
    List<Long> rowids = rows.stream().map(row -> ((RowKey.Rowid) row.key()).value()).toList();
    assertThat(rowids).isSorted().doesNotHaveDuplicates().endsWith(9997L, 10000L);
  }

  @Test
  void aTableWithoutRowidComesInTheOrderOfItsKey() {
    List<ScannedRow> rows = rows("k", "v");
    assertThat(rows).hasSize(2500);
    assertThat(rows.getFirst().key()).isEqualTo(RowKey.Primary.of(Arrays.asList("k0", 1501L)));
    assertThat(rows.getFirst().values()).isEqualTo(List.of(999L));
    assertThat(rows.getLast().key()).isEqualTo(RowKey.Primary.of(Arrays.asList("k2", 500L)));
    assertThat(rows.stream().map(ScannedRow::key)).doesNotHaveDuplicates();
  }

  @Test
  void aViewComesInItsOwnOrder() {
    List<ScannedRow> rows = rows("v", "tenfold");
    assertThat(rows).hasSize(3304);
    assertThat(rows.getFirst()).isEqualTo(new ScannedRow(new RowKey.Position(0), List.of(100000L)));
    assertThat(rows.getLast()).isEqualTo(new ScannedRow(new RowKey.Position(3303), List.of(10L)));
  }

  @Test
  void noRowIsLostWhereTheRowidIsHiddenAndTheKeyHoldsNull() {
    assertThat(rows("hidden", "a")).hasSize(3);
    assertThat(rows("empty", "x")).isEmpty();
  }

  @Test
  void anUnknownColumnIsAProblemThatNamesTheOthers() {
    assertThatThrownBy(() -> new TableScan(database, table("k"), List.of("v", "w")))
        .isInstanceOf(RecordProblem.UnknownColumn.class)
        .hasMessageContaining("k has no column “w”")
        .hasMessageContaining("a, b, v");
  }

  @Test
  void cancellingStopsItBetweenTwoReads() {
    List<ScannedRow> seen = new ArrayList<>();
    TableScan scan = new TableScan(database, table("t"), List.of("n"));
    Job<Long> job = new Job<>("scan", monitor -> scan.forEach(seen::add, monitor));
    try (Monitor.Registration _ = job.onChange(job::cancel)) {
      job.run();
    }
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
    assertThat(seen).hasSize(TableScan.STEP);
  }
}
