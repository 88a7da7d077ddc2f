package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** Rows of a view, written through its INSTEAD OF triggers. */
class ViewWritingTest {
  @TempDir Path folder;
  private final ChangeJournal journal = new ChangeJournal();
  private Path file = Path.of("");
  private Database database;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, n REAL, extra)",
            "INSERT INTO t VALUES (1, 'one', 1.5, 'x'), (2, 'two', NULL, 'x'), (3, 'same', 3, 'x'),"
                + " (4, 'same', 3, 'x')",
            "CREATE VIEW \"the v\" AS SELECT name, n, n * 2 AS twice FROM t",
            "CREATE TRIGGER u INSTEAD OF UPDATE OF name, n ON \"the v\" BEGIN"
                + " UPDATE t SET name = new.name, n = new.n WHERE name IS old.name AND n IS old.n"
                + " AND old.name <> 'stubborn'; END",
            "CREATE TRIGGER d INSTEAD OF DELETE ON \"the v\" BEGIN"
                + " DELETE FROM t WHERE name IS old.name AND n IS old.n; END",
            "CREATE TRIGGER i INSTEAD OF INSERT ON \"the v\" BEGIN"
                + " INSERT INTO t(name, n) SELECT new.name, new.n WHERE new.name <> 'stubborn';"
                + " END");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Schema schema() {
    return new SchemaReader(database).read(Monitor.NONE);
  }

  private void write() {
    journal.written(new ChangeWriter(database, schema()).write(journal.rows(), Monitor.NONE));
  }

  private List<String> names() throws Exception {
    return rows(file, "SELECT name, n FROM t ORDER BY id");
  }

  private static RowKey row(@Nullable Object... values) {
    return RowKey.Whole.of(Arrays.asList(values));
  }

  private void set(RowKey key, String column, Object old, Object now) {
    journal.set("the v", List.of(new CellEdit(key, column, true, old, now)));
  }

  @Test
  void rowsAreNamedByTheirValuesWhereverTheyStand() {
    try (TableRows rows =
        new TableRows(
            database,
            schema().table("the v").orElseThrow(),
            List.of(new Sort("name", true)),
            RowFilter.NONE)) {
      assertThat(rows.page(0, 2, Monitor.NONE).rows().getFirst().key())
          .isEqualTo(row("two", null, null));
    }
  }

  @Test
  void cellsRowsAndDeletionsGoThroughTheTriggers() throws Exception {
    set(row("one", 1.5, 3.0), "name", "one", "eins");
    set(row("one", 1.5, 3.0), "n", 1.5, 2.5);
    journal.delete("the v", List.of(row("two", null, null)));
    journal.insert("the v", Map.of("name", "new", "n", 9.0));
    write();
    assertThat(names()).containsExactly("eins|2.5", "same|3.0", "same|3.0", "new|9.0");
    assertThat(journal.size()).isZero();
    assertThat(rows(file, "SELECT count(*) FROM t WHERE extra = 'x'")).containsExactly("3");

    journal.undo();
    journal.undo();
    write();
    assertThat(names()).containsExactly("eins|2.5", "same|3.0", "same|3.0", "two|NULL");
    journal.undo();
    journal.undo();
    write();
    assertThat(names()).containsExactly("one|1.5", "same|3.0", "same|3.0", "two|NULL");
  }

  @Test
  void rowsThatNothingTellsApartAreRefused() throws Exception {
    set(row("same", 3.0, 6.0), "name", "same", "other");
    assertThatThrownBy(this::write)
        .isInstanceOf(RecordProblem.RowRefused.class)
        .hasMessageContaining("Several rows of the view have these values");
    assertThat(names()).contains("same|3.0");
  }

  @Test
  void aRowOfAViewThatChangedMeanwhileIsAConflict() throws Exception {
    set(row("one", 1.5, 3.0), "name", "one", "eins");
    SqliteProgram.run(file, "UPDATE t SET n = 7 WHERE id = 1");
    assertThatThrownBy(this::write).isInstanceOf(RecordProblem.Conflicts.class);
  }

  @Test
  void aTriggerThatDoesNothingIsSaid() throws Exception {
    SqliteProgram.run(file, "UPDATE t SET name = 'stubborn' WHERE id = 1");
    set(row("stubborn", 1.5, 3.0), "name", "stubborn", "eins");
    assertThatThrownBy(this::write).hasMessageContaining("trigger left the row as it was");
    journal.undo();
    journal.insert("the v", Map.of("name", "stubborn", "n", 9.0));
    assertThatThrownBy(this::write).hasMessageContaining("trigger inserted nothing");
    assertThat(names()).hasSize(4);
  }

  @Test
  void theSqlNamesTheWholeRow() {
    set(row("two", null, null), "name", "two", "zwei");
    assertThat(ChangeSql.of(schema().table("the v").orElseThrow(), journal.rows().getFirst()))
        .isEqualTo(
            "UPDATE \"the v\" SET \"name\" = 'zwei' WHERE \"name\" IS 'two' AND \"n\" IS NULL AND"
                + " \"twice\" IS NULL AND \"name\" IS 'two';");
  }
}
