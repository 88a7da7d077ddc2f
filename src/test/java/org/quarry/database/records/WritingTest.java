package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** Rows that stand in each other's way, and what goes along with deleted ones. */
class WritingTest extends StagedFile {
  private Consequences write() {
    ChangeWriter.Result result = writer().write(journal.rows(), true, rows -> {}, Monitor.NONE);
    journal.written(result.rows());
    return result.consequences();
  }

  @Test
  void aDeletedRowThatWasChangedMeanwhileIsAConflict() throws Exception {
    make("CREATE TABLE t(a, b)", "INSERT INTO t VALUES (1, 'x'), (2, 'y')");
    journal.delete("t", Map.of(new RowKey.Rowid(1), Map.of("a", 1L, "b", "x")));
    journal.delete("t", Map.of(new RowKey.Rowid(2), Map.of("a", 2L, "b", "y")));
    SqliteProgram.run(file, "UPDATE t SET b = 'theirs' WHERE a = 1");
    List<RowConflict> found = List.of();
    try {
      write();
    } catch (RecordProblem.Conflicts conflicts) {
      found = conflicts.rows();
    }
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().gone()).isFalse();
    assertThat(found.getFirst().differs("b")).isTrue();
    assertThat(found.getFirst().differs("a")).isFalse();
    assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("2");
    journal.decide(found, true);
    write();
    assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("0");
    journal.undo();
    journal.undo();
    journal.undo();
    write();
    assertThat(rows(file, "SELECT a, b FROM t ORDER BY a")).containsExactly("1|theirs", "2|y");
  }

  @Test
  void aDeletionOfARowOnceChangedHereRemembersWhatItWasThen() {
    set("t", 1, "a", "first", "mine");
    journal.delete("t", Map.of(new RowKey.Rowid(1), Map.of("a", "theirs", "b", 2L)));
    assertThat(journal.change("t", new RowKey.Rowid(1)).orElseThrow().old())
        .containsEntry("a", "first")
        .containsEntry("b", 2L);
  }

  @Test
  void uniqueValuesAndKeysAreSwapped() throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, u TEXT NOT NULL UNIQUE, n INT UNIQUE)",
        "INSERT INTO t VALUES (1, 'a', 10), (2, 'b', 20), (3, 'c', 30)",
        "CREATE TABLE child(id REFERENCES t(id) ON UPDATE CASCADE)",
        "INSERT INTO child VALUES (1), (2)");
    set("t", 1, "u", "a", "b");
    set("t", 2, "u", "b", "c");
    set("t", 3, "u", "c", "a");
    set("t", 1, "n", 10L, 20L);
    set("t", 2, "n", 20L, 10L);
    set("t", 1, "id", 1L, 2L);
    set("t", 2, "id", 2L, 1L);
    write();
    assertThat(rows(file, "SELECT * FROM t ORDER BY id"))
        .containsExactly("1|c|10", "2|b|20", "3|a|30");
    assertThat(rows(file, "SELECT id FROM child ORDER BY rowid")).containsExactly("2", "1");
    for (int step = 0; step < 7; step++) {
      journal.undo();
    }
    write();
    assertThat(rows(file, "SELECT * FROM t ORDER BY id"))
        .containsExactly("1|a|10", "2|b|20", "3|c|30");
  }

  @Test
  void keysOfATableWithoutRowidsAreSwapped() throws Exception {
    make(
        "CREATE TABLE k(a TEXT, b INT, v, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "INSERT INTO k VALUES ('x', 1, 'first'), ('x', 2, 'second')");
    RowKey one = RowKey.Primary.of(Arrays.asList("x", 1L));
    RowKey two = RowKey.Primary.of(Arrays.asList("x", 2L));
    journal.set("k", List.of(new CellEdit(one, "b", true, 1L, 2L)));
    journal.set("k", List.of(new CellEdit(two, "b", true, 2L, 1L)));
    write();
    assertThat(rows(file, "SELECT * FROM k")).containsExactly("x|1|second", "x|2|first");
  }

  @Test
  void keysAreShiftedInAnyOrder() throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY)",
        "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 3000) SELECT i FROM n");
    for (long row = 1; row <= 3000; row++) {
      set("t", row, "id", row, row + 1);
    }
    write();
    assertThat(rows(file, "SELECT min(id), max(id), count(*) FROM t"))
        .containsExactly("2|3001|3000");
  }

  @Test
  void aTrueDuplicateIsStillRefusedAndNamed() throws Exception {
    make("CREATE TABLE t(u UNIQUE)", "INSERT INTO t VALUES ('a'), ('b'), ('c')");
    set("t", 1, "u", "a", "b");
    set("t", 2, "u", "b", "c");
    assertThatThrownBy(this::write)
        .isInstanceOf(RecordProblem.RowRefused.class)
        .hasMessageContaining("t, row")
        .hasMessageContaining("UNIQUE constraint failed: t.u");
    assertThat(rows(file, "SELECT u FROM t")).containsExactly("a", "b", "c");
  }

  @Test
  void aRuleThatEndsTheTransactionLosesNothing() throws Exception {
    make(
        "CREATE TABLE t(u UNIQUE ON CONFLICT ROLLBACK, v)",
        "INSERT INTO t VALUES ('a', 1), ('b', 2), ('c', 3)");
    set("t", 1, "u", "a", "b");
    set("t", 3, "v", 3L, 33L);
    assertThatThrownBy(this::write).isInstanceOf(RecordProblem.RowRefused.class);
    assertThat(rows(file, "SELECT u, v FROM t")).containsExactly("a|1", "b|2", "c|3");
    assertThat(journal.size()).isEqualTo(2);
  }

  @Test
  void whatARuleOrTriggerIgnoresIsSaid() throws Exception {
    make(
        "CREATE TABLE t(u UNIQUE ON CONFLICT IGNORE)",
        "INSERT INTO t VALUES ('a'), ('b')",
        "CREATE TRIGGER keep BEFORE DELETE ON t BEGIN SELECT raise(IGNORE); END");
    set("t", 1, "u", "a", "b");
    assertThatThrownBy(this::write).hasMessageContaining("left the row as it was");
    journal.undo();
    journal.insert("t", Map.of("u", "a"));
    assertThatThrownBy(this::write).hasMessageContaining("left the new row out");
    journal.undo();
    journal.delete("t", List.of(new RowKey.Rowid(1)));
    assertThatThrownBy(this::write).hasMessageContaining("A trigger kept the row");
  }

  private void orders() throws Exception {
    make(
        "CREATE TABLE customer(id INTEGER PRIMARY KEY, name)",
        "CREATE TABLE orders(no INTEGER PRIMARY KEY, customer REFERENCES customer ON DELETE"
            + " CASCADE, sum REAL)",
        "CREATE TABLE item(orders REFERENCES orders ON DELETE CASCADE, what)",
        "CREATE TABLE note(id INTEGER PRIMARY KEY, about REFERENCES customer(id) ON DELETE SET"
            + " NULL)",
        "INSERT INTO customer VALUES (1, 'Ada'), (2, 'Emmy')",
        "INSERT INTO orders VALUES (10, 1, 1.5), (11, 1, 2.5), (12, 2, 3.5)",
        "INSERT INTO item VALUES (10, 'pen'), (10, x'00ff'), (12, 'ink')",
        "INSERT INTO note VALUES (1, 1), (2, 2)");
  }

  private List<String> all() throws Exception {
    return rows(
        file,
        "SELECT 'c', id, name, '' FROM customer UNION ALL SELECT 'o', no, customer, sum FROM orders"
            + " UNION ALL SELECT 'i', rowid, orders, quote(what) FROM item"
            + " UNION ALL SELECT 'n', id, about, '' FROM note");
  }

  @Test
  void whatForeignKeysTakeAlongIsForeseenSaidAndBroughtBack() throws Exception {
    orders();
    List<String> was = all();
    journal.delete("customer", List.of(new RowKey.Rowid(1)));
    String words =
        "2 rows of orders are deleted, 2 rows of item are deleted, 1 row of note no longer refers";
    assertThat(writer().consequences(journal.rows(), Monitor.NONE).words().split(", "))
        .containsExactlyInAnyOrder(words.split(", "));
    assertThatThrownBy(() -> writer().write(journal.rows(), false, rows -> {}, Monitor.NONE))
        .isInstanceOf(RecordProblem.TakesAlong.class)
        .hasMessageContaining("2 rows of orders are deleted");
    assertThat(all()).isEqualTo(was);

    assertThat(write().words()).contains("2 rows of item are deleted");
    List<String> then = all();
    assertThat(then)
        .containsExactly("c|2|Emmy|", "o|12|2|3.5", "i|3|12|'ink'", "n|1|NULL|", "n|2|2|");
    journal.undo();
    assertThat(journal.size()).isEqualTo(6);
    write();
    assertThat(all()).containsExactlyInAnyOrderElementsOf(was);
    journal.redo();
    write();
    assertThat(all()).isEqualTo(then);
    journal.undo();
    write();
    assertThat(all()).containsExactlyInAnyOrderElementsOf(was);
  }

  @Test
  void aRowThatIsStagedToReferElsewhereIsNotTakenAlong() throws Exception {
    orders();
    journal.delete("customer", List.of(new RowKey.Rowid(1)));
    set("orders", 10, "customer", 1L, 2L);
    journal.delete("orders", Map.of(new RowKey.Rowid(11), Map.of("customer", 1L)));
    assertThat(write().words()).isEqualTo("1 row of note no longer refers");
    assertThat(rows(file, "SELECT no, customer FROM orders")).containsExactly("10|2", "12|2");
  }

  @Test
  void parentAndChildAreDeletedTogetherInAnyOrder() throws Exception {
    make(
        "CREATE TABLE p(id INTEGER PRIMARY KEY)",
        "CREATE TABLE c(p REFERENCES p)",
        "INSERT INTO p VALUES (1)",
        "INSERT INTO c VALUES (1)");
    journal.delete("p", List.of(new RowKey.Rowid(1)));
    journal.delete("c", List.of(new RowKey.Rowid(1)));
    write();
    assertThat(rows(file, "SELECT count(*) FROM p, c")).containsExactly("0");
    journal.undo();
    journal.undo();
    write();
    assertThat(rows(file, "SELECT p.id, c.p FROM p, c")).containsExactly("1|1");
  }

  @Test
  void aChildCanComeBeforeItsParent() throws Exception {
    make("CREATE TABLE p(id INTEGER PRIMARY KEY)", "CREATE TABLE c(p REFERENCES p)");
    journal.insert("c", Map.of("p", 7L));
    journal.insert("p", Map.of("id", 7L));
    write();
    assertThat(rows(file, "SELECT p FROM c")).containsExactly("7");
  }

  @Test
  void theSqlThatIsShownIsInTheOrderOfWriting() throws Exception {
    orders();
    journal.delete("customer", List.of(new RowKey.Rowid(1)));
    journal.insert("note", Map.of("id", 9L));
    journal.delete("note", List.of(new RowKey.Rowid(2)));
    set("orders", 12, "sum", 3.5, 4.5);
    Database open = database();
    assertThat(
            ChangeOrder.of(journal.rows(), new SchemaReader(open).read(Monitor.NONE)).stream()
                .map(row -> row.change().kind() + " " + row.table()))
        .containsExactly("DELETE note", "UPDATE orders", "INSERT note", "DELETE customer");
  }
}
