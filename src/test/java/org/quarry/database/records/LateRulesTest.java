package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.work.Monitor;

/** Staged rows whose end state is valid, whichever of them would have to come first. */
class LateRulesTest extends StagedFile {
  private void write() {
    journal.written(writer().write(journal.rows(), Monitor.NONE));
  }

  private static Map<String, @Nullable Object> row(@Nullable Object... pairs) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      row.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return row;
  }

  private void mutual(String held) throws Exception {
    make(
        "CREATE TABLE person(id INTEGER PRIMARY KEY, team NOT NULL REFERENCES team(id)"
            + held
            + ")",
        "CREATE TABLE team(id INTEGER PRIMARY KEY, head NOT NULL REFERENCES person(id)"
            + held
            + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " DEFERRABLE INITIALLY DEFERRED"})
  void twoNewRowsMayReferToEachOtherAndBeDeletedTogether(String held) throws Exception {
    mutual(held);
    journal.insert("person", row("id", 1L, "team", 7L));
    journal.insert("team", row("id", 7L, "head", 1L));
    write();
    assertThat(rows(file, "SELECT p.team, t.head FROM person p, team t")).containsExactly("7|1");
    journal.delete("person", List.of(new RowKey.Rowid(1)));
    journal.delete("team", List.of(new RowKey.Rowid(7)));
    write();
    assertThat(rows(file, "SELECT count(*) FROM person, team")).containsExactly("0");
    journal.undo();
    journal.undo();
    write();
    assertThat(rows(file, "SELECT p.team, t.head FROM person p, team t")).containsExactly("7|1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " DEFERRABLE INITIALLY DEFERRED"})
  void aRowWhoseOtherEndIsMissingAtTheEndIsNamed(String held) throws Exception {
    mutual(held);
    journal.insert("person", row("id", 1L, "team", 7L));
    journal.insert("team", row("id", 7L, "head", 1L));
    RowKey.Fresh wrong = journal.insert("person", row("id", 2L, "team", 8L));
    assertThatThrownBy(this::write)
        .isInstanceOfSatisfying(
            RecordProblem.RowRefused.class,
            refused -> {
              assertThat(refused.row().key()).isEqualTo(wrong);
              assertThat(refused.column()).contains("team");
            });
    assertThat(rows(file, "SELECT count(*) FROM person")).containsExactly("0");
    assertThat(journal.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " DEFERRABLE INITIALLY DEFERRED"})
  void aDeletedRowToWhichOthersReferIsNamed(String held) throws Exception {
    make(
        "CREATE TABLE p(id INTEGER PRIMARY KEY)",
        "CREATE TABLE c(p REFERENCES p" + held + ")",
        "INSERT INTO p VALUES (1), (2)",
        "INSERT INTO c VALUES (2)");
    journal.delete("p", List.of(new RowKey.Rowid(1)));
    journal.delete("p", List.of(new RowKey.Rowid(2)));
    assertThatThrownBy(this::write)
        .isInstanceOfSatisfying(
            RecordProblem.RowRefused.class,
            refused -> assertThat(refused.row().key()).isEqualTo(new RowKey.Rowid(2)));
    assertThat(rows(file, "SELECT count(*) FROM p")).containsExactly("2");
  }

  @Test
  void danglingKeysOfOtherRowsAreNotTheWritersBusiness() throws Exception {
    make(
        "CREATE TABLE n(id INTEGER PRIMARY KEY, next REFERENCES n(id) DEFERRABLE INITIALLY"
            + " DEFERRED, v)",
        "INSERT INTO n VALUES (1, 99, 'a')");
    set("n", 1, "v", "a", "b");
    journal.insert("n", row("id", 5L, "next", 6L));
    journal.insert("n", row("id", 6L, "next", 5L));
    write();
    assertThat(rows(file, "SELECT id, next, v FROM n"))
        .containsExactly("1|99|b", "5|6|NULL", "6|5|NULL");
  }

  @Test
  void valuesSwapUnderAUniqueIndexOnAnExpression() throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name, sum INTEGER)",
        "CREATE UNIQUE INDEX u ON t(lower(name), abs(sum))",
        "INSERT INTO t VALUES (1, 'Ada', 3), (2, 'Emmy', 3)");
    set("t", 1, "name", "Ada", "emmy");
    set("t", 2, "name", "Emmy", "ada");
    write();
    assertThat(rows(file, "SELECT name FROM t")).containsExactly("emmy", "ada");
    journal.undo();
    journal.undo();
    write();
    assertThat(rows(file, "SELECT name FROM t")).containsExactly("Ada", "Emmy");
    set("t", 1, "name", "Ada", "EMMY");
    assertThatThrownBy(this::write).isInstanceOf(RecordProblem.RowRefused.class);
    assertThat(rows(file, "SELECT name FROM t")).containsExactly("Ada", "Emmy");
  }

  @Test
  void valuesSwapUnderAUniqueGeneratedColumn() throws Exception {
    make(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name, low AS (lower(name)))",
        "CREATE UNIQUE INDEX u ON t(low)",
        "INSERT INTO t(id, name) VALUES (1, 'Ada'), (2, 'Emmy')");
    set("t", 1, "name", "Ada", "Emmy");
    set("t", 2, "name", "Emmy", "Ada");
    write();
    assertThat(rows(file, "SELECT name FROM t")).containsExactly("Emmy", "Ada");
  }

  @Test
  void keysThatOthersReferToSwap() throws Exception {
    make(
        "CREATE TABLE p(id INTEGER PRIMARY KEY, code UNIQUE)",
        "CREATE TABLE c(code REFERENCES p(code))",
        "INSERT INTO p VALUES (1, 'a'), (2, 'b')",
        "INSERT INTO c VALUES ('a'), ('b')");
    set("p", 1, "code", "a", "b");
    set("p", 2, "code", "b", "a");
    write();
    assertThat(rows(file, "SELECT code FROM p")).containsExactly("b", "a");
    assertThat(rows(file, "PRAGMA foreign_key_check")).isEmpty();
  }
}
