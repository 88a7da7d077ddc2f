package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import tools.jackson.databind.JsonNode;

class QueryCommandTest {
  @TempDir Path folder;
  private final Terminal terminal = new Terminal();
  private Path file = Path.of("");

  @BeforeEach
  void make() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, v)",
            "INSERT INTO t VALUES (1, 'one', 9007199254740993), (2, '', 0.1), (3, NULL, x'00ff'),"
                + " (4, 'a,\"b\"' || char(10) || 'c', 9e999)");
  }

  private int query(Object... args) {
    Object[] all = new Object[args.length + 2];
    all[0] = "query";
    all[1] = file;
    System.arraycopy(args, 0, all, 2, args.length);
    return terminal.run(all);
  }

  @Test
  void jsonKeepsOrderTypesAndEveryDigit() {
    assertThat(query("SELECT v, name, id FROM t ORDER BY id", "--format", "json")).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            [
            {"v":9007199254740993,"name":"one","id":1},
            {"v":0.1,"name":"","id":2},
            {"v":"00FF","name":null,"id":3},
            {"v":"Infinity","name":"a,\\"b\\"\\nc","id":4}
            ]
            """);
    JsonNode rows = terminal.json();
    assertThat(rows.get(0).get("v").longValue()).isEqualTo(9007199254740993L);
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void jsonLosesNoColumnOfEqualName() {
    assertThat(query("SELECT 1 AS n, 2 AS n, 3 AS n_2, 4 AS n", "--format", "JSON")).isZero();
    assertThat(terminal.out()).isEqualTo("[\n{\"n\":1,\"n_3\":2,\"n_2\":3,\"n_4\":4}\n]\n");
    assertThat(query("SELECT 1 AS n WHERE 0", "--format", "json")).isZero();
    assertThat(terminal.out()).isEqualTo("[]\n");
  }

  @Test
  void csvTellsNullFromTheEmptyText() {
    assertThat(query("SELECT id, name, v FROM t", "--format", "csv")).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            id,name,v
            1,one,9007199254740993
            2,"",0.1
            3,,00FF
            4,"a,""b\""
            c",Infinity
            """);
    assertThat(query("SELECT id FROM t WHERE 0", "--format", "csv")).isZero();
    assertThat(terminal.out()).isEqualTo("id\n");
  }

  @Test
  void tableIsTheDefaultAndLetsNoControlCharacterThrough() {
    assertThat(query("SELECT id, name || char(27) AS text, NULL AS z FROM t WHERE id IN (1, 3)"))
        .isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            id  text  z
            --  ----  ----
             1  one␛  NULL
             3  NULL  NULL
            """);
    assertThat(query("SELECT printf('%.*c', 100, 'x') AS long")).isZero();
    assertThat(terminal.out().lines().toList().get(2)).isEqualTo("x".repeat(59) + "…");
  }

  @Test
  void writingTellsHowManyRowsChanged() throws Exception {
    assertThat(query("UPDATE t SET v = 5 WHERE id > 1", "--format", "json")).isZero();
    assertThat(terminal.out()).isEqualTo("{\"changed\":3}\n");
    assertThat(query("DELETE FROM t WHERE id = 1; DELETE FROM t WHERE id = 2")).isZero();
    assertThat(terminal.out()).isEqualTo("2 rows changed.\n");
    assertThat(query("DROP TABLE IF EXISTS gone", "--format", "csv")).isZero();
    assertThat(terminal.out()).isEqualTo("changed\n0\n");
    assertThat(SqliteProgram.rows(file, "SELECT id, v FROM t")).containsExactly("3|5", "4|5");
  }

  @Test
  void ofSeveralStatementsTheLastThatYieldsRowsIsPrinted() {
    assertThat(
            query(
                "SELECT 1 AS a; SELECT id FROM t WHERE id < 3; DELETE FROM t; -- the end\n",
                "--format",
                "csv"))
        .isZero();
    assertThat(terminal.out()).isEqualTo("id\n1\n2\n");
    assertThat(query("INSERT INTO t(name) VALUES ('x') RETURNING name", "--format", "csv"))
        .isZero();
    assertThat(terminal.out()).isEqualTo("name\nx\n");
  }

  @Test
  void aResultThatCannotBeKeptIsNeverCutSilently() {
    assertThat(
            query(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100001)"
                    + " SELECT i FROM n; DROP TABLE t"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).contains("100000 rows").contains("last");
  }

  @Test
  void parametersAreReadAsSqlWritesThem() {
    assertThat(
            query(
                "SELECT typeof(:a), :a, typeof(@b), typeof($c), typeof(?4), typeof(:e), :f, :g",
                "--param",
                "a=5",
                "--param",
                "b=2.5",
                "--param",
                "c=NULL",
                "--param",
                "4=x'00ff'",
                "--param",
                "e='5'",
                "--param",
                "f=it's = here",
                "--param",
                "g='it''s'",
                "--format",
                "csv"))
        .isZero();
    assertThat(terminal.out().lines().toList().get(1))
        .isEqualTo("integer,5,real,null,blob,text,it's = here,it's");
  }

  @Test
  void aParameterWithoutValueAndAnErrorInTheSqlAreSaidWithTheirPlace() {
    assertThat(query("SELECT :missing")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains(":missing has no value");
    assertThat(query("SELECT 1;\nSELECT nowhere FROM t")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err())
        .isEqualToIgnoringNewLines("quarry: No such column: nowhere. Line 2, column 8.");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aTransactionThatIsNotCommittedIsAFailure() throws Exception {
    assertThat(query("BEGIN; DELETE FROM t")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("not ended").contains("COMMIT");
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM t")).containsExactly("4");
    assertThat(query("BEGIN; DELETE FROM t; COMMIT")).isZero();
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void theSchemaIsToldInEveryFormat() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE u(a TEXT NOT NULL DEFAULT 'x', b AS (a || a), t REFERENCES t(id), PRIMARY KEY"
            + " (a)) WITHOUT ROWID",
        "CREATE VIEW w AS SELECT a FROM u",
        "CREATE UNIQUE INDEX ut ON u(t)",
        "CREATE TRIGGER tr AFTER INSERT ON u BEGIN SELECT 1; END");
    assertThat(terminal.run("schema", file, "--format", "json")).isZero();
    JsonNode tables = terminal.json().get("tables");
    assertThat(tables.valueStream().map(table -> table.get("name").stringValue()))
        .containsExactly("t", "u", "w");
    JsonNode u = tables.get(1);
    assertThat(u.get("without_rowid").booleanValue()).isTrue();
    assertThat(u.get("columns").get(0).toString())
        .isEqualTo(
            "{\"name\":\"a\",\"type\":\"TEXT\",\"not_null\":true,\"default\":\"'x'\",\"key\":1,"
                + "\"generated\":false}");
    assertThat(u.get("columns").get(1).get("generated").booleanValue()).isTrue();
    assertThat(u.get("foreign_keys").toString())
        .isEqualTo("[{\"column\":\"t\",\"table\":\"t\",\"referred\":\"id\"}]");
    assertThat(terminal.json().get("triggers").get(0).get("table").stringValue()).isEqualTo("u");
    assertThat(terminal.run("schema", file, "--format", "csv")).isZero();
    assertThat(terminal.out())
        .startsWith("table,kind,column,type,not_null,default,key,generated\n")
        .contains("u,table,a,TEXT,1,'x',1,0\n");
    assertThat(terminal.run("schema", file)).isZero();
    assertThat(terminal.out())
        .contains("w (view)\n  a  TEXT\n")
        .contains("  unique index ut on t\n")
        .contains("  trigger tr\n");
  }
}
