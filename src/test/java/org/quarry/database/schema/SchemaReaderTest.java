package org.quarry.database.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.work.Monitor;

class SchemaReaderTest {
  @TempDir Path folder;

  private Schema read(Path file) {
    try (Database database = Database.open(file)) {
      return new SchemaReader(database).read(Monitor.NONE);
    }
  }

  @Test
  void readsTablesWithTheirColumnsKeysAndDefaults() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'x', \"odd #{n}"
                + " \"\"q\"\"\" REAL, twice AS (id * 2))",
            "CREATE TABLE child(a, b INT, p REFERENCES parent(id), PRIMARY KEY (b, a)) WITHOUT"
                + " ROWID",
            "CREATE VIEW v AS SELECT name, id FROM parent",
            "CREATE VIEW broken AS SELECT x FROM nowhere",
            "CREATE UNIQUE INDEX parent_name ON parent(name)",
            "CREATE TRIGGER t AFTER INSERT ON parent BEGIN SELECT 1; END");
    Schema schema = read(file);
    assertThat(schema.tables())
        .extracting(Table::name)
        .containsExactly("broken", "child", "parent", "v");

    Table parent = schema.table("PARENT").orElseThrow();
    assertThat(parent.columns())
        .extracting(Column::name)
        .containsExactly("id", "name", "odd #{n} \"q\"", "twice");
    Column name = parent.column("name").orElseThrow();
    assertThat(name.notNull()).isTrue();
    assertThat(name.defaultSql()).isEqualTo("'x'");
    assertThat(parent.column("twice").orElseThrow().generated()).isTrue();
    assertThat(parent.rowidColumn().orElseThrow().name()).isEqualTo("id");
    assertThat(parent.rowidName()).contains("rowid");

    Table child = schema.table("child").orElseThrow();
    assertThat(child.withoutRowid()).isTrue();
    assertThat(child.key()).extracting(Column::name).containsExactly("b", "a");
    assertThat(child.foreignKeys())
        .containsExactly(new ForeignKey(List.of("p"), "parent", List.of("id"), false, "NO ACTION"));

    Table view = schema.table("v").orElseThrow();
    assertThat(view.kind()).isEqualTo(Table.Kind.VIEW);
    assertThat(view.refusal()).contains("view");
    assertThat(view.columns()).extracting(Column::name).containsExactly("name", "id");
    assertThat(schema.table("broken").orElseThrow().columns()).isEmpty();

    assertThat(schema.indexes()).containsExactly(new Index("parent_name", "parent", true, "name"));
    assertThat(schema.triggers()).extracting(Trigger::name).containsExactly("t");
    assertThat(schema.encoding()).isEqualTo("UTF-8");
  }

  @Test
  void fullTextTablesHideTheirShadows() throws Exception {
    Path file =
        SqliteProgram.run(folder.resolve("a.db"), "CREATE VIRTUAL TABLE notes USING fts5(body)");
    Schema schema = read(file);
    assertThat(schema.tables(Table.Kind.VIRTUAL)).extracting(Table::name).containsExactly("notes");
    assertThat(schema.tables(Table.Kind.SHADOW))
        .extracting(Table::name)
        .contains("notes_content", "notes_data");
    assertThat(schema.table("notes_data").orElseThrow().refusal()).isNotEmpty();
  }

  @Test
  void aColumnNamedRowidLeavesItsOtherNames() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(rowid TEXT, x)");
    assertThat(read(file).table("t").orElseThrow().rowidName()).contains("_rowid_");
  }

  @Test
  void countsATableWhoseNameLooksLikeAPlaceholder() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE \"a #{name} ${x} \"\"b\"\"\"(x)",
            "INSERT INTO \"a #{name} ${x} \"\"b\"\"\" VALUES (1), (2)");
    try (Database database = Database.open(file)) {
      assertThat(new SchemaReader(database).count("a #{name} ${x} \"b\"", Monitor.NONE))
          .isEqualTo(2);
    }
  }

  @Test
  void affinityFollowsSqlitesRules() {
    assertThat(column("BIGINT").affinity()).isEqualTo(Column.Affinity.INTEGER);
    assertThat(column("VARCHAR(100)").affinity()).isEqualTo(Column.Affinity.TEXT);
    assertThat(column("").affinity()).isEqualTo(Column.Affinity.BLOB);
    assertThat(column("DOUBLE PRECISION").affinity()).isEqualTo(Column.Affinity.REAL);
    assertThat(column("FLOATING POINT").affinity()).isEqualTo(Column.Affinity.INTEGER);
    assertThat(column("TIMESTAMP").affinity()).isEqualTo(Column.Affinity.NUMERIC);
  }

  private static Column column(String type) {
    return new Column("c", type, false, null, 0, false);
  }
}
