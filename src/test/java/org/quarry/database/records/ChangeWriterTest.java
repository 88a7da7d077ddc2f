package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

class ChangeWriterTest {
  @TempDir Path folder;
  private final ChangeJournal journal = new ChangeJournal();
  private Path file = Path.of("");
  private Database database;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT NOT NULL, n INT DEFAULT 7, \"odd"
                + " #{x}\" UNIQUE)",
            "INSERT INTO t VALUES (1, 'one', 10, 'a'), (2, 'two', NULL, 'b'), (3, 'three', 30,"
                + " x'00ff')",
            "CREATE TABLE k(a TEXT, b INT, v, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO k VALUES ('x', 1, 'first'), ('x', 2, 'second')");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private int write() {
    List<WrittenRow> written =
        new ChangeWriter(database, new SchemaReader(database).read(Monitor.NONE))
            .write(journal.rows(), Monitor.NONE);
    journal.written(written);
    return written.size();
  }

  private static CellEdit edit(
      long rowid, String column, @Nullable Object old, @Nullable Object now) {
    return new CellEdit(new RowKey.Rowid(rowid), column, true, old, now);
  }

  private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private List<String> rows() throws Exception {
    return SqliteProgram.rows(
        file, "SELECT id, quote(name), quote(n), quote(\"odd #{x}\") FROM t ORDER BY id");
  }

  @Test
  void updatesInsertsAndDeletesLandTogetherWithTheirTypes() throws Exception {
    journal.set(
        "t",
        List.of(
            edit(1, "name", "one", ""), edit(1, "n", 10L, null), edit(2, "odd #{x}", "b", 2.5)));
    journal.delete("t", List.of(new RowKey.Rowid(3)));
    journal.insert("t", values("name", "new", "odd #{x}", new byte[] {1, 2}));
    assertThat(write()).isEqualTo(4);
    assertThat(rows()).containsExactly("1|''|NULL|'a'", "2|'two'|NULL|2.5", "3|'new'|7|X'0102'");
  }

  @Test
  void aFreedKeyCanBeTakenInTheSameTransaction() throws Exception {
    journal.insert("t", values("id", 3L, "name", "again", "odd #{x}", "a"));
    journal.delete("t", List.of(new RowKey.Rowid(3), new RowKey.Rowid(1)));
    write();
    assertThat(rows()).containsExactly("2|'two'|NULL|'b'", "3|'again'|7|'a'");
  }

  @Test
  void aRowChangedMeanwhileIsAConflictAndNothingIsWritten() throws Exception {
    journal.set("t", List.of(edit(2, "name", "two", "zwei"), edit(1, "name", "one", "eins")));
    SqliteProgram.run(file, "UPDATE t SET name = 'uno' WHERE id = 1");
    assertThatThrownBy(this::write)
        .isInstanceOf(RecordProblem.Conflicts.class)
        .hasMessageContaining("t, row 1 was changed");
    assertThat(rows().get(1)).startsWith("2|'two'");
    assertThat(journal.size()).isEqualTo(2);
  }

  @Test
  void aRowThatIsGoneIsAConflict() throws Exception {
    journal.set("t", List.of(edit(2, "name", "two", "zwei")));
    SqliteProgram.run(file, "DELETE FROM t WHERE id = 2");
    assertThatThrownBy(this::write)
        .isInstanceOf(RecordProblem.Conflicts.class)
        .hasMessageContaining("row 2 is gone");
  }

  @Test
  void aRefusedRowIsNamedWithItsRuleAndNothingIsWritten() throws Exception {
    journal.set("t", List.of(edit(1, "name", "one", "fine"), edit(2, "name", "two", null)));
    assertThatThrownBy(this::write)
        .isInstanceOf(RecordProblem.RowRefused.class)
        .hasMessageContaining("t, row 2")
        .hasMessageContaining("NOT NULL constraint failed: t.name");
    assertThat(rows().getFirst()).startsWith("1|'one'");
  }

  @Test
  void rowsWithoutRowidAreReachedByTheirKey() throws Exception {
    RowKey key = RowKey.Primary.of(Arrays.asList("x", 2L));
    journal.set("k", List.of(new CellEdit(key, "v", true, "second", "changed")));
    journal.delete("k", List.of(RowKey.Primary.of(Arrays.asList("x", 1L))));
    write();
    assertThat(SqliteProgram.rows(file, "SELECT * FROM k")).containsExactly("x|2|changed");
  }

  @Test
  void everyConflictIsToldAtOnceWithWhatIsInTheFile() throws Exception {
    journal.set(
        "t",
        List.of(
            edit(1, "name", "one", "eins"),
            edit(1, "n", 10L, 11L),
            edit(2, "name", "two", "zwei"),
            edit(3, "n", 30L, 31L)));
    SqliteProgram.run(file, "UPDATE t SET name = 'uno' WHERE id = 1", "DELETE FROM t WHERE id = 2");
    List<RowConflict> conflicts = conflicts();
    assertThat(conflicts).extracting(RowConflict::name).containsExactly("t, row 1", "t, row 2");
    assertThat(conflicts.get(0).theirs()).containsEntry("name", "uno").containsEntry("n", 10L);
    assertThat(conflicts.get(0).differs("name")).isTrue();
    assertThat(conflicts.get(0).differs("n")).isFalse();
    assertThat(conflicts.get(1).gone()).isTrue();
    assertThat(rows().getLast()).startsWith("3|'three'|30");

    journal.decide(conflicts, true);
    assertThat(journal.undoName()).contains("keep mine in 2 rows");
    write();
    assertThat(rows())
        .containsExactly("1|'eins'|11|'a'", "2|'zwei'|7|NULL", "3|'three'|31|X'00FF'");
  }

  private List<RowConflict> conflicts() {
    try {
      write();
    } catch (RecordProblem.Conflicts found) {
      return found.rows();
    }
    throw new AssertionError("no conflict");
  }

  @Test
  void takingTheirsDropsTheRowAndUndoBringsItBack() throws Exception {
    journal.set("t", List.of(edit(1, "name", "one", "eins"), edit(3, "n", 30L, 31L)));
    SqliteProgram.run(file, "UPDATE t SET name = 'uno' WHERE id = 1");
    journal.decide(conflicts(), false);
    assertThat(journal.size()).isEqualTo(1);
    journal.undo();
    assertThat(journal.size()).isEqualTo(2);
    journal.redo();
    write();
    assertThat(rows())
        .containsExactly("1|'uno'|10|'a'", "2|'two'|NULL|'b'", "3|'three'|31|X'00FF'");
  }

  @Test
  void aRowThatIsAlreadyAsStagedIsNoConflict() throws Exception {
    journal.set("t", List.of(edit(1, "name", "one", "eins")));
    SqliteProgram.run(file, "UPDATE t SET name = 'eins' WHERE id = 1");
    write();
    assertThat(journal.size()).isZero();
  }

  @Test
  void theRefusedColumnIsNamed() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE r(id INTEGER PRIMARY KEY, u UNIQUE, c CHECK (c > 0), f REFERENCES t(id))",
        "INSERT INTO r VALUES (1, 'x', 1, 1), (2, 'y', 1, 1)");
    assertThat(refused("u", "y", "x")).contains("u");
    assertThat(refused("c", 1L, -1L)).contains("c");
    assertThat(refused("f", 1L, 99L)).contains("f");
  }

  private Optional<String> refused(String column, Object old, Object now) {
    journal.set("r", List.of(edit(2, column, old, now)));
    try {
      write();
    } catch (RecordProblem.RowRefused refused) {
      assertThat(refused.row().key()).isEqualTo(new RowKey.Rowid(2));
      assertThat(journal.size()).isEqualTo(1);
      journal.undo();
      return refused.column();
    }
    throw new AssertionError("not refused");
  }

  @Test
  void afterWritingUndoStagesTheInverseAndRedoTheSameAgain() throws Exception {
    SqliteProgram.run(file, "CREATE TABLE plain(a, b)", "INSERT INTO plain VALUES (x'01', 2.5)");
    List<String> was = rows();
    journal.set("t", List.of(edit(1, "name", "one", "eins"), edit(1, "id", 1L, 9L)));
    RowKey fresh = journal.insert("t", values());
    journal.set("t", List.of(new CellEdit(fresh, "name", true, null, "new")));
    journal.set("t", List.of(new CellEdit(fresh, "n", true, null, 1L)));
    journal.delete("t", List.of(new RowKey.Rowid(3)));
    journal.delete("plain", List.of(new RowKey.Rowid(1)));
    write();
    List<String> then = rows();
    assertThat(then).containsExactly("2|'two'|NULL|'b'", "9|'eins'|10|'a'", "10|'new'|1|NULL");
    assertThat(journal.size()).isZero();

    assertThat(journal.undoName()).contains("1 deleted row in plain");
    journal.undo();
    journal.undo();
    journal.undo();
    write();
    assertThat(rows())
        .containsExactly(
            "2|'two'|NULL|'b'", "3|'three'|30|X'00FF'", "9|'eins'|10|'a'", "10|'new'|7|NULL");
    assertThat(SqliteProgram.rows(file, "SELECT rowid, quote(a), b FROM plain"))
        .containsExactly("1|X'01'|2.5");
    journal.undo();
    journal.undo();
    journal.undo();
    assertThat(journal.undoName()).isEmpty();
    write();
    assertThat(rows()).isEqualTo(was);

    for (int step = 0; step < 6; step++) {
      journal.redo();
    }
    assertThat(journal.redoName()).isEmpty();
    write();
    assertThat(rows().stream().map(row -> row.substring(row.indexOf('|'))).toList())
        .isEqualTo(then.stream().map(row -> row.substring(row.indexOf('|'))).toList());
  }

  @Test
  void undoAfterWritingAddsUpOverSeveralWritings() throws Exception {
    RowKey key = RowKey.Primary.of(Arrays.asList("x", 1L));
    journal.set("k", List.of(new CellEdit(key, "v", true, "first", "second")));
    write();
    journal.set("k", List.of(new CellEdit(key, "v", true, "second", "third")));
    journal.set("k", List.of(new CellEdit(key, "b", true, 1L, 5L)));
    write();
    journal.undo();
    journal.undo();
    journal.undo();
    assertThat(journal.size()).isEqualTo(2);
    write();
    assertThat(SqliteProgram.rows(file, "SELECT * FROM k"))
        .containsExactly("x|1|first", "x|2|second");
  }
}
