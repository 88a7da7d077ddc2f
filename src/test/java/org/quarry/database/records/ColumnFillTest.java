package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class ColumnFillTest {
  private static final String COUNTED =
      "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2500)";

  @TempDir Path folder;
  private Path file = Path.of("");
  private Database database;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, \"into #{x}\" CHECK (\"into #{x}\" <>"
                + " 'bad'), twice AS (n * 2))",
            "INSERT INTO t(n) " + COUNTED + " SELECT i FROM c",
            "CREATE TABLE k(a TEXT, b INT, v, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO k " + COUNTED + " SELECT 'k' || (i % 7), i, NULL FROM c",
            "CREATE VIEW w AS SELECT n FROM t");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ColumnFill fill(String table, String from, String into) {
    return new ColumnFill(
        database,
        new SchemaReader(database).read(Monitor.NONE).table(table).orElseThrow(),
        List.of(from),
        into);
  }

  private String one(String sql) throws Exception {
    return SqliteProgram.rows(file, sql).getFirst();
  }

  @Test
  void everyRowGetsItsValueWithItsType() throws Exception {
    long written =
        fill("t", "n", "INTO #{x}")
            .run(
                values ->
                    switch ((int) ((Long) values.getFirst() % 4)) {
                      case 0 -> Optional.of(0L);
                      case 1 -> Optional.of("it's");
                      case 2 -> Optional.of(0.5);
                      default -> Optional.empty();
                    },
                Monitor.NONE);
    assertThat(written).isEqualTo(1875);
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT n % 4, quote(\"into #{x}\"), count(*) FROM t GROUP BY 1, 2 ORDER BY 1"))
        .containsExactly("0|0|625", "1|'it''s'|625", "2|0.5|625", "3|NULL|625");
  }

  @Test
  void rowsWithoutRowidAreReachedByTheirKey() throws Exception {
    assertThat(
            fill("k", "b", "v").run(values -> Optional.of((Long) values.getFirst()), Monitor.NONE))
        .isEqualTo(2500);
    assertThat(one("SELECT count(*), sum(v = b) FROM k")).isEqualTo("2500|2500");
  }

  @Test
  void theFormulaSeesTheValueThatIsThere() throws Exception {
    SqliteProgram.run(file, "UPDATE t SET \"into #{x}\" = 'kept' WHERE n > 2000");
    ColumnFill fill = fill("t", "n", "into #{x}");
    assertThat(
            fill.run(
                values -> values.getLast() == null ? Optional.of(1L) : Optional.empty(),
                Monitor.NONE))
        .isEqualTo(2000);
    assertThat(one("SELECT sum(\"into #{x}\" = 'kept') FROM t")).isEqualTo("500");
  }

  @Test
  void aRefusedValueAndACancelledFillLeaveNothing() throws Exception {
    ColumnFill fill = fill("t", "n", "into #{x}");
    assertThatThrownBy(
            () ->
                fill.run(
                    values -> Optional.of((Long) values.getFirst() < 2400 ? "good" : "bad"),
                    Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Constraint.class)
        .hasMessageContaining("CHECK");
    Job<Long> job = new Job<>("fill", monitor -> fill.run(values -> Optional.of("good"), monitor));
    try (Monitor.Registration _ =
        job.onChange(
            () -> {
              if (job.progress().done() >= 2000) {
                job.cancel();
              }
            })) {
      job.run();
    }
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
    assertThat(one("SELECT count(\"into #{x}\") FROM t")).isEqualTo("0");
  }

  @Test
  void aRowThatATriggerKeepsIsAConflict() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TRIGGER keep BEFORE UPDATE ON t WHEN old.n = 1700 BEGIN SELECT RAISE(IGNORE); END");
    assertThatThrownBy(
            () -> fill("t", "n", "into #{x}").run(values -> Optional.of(1L), Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Conflict.class);
    assertThat(one("SELECT count(\"into #{x}\") FROM t")).isEqualTo("0");
  }

  @Test
  void whatCannotBeFilledIsRefusedAtOnce() {
    assertThatThrownBy(() -> fill("w", "n", "n"))
        .isInstanceOf(RecordProblem.NotWritable.class)
        .hasMessageContaining("w is a view");
    assertThatThrownBy(() -> fill("t", "n", "twice"))
        .isInstanceOf(RecordProblem.NotFillable.class)
        .hasMessageContaining("SQLite computes it");
    assertThatThrownBy(() -> fill("t", "n", "id"))
        .isInstanceOf(RecordProblem.NotFillable.class)
        .hasMessageContaining("primary key");
    assertThatThrownBy(() -> fill("t", "n", "nowhere"))
        .isInstanceOf(RecordProblem.UnknownColumn.class);
  }
}
