package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.work.Monitor;

/** Which rows of a table the rows of a query lead to. */
class QueryOriginTest {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Database database;

  @BeforeAll
  static void build() throws Exception {
    database =
        Database.open(
            SqliteProgram.run(
                folder.resolve("a.db"),
                "CREATE TABLE person(id INTEGER PRIMARY KEY, age, town, label)",
                "INSERT INTO person VALUES (7, 30, 'x', 1), (8, 40, 'y', 0), (9, 50, 'x', 1)",
                "CREATE TABLE town(name TEXT PRIMARY KEY, size) WITHOUT ROWID",
                "INSERT INTO town VALUES ('x', 100), ('y', 200)",
                "CREATE TABLE plain(a, b)",
                "INSERT INTO plain(rowid, a, b) VALUES (4, 1, 'u'), (5, 2, 'v')",
                "CREATE VIEW seen AS SELECT id, age, label FROM person",
                "CREATE VIEW lying AS SELECT age AS id, label FROM person",
                "CREATE VIEW listed(id, label) AS SELECT age, label FROM person"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<String> identities(String sql, String target) {
    Roles roles = Roles.numeric(List.of("age"), target);
    return DataSource.query(sql).read(database, roles, Monitor.NONE).rows().stream()
        .map(
            row ->
                row.identity() instanceof TableRow found ? found.table() + " " + found.key() : "-")
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM person ORDER BY id DESC",
        "SELECT age, label, rowid FROM person ORDER BY age DESC",
        "SELECT age + 1 AS older, p.id, label FROM person p ORDER BY 2 DESC",
        "SELECT * FROM seen ORDER BY age DESC",
        "WITH old AS (SELECT * FROM person WHERE age > 0) SELECT * FROM old ORDER BY age DESC",
        "SELECT name, size, person.* FROM town JOIN person ON town = name ORDER BY id DESC",
        "SELECT \"id\", label FROM (SELECT id, label FROM person ORDER BY id DESC)"
      })
  void theKeyIsFoundWhereverItIsCarried(String sql) {
    assertThat(identities(sql, "label"))
        .containsExactly("person row 9", "person row 8", "person row 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT age, label FROM person",
        "SELECT age AS id, label FROM person",
        "SELECT age id, label FROM person",
        "SELECT age 'id', label FROM person",
        "SELECT (age) id, label FROM person",
        "SELECT id + 0 AS id, label FROM person",
        "SELECT * FROM lying",
        "SELECT * FROM listed",
        "WITH t(id, label) AS (SELECT age, label FROM person) SELECT * FROM t",
        "WITH t(id, label) AS NOT MATERIALIZED (SELECT age, label FROM person) SELECT * FROM t",
        "SELECT id, label FROM person WHERE id = 9 UNION ALL SELECT age, label FROM person"
            + " WHERE id < 9"
      })
  void aKeyIsNotTakenForGrantedByItsName(String sql) {
    assertThat(identities(sql, "label")).containsExactly("-", "-", "-");
  }

  @Test
  void ofTwoTablesTheTargetsOwnComesFirst() {
    String sql = "SELECT name, size, id, label FROM town JOIN person ON town = name ORDER BY id";
    assertThat(identities(sql, "label"))
        .containsExactly("person row 7", "person row 8", "person row 9");
    assertThat(identities(sql, "size"))
        .containsExactly("town row (x)", "town row (y)", "town row (x)");
    assertThat(identities("SELECT rowid, b FROM plain", "b"))
        .containsExactly("plain row 4", "plain row 5");
    assertThat(identities("SELECT id, label FROM town LEFT JOIN person ON age = size / 4", "label"))
        .containsExactly("-", "person row 9");
  }

  @Test
  void rowsAtPlacesAreThoseThatWereRead() {
    DataSource query = DataSource.query("SELECT age, label FROM person ORDER BY age DESC -- old");
    String sql = query.at(List.of(0L, 2L));
    assertThat(
            new QueryRunner(database)
                .fetch(SqlScript.of(sql).statements().getFirst(), Map.of(), Monitor.NONE)
                .rows())
        .extracting(row -> row[1])
        .containsExactly(50L, 30L);
  }
}
