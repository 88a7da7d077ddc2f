package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** What validation says of staged rows, and that the file says the same when it is written. */
class EditCheckTest {
  @TempDir Path folder;
  private Database database;
  private Schema schema;
  private final ChangeJournal journal = new ChangeJournal();

  @BeforeEach
  void open() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE team(id INTEGER PRIMARY KEY, code TEXT UNIQUE COLLATE NOCASE)",
            """
            CREATE TABLE person(
              id INTEGER PRIMARY KEY,
              name TEXT NOT NULL,
              born INTEGER CHECK (born > 1800),
              died INTEGER,
              email TEXT COLLATE NOCASE UNIQUE,
              state TEXT DEFAULT 'new' CHECK (state IN ('new', 'old')),
              team INTEGER REFERENCES team(id),
              later INTEGER REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
              code TEXT REFERENCES team(code),
              CONSTRAINT lifetime CHECK (died IS NULL OR died >= born),
              UNIQUE (name, born))
            """,
            "INSERT INTO team VALUES (1, 'red'), (2, 'blue')",
            """
            INSERT INTO person(id, name, born, died, email, team) VALUES
              (1, 'Curie', 1867, 1934, 'marie@x', 1),
              (2, 'Noether', 1882, 1935, 'emmy@x', 2),
              (3, 'Hopper', 1906, 1992, NULL, NULL)
            """,
            "CREATE TABLE code(a TEXT, b INT, c, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO code VALUES ('x', 1, 'one'), ('x', 2, 'two')",
            "CREATE TABLE pair(id INTEGER PRIMARY KEY, a TEXT, b INT,"
                + " FOREIGN KEY (a, b) REFERENCES code)",
            "INSERT INTO pair VALUES (1, 'x', 1)",
            "CREATE TABLE strict(id INTEGER PRIMARY KEY, n INTEGER, r REAL, t TEXT, any ANY) STRICT",
            "INSERT INTO strict VALUES (1, 1, 1.5, 'a', 'b')",
            "CREATE TABLE odd(id INTEGER PRIMARY KEY, \"a #{x} \"\"b\" TEXT CHECK (\"a #{x}"
                + " \"\"b\" <> '#{y} ?'), n CHECK (nowhere(n) > 0) )"
                    .replace("nowhere(n) > 0", "n GLOB '[0-9]'"),
            "INSERT INTO odd VALUES (1, 'a', '1')");
    database = Database.open(file);
    schema = new SchemaReader(database).read(Monitor.NONE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void set(String table, long row, String column, @Nullable Object now) {
    set(table, new RowKey.Rowid(row), column, now);
  }

  private void set(String table, RowKey key, String column, @Nullable Object now) {
    journal.set(table, List.of(new CellEdit(key, column, false, null, now)));
  }

  private List<String> problems() {
    List<StagedRow> rows = journal.rows();
    return new EditCheck(database, schema)
        .problems(rows, rows, Monitor.NONE).stream()
            .map(
                problem ->
                    problem.key()
                        + " "
                        + problem.column()
                        + (problem.warning() ? " (warning)" : "")
                        + ": "
                        + problem.sentence())
            .toList();
  }

  /** Whether the file takes what is staged. */
  private boolean written() {
    try {
      new ChangeWriter(database, schema).write(journal.rows(), Monitor.NONE);
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  @Test
  void aCheckIsJudgedWithTheRowsOtherValues() {
    set("person", 1, "died", 1860L);
    set("person", 2, "born", 1700L);
    assertThat(problems())
        .containsExactly(
            "row 1 died: CHECK lifetime refuses (1867, 1860).",
            "row 2 born: CHECK (born > 1800) refuses 1700.");
    assertThat(written()).isFalse();
    set("person", 1, "born", 1850L);
    set("person", 2, "born", null);
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void listsNullsAndStrictTypesAreJudged() {
    set("person", 1, "state", "gone");
    set("person", 2, "name", null);
    set("strict", 1, "n", "abc");
    set("strict", 1, "r", 2L);
    set("strict", 1, "t", "x");
    set("strict", 1, "any", 5L);
    assertThat(problems())
        .containsExactly(
            "row 1 state: “gone” is refused: state takes one of “new”, “old”.",
            "row 2 name: name cannot be NULL: it needs a value.",
            "row 1 n: strict is a strict table: n takes INTEGER only.");
    assertThat(written()).isFalse();
  }

  @Test
  void aUniqueValueNamesTheOtherRow() {
    set("person", 3, "email", "MARIE@X");
    assertThat(problems())
        .containsExactly("row 3 email: UNIQUE (email): row 1 has “MARIE@X” already.");
    assertThat(written()).isFalse();
    set("person", 3, "email", "marie@y");
    assertThat(problems()).isEmpty();
    set("person", 1, "email", "Marie@X");
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void aStagedChangeFreesAValueAndTakesOne() {
    set("person", 1, "email", "free@x");
    set("person", 3, "email", "marie@x");
    assertThat(problems()).isEmpty();
    set("person", 2, "email", "FREE@x");
    assertThat(problems())
        .containsExactly(
            "row 1 email: UNIQUE (email): row 2 has “free@x” already.",
            "row 2 email: UNIQUE (email): row 1 has “FREE@x” already.");
    assertThat(written()).isFalse();
    journal.undo();
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void aRowToBeDeletedFreesItsKey() {
    RowKey.Fresh fresh = journal.insert("person", values("id", 1L, "name", "Meitner"));
    assertThat(problems()).containsExactly(fresh + " id: PRIMARY KEY (id): row 1 has 1 already.");
    assertThat(written()).isFalse();
    journal.delete("person", List.of(new RowKey.Rowid(1)));
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void keysOfSeveralColumnsAreOneRule() {
    set("person", 2, "name", "Curie");
    assertThat(problems()).isEmpty();
    set("person", 2, "born", 1867L);
    assertThat(problems())
        .containsExactly(
            "row 2 name: UNIQUE (name, born): row 1 has (“Curie”, 1867) already.",
            "row 2 born: UNIQUE (name, born): row 1 has (“Curie”, 1867) already.");
    journal.revert();
    RowKey.Primary first = RowKey.Primary.of(List.of("x", 1L));
    set("code", first, "b", 2L);
    assertThat(problems())
        .containsExactly("row (x, 1) b: PRIMARY KEY (a, b): row (x, 2) has (“x”, 2) already.");
    set("code", RowKey.Primary.of(List.of("x", 2L)), "b", 3L);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aForeignKeyNeedsItsRow() {
    set("person", 1, "team", 7L);
    set("person", 2, "code", "RED");
    set("person", 3, "code", "green");
    set("person", 3, "team", null);
    assertThat(problems())
        .containsExactly(
            "row 1 team: FOREIGN KEY: no row of team has id = 7.",
            "row 3 code: FOREIGN KEY: no row of team has code = “green”.");
    assertThat(written()).isFalse();
    set("person", 1, "team", 2L);
    set("person", 3, "code", "Blue");
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void aStagedRowIsReferredToAndOneToBeDeletedIsNot() {
    journal.insert("team", values("id", 7L));
    journal.insert("person", values("name", "Meitner", "team", 7L));
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
    journal.revert();
    set("person", 3, "team", 2L);
    journal.delete("team", List.of(new RowKey.Rowid(2)));
    assertThat(problems()).containsExactly("row 3 team: FOREIGN KEY: no row of team has id = 2.");
  }

  @Test
  void aDeferredKeyIsAWarningOnly() {
    set("person", 1, "later", 9L);
    assertThat(problems())
        .containsExactly(
            "row 1 later (warning): FOREIGN KEY: no row of team has id = 9 yet; it must come with"
                + " the same write.");
    journal.insert("team", values("id", 9L));
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void aKeyOfSeveralColumnsRefersAsAWhole() {
    set("pair", 1, "b", 2L);
    assertThat(problems()).isEmpty();
    set("pair", 1, "b", 3L);
    assertThat(problems())
        .containsExactly("row 1 b: FOREIGN KEY: no row of code has a, b = (“x”, 3).");
    assertThat(written()).isFalse();
    set("pair", 1, "a", null);
    assertThat(problems()).isEmpty();
    assertThat(written()).isTrue();
  }

  @Test
  void aNewRowIsJudgedWithItsDefaults() {
    journal.insert("person", values("name", "Meitner", "died", 1968L));
    assertThat(problems()).isEmpty();
    RowKey.Fresh fresh = journal.insert("person", values("name", "Curie", "born", 1867L));
    assertThat(problems())
        .containsExactly(
            fresh + " name: UNIQUE (name, born): row 1 has (“Curie”, 1867) already.",
            fresh + " born: UNIQUE (name, born): row 1 has (“Curie”, 1867) already.");
  }

  @Test
  void namesThatLookLikePlaceholdersAreNames() {
    set("odd", 1, "a #{x} \"b", "#{y} ?");
    set("odd", 1, "n", 12L);
    assertThat(problems())
        .containsExactly(
            "row 1 a #{x} \"b: CHECK (\"a #{x} \"\"b\" <> '#{y} ?') refuses “#{y} ?”.",
            "row 1 n: CHECK (n GLOB '[0-9]') refuses 12.");
    assertThat(written()).isFalse();
  }

  private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return values;
  }
}
