package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** What staged deletions know of long values, and how far undo reaches. */
class DeletionTest {
  private static final RowKey ONE = new RowKey.Rowid(1);

  @TempDir Path folder;
  private final ChangeJournal journal = new ChangeJournal();
  private Path file = Path.of("");
  private @Nullable Database database;

  private Database make(String... statements) throws Exception {
    file = SqliteProgram.run(folder.resolve("a.db"), statements);
    Database open = Database.open(file);
    database = open;
    return open;
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  private Schema schema() {
    return new SchemaReader(Objects.requireNonNull(database)).read(Monitor.NONE);
  }

  private ChangeWriter.Result write(boolean along) {
    ChangeWriter.Result result =
        new ChangeWriter(Objects.requireNonNull(database), schema())
            .write(journal.rows(), along, rows -> {}, Monitor.NONE);
    journal.written(result.rows());
    return result;
  }

  private Map<String, @Nullable Object> seen(String... columns) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    try (TableRows rows =
        new TableRows(
            Objects.requireNonNull(database),
            schema().table("t").orElseThrow(),
            List.of(),
            RowFilter.NONE)) {
      for (String column : columns) {
        seen.put(column, rows.fingerprint(ONE, column, Monitor.NONE));
      }
    }
    return seen;
  }

  private List<RowConflict> conflicts() {
    List<RowConflict> found = new ArrayList<>();
    try {
      write(true);
    } catch (RecordProblem.Conflicts conflicts) {
      found.addAll(conflicts.rows());
    }
    return found;
  }

  @Test
  void aLongTextOrBlobThatWasChangedMeanwhileIsAConflict() throws Exception {
    for (String column : List.of("b", "long")) {
      for (String theirs :
          List.of(
              "UPDATE t SET b = randomblob(5000), long = printf('%04000d', 8)",
              "UPDATE t SET b = CAST(b || x'00' AS BLOB), long = long || char(0)",
              "UPDATE t SET b = NULL, long = NULL")) {
        make(
            "DROP TABLE IF EXISTS t",
            "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB, long TEXT)",
            "INSERT INTO t VALUES (1, zeroblob(5000), printf('%04000d', 7))");
        journal.delete("t", Map.of(ONE, seen(column)));
        SqliteProgram.run(file, theirs);
        List<RowConflict> found = conflicts();
        assertThat(found).as("%s after %s", column, theirs).hasSize(1);
        assertThat(found.getFirst().differs(column)).isTrue();
        assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("1");
        journal.decide(found, true);
        assertThat(conflicts()).isEmpty();
        assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("0");
        close();
      }
    }
  }

  @Test
  void longValuesThatStayedTheSameAreNoConflictInAnyEncoding() throws Exception {
    for (String encoding : List.of("UTF-8", "UTF-16le")) {
      make(
          "DROP TABLE IF EXISTS t",
          "PRAGMA encoding = '%s'".formatted(encoding),
          "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB, long TEXT, nul TEXT, n)",
          "INSERT INTO t VALUES (1, zeroblob(70000), printf('%0400d', 7) || 'äöü😀',"
              + " printf('%0400d', 7) || char(0) || 'x', 5)");
      journal.delete("t", Map.of(ONE, seen("b", "long", "nul", "n")));
      assertThat(conflicts()).isEmpty();
      assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("0");
      journal.undo();
      write(true);
      assertThat(rows(file, "SELECT length(b), n FROM t")).containsExactly("70000|5");
      close();
      Files.delete(file);
    }
  }

  @Test
  void aFingerprintIsTheSameWholeOrInPieces() throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)",
        "INSERT INTO t VALUES (1, zeroblob(16777216))");
    assertThat(seen("b"))
        .containsEntry("b", Fingerprint.of(new byte[16_777_216]))
        .doesNotContainValue(Fingerprint.of(new byte[16_777_215]));
    assertThat(Fingerprint.of("abc"))
        .isEqualTo(
            new Fingerprint(
                true, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        .isNotEqualTo(Fingerprint.of("abc".getBytes(StandardCharsets.UTF_8)));
  }

  private void family(int children) throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY)",
        "CREATE TABLE c(id INTEGER PRIMARY KEY, t REFERENCES t ON DELETE CASCADE)",
        "CREATE INDEX ct ON c(t)",
        "INSERT INTO t VALUES (1), (2)",
        "INSERT INTO c WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
                .formatted(children)
            + " SELECT i, 1 FROM n");
  }

  @Test
  void undoBringsBackMoreThanTenThousandRowsThatWentAlong() throws Exception {
    family(30_000);
    journal.delete("t", List.of(ONE));
    assertThatThrownBy(() -> write(false))
        .isInstanceOf(RecordProblem.TakesAlong.class)
        .hasMessageContaining("30000 rows of c are deleted.");
    write(true);
    assertThat(rows(file, "SELECT count(*) FROM c")).containsExactly("0");
    journal.undo();
    write(true);
    assertThat(rows(file, "SELECT count(*), sum(id) FROM c WHERE t = 1"))
        .containsExactly("30000|450015000");
  }

  @Test
  void whatUndoCannotBringBackIsSaidInFiguresBeforeAnythingIsWritten() throws Exception {
    family(TakenAlong.MOST + 23);
    journal.delete("t", List.of(ONE));
    assertThatThrownBy(() -> write(false))
        .isInstanceOfSatisfying(
            RecordProblem.TakesAlong.class,
            problem -> {
              assertThat(problem.what()).contains("100000 rows of c are deleted, and 23 rows more");
              assertThat(problem.next())
                  .isEqualTo(
                      "They are too many to be remembered: undo brings back 100000 rows of them,"
                          + " and the others are lost. Nothing was written yet.");
            });
    assertThat(rows(file, "SELECT count(*) FROM c")).containsExactly("100023");
    assertThat(
            new ChangeWriter(Objects.requireNonNull(database), schema())
                .consequences(journal.rows(), Monitor.NONE)
                .words())
        .isEqualTo("100000 rows of c are deleted, and more");
  }
}
