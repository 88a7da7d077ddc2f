package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
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
    return new ChangeWriter(database, new SchemaReader(database).read(Monitor.NONE))
        .write(journal.rows(), Monitor.NONE);
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
        .isInstanceOf(DatabaseProblem.Conflict.class)
        .hasMessageContaining("t, row 1 was changed");
    assertThat(rows().get(1)).startsWith("2|'two'");
    assertThat(journal.size()).isEqualTo(2);
  }

  @Test
  void aRowThatIsGoneIsAConflict() throws Exception {
    journal.set("t", List.of(edit(2, "name", "two", "zwei")));
    SqliteProgram.run(file, "DELETE FROM t WHERE id = 2");
    assertThatThrownBy(this::write)
        .isInstanceOf(DatabaseProblem.Conflict.class)
        .hasMessageContaining("row 2 is gone");
  }

  @Test
  void aRefusedRowIsNamedWithItsRuleAndNothingIsWritten() throws Exception {
    journal.set("t", List.of(edit(1, "name", "one", "fine"), edit(2, "name", "two", null)));
    assertThatThrownBy(this::write)
        .isInstanceOf(DatabaseProblem.Constraint.class)
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
}
