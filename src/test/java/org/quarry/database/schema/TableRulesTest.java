package org.quarry.database.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.work.Monitor;

class TableRulesTest {
  @TempDir Path folder;

  private Schema read(String... statements) throws Exception {
    try (Database database = Database.open(SqliteProgram.run(folder.resolve("a.db"), statements))) {
      return new SchemaReader(database).read(Monitor.NONE);
    }
  }

  private TableRules rules(String... statements) throws Exception {
    return read(statements).table("t").orElseThrow().rules();
  }

  @Test
  void checksAreFoundWhateverStandsAroundThem() throws Exception {
    TableRules rules =
        rules(
            """
            CREATE TABLE "t" (
              a INTEGER CHECK (a > 0), -- CHECK (comment)
              [check me] TEXT DEFAULT 'CHECK (a, '')' CHECK ("check me" <> ') CHECK (' /* ) */),
              `b``c` REAL DEFAULT (1 + (2)) CONSTRAINT "b range" CHECK (`b``c` BETWEEN 0 AND (1 + 2)),
              d CHECK (length(a) < 5 AND t.d NOT IN (SELECT 1 WHERE 0)) CHECK (d <> 'a'),
              CONSTRAINT both CHECK (a < [b`c])
              CHECK (1)
            )
            """
                .replace("AND t.d NOT IN (SELECT 1 WHERE 0)", "AND t.d <> (3)"));
    assertThat(rules.checks())
        .extracting(Check::title)
        .containsExactly(
            "CHECK (a > 0)",
            "CHECK (\"check me\" <> ') CHECK (')",
            "CHECK b range",
            "CHECK (length(a) < 5 AND t.d <> (3))",
            "CHECK (d <> 'a')",
            "CHECK both",
            "CHECK (1)");
    assertThat(rules.checks())
        .extracting(Check::columns)
        .containsExactly(
            List.of("a"),
            List.of("check me"),
            List.of("b`c"),
            List.of("a", "d"),
            List.of("d"),
            List.of("a", "b`c"),
            List.of());
    assertThat(rules.checks()).extracting(Check::allowed).containsOnlyNulls();
  }

  @Test
  void aListOfValuesIsRecognised() throws Exception {
    TableRules rules =
        rules(
            """
            CREATE TABLE t(
              state TEXT CHECK (state IN ('new', 'it''s', "open")),
              level INT CHECK ((level IS NULL OR (level IN (-1, 0, 2.5)))),
              flag BOOLEAN CHECK (t.flag IN (TRUE, FALSE) OR flag ISNULL),
              anything CHECK (anything IN ('a', NULL)),
              other CHECK (other IN ('a') OR state IS NULL),
              wide CHECK (wide IN ('a', 'b') AND level > 0),
              computed CHECK (computed IN (1 + 1, 2)),
              columns CHECK (columns IN (level, 2)),
              negated CHECK (negated NOT IN (1, 2)))
            """);
    assertThat(rules.list("STATE").orElseThrow().allowed("state").orElseThrow().values())
        .containsExactly("new", "it's", "open");
    assertThat(rules.list("level").orElseThrow().allowed("level").orElseThrow().values())
        .containsExactly(-1L, 0L, 2.5);
    assertThat(rules.list("flag").orElseThrow().allowed("flag").orElseThrow().values())
        .containsExactly(1L, 0L);
    for (String none : List.of("anything", "other", "wide", "computed", "columns", "negated")) {
      assertThat(rules.list(none)).as(none).isEmpty();
    }
  }

  @Test
  void uniqueKeysAreThoseOfAllRowsAndOfColumns() throws Exception {
    TableRules rules =
        rules(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE, b, c, UNIQUE (b, c))",
            "CREATE UNIQUE INDEX made ON t(c)",
            "CREATE UNIQUE INDEX part ON t(b) WHERE b > 0",
            "CREATE UNIQUE INDEX computed ON t(lower(b))",
            "CREATE INDEX plain ON t(b)");
    assertThat(rules.uniqueKeys())
        .containsExactlyInAnyOrder(
            new UniqueKey(List.of("id"), true),
            new UniqueKey(List.of("a"), false),
            new UniqueKey(List.of("b", "c"), false),
            new UniqueKey(List.of("c"), false));
    Table keyed =
        read("CREATE TABLE keyed(x, y, PRIMARY KEY (y, x)) WITHOUT ROWID")
            .table("keyed")
            .orElseThrow();
    assertThat(keyed.rules().uniqueKeys()).containsExactly(new UniqueKey(List.of("y", "x"), true));
  }

  @Test
  void foreignKeysKeepTheirColumnsAndWhenTheyAreJudged() throws Exception {
    Schema schema =
        read(
            "CREATE TABLE parent(x, y, PRIMARY KEY (y, x))",
            "CREATE TABLE one(id INTEGER PRIMARY KEY)",
            """
            CREATE TABLE t(
              a REFERENCES one DEFERRABLE INITIALLY DEFERRED,
              b REFERENCES One(id) NOT DEFERRABLE INITIALLY DEFERRED,
              c DEFAULT 'REFERENCES', d,
              FOREIGN KEY (c, d) REFERENCES parent ON DELETE CASCADE,
              FOREIGN KEY (d) REFERENCES gone)
            """);
    Table table = schema.table("t").orElseThrow();
    assertThat(table.foreignKeys())
        .containsExactly(
            new ForeignKey(List.of("a"), "one", List.of("id"), true, "NO ACTION"),
            new ForeignKey(List.of("b"), "One", List.of("id"), false, "NO ACTION"),
            new ForeignKey(List.of("c", "d"), "parent", List.of("y", "x"), false, "CASCADE"),
            new ForeignKey(List.of("d"), "gone", List.of(), false, "NO ACTION"));
  }

  @Test
  void strictnessAndCollationsAreRead() throws Exception {
    TableRules rules =
        rules(
            "CREATE TABLE t(a TEXT COLLATE nocase CHECK (a COLLATE BINARY <> 'x'), b TEXT) STRICT");
    assertThat(rules.strict()).isTrue();
    assertThat(rules.collation("A")).isEqualTo("NOCASE");
    assertThat(rules.collation("b")).isEqualTo("BINARY");
    assertThat(rules("CREATE TABLE loose(a)", "CREATE VIEW v AS SELECT 1").strict()).isTrue();
  }

  @Test
  void aColumnAddedLaterBringsItsRules() throws Exception {
    TableRules rules =
        rules(
            "CREATE TABLE p(id INTEGER PRIMARY KEY)",
            "CREATE TABLE t(a)",
            "ALTER TABLE t ADD COLUMN b TEXT CHECK (b IN ('x', 'y'))",
            "ALTER TABLE t ADD COLUMN c REFERENCES p DEFERRABLE INITIALLY DEFERRED");
    assertThat(rules.list("b")).isPresent();
    assertThat(rules.foreignKeys()).allMatch(ForeignKey::deferred).hasSize(1);
  }
}
