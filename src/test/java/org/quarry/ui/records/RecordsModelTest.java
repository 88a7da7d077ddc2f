package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Table;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.ui.schema.SchemaModel;
import org.quarry.work.Monitor;

class RecordsModelTest {
  @TempDir Path folder;
  private final Background background = Background.onCallingThread();
  private Path file;
  private OpenDatabase open;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, age INTEGER)",
            "INSERT INTO people VALUES (1, 'Curie', 66), (2, 'Noether', 53), (3, 'Hopper', 85)",
            "CREATE TABLE codes(code TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID",
            "INSERT INTO codes VALUES ('AUT', 'Wien'), ('CZE', 'Praha')",
            "CREATE VIEW old AS SELECT name FROM people WHERE age > 60");
    Database database = Database.open(file);
    open = OpenFiles.of(background, database);
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private RecordsModel model(String table) {
    return new RecordsModel(background, open, open.schema().get().table(table).orElseThrow());
  }

  private static String cell(RecordsModel model, long place, int column) {
    return new RecordsSource(model).cell(place, column).text();
  }

  private int write() {
    return new ChangeWriter(open.database(), open.schema().get())
        .write(open.journal().rows(), Monitor.NONE)
        .size();
  }

  @Test
  void rowsAreThereAndCounted() {
    RecordsModel model = model("people");
    assertThat(model.size()).isEqualTo(3);
    assertThat(model.count().get().exact()).isTrue();
    assertThat(cell(model, 2, 1)).isEqualTo("Hopper");
  }

  @Test
  void aRowThatIsGoneIsNotTakenForItsNeighbour() throws Exception {
    RecordsModel people = model("people");
    RecordsModel codes = model("codes");
    SqliteProgram.run(
        file, "DELETE FROM people WHERE id = 2", "DELETE FROM codes WHERE code = 'AUT'");
    List<Long> found = new ArrayList<>();
    people.find(new RowKey.Rowid(2), found::add);
    codes.find(RowKey.Primary.of(List.of("AUT")), found::add);
    assertThat(found).isEmpty();
    people.find(new RowKey.Rowid(3), found::add);
    codes.find(RowKey.Primary.of(List.of("CZE")), found::add);
    assertThat(found).containsExactly(1L, 0L);
  }

  @Test
  void findingKeepsTheOrderAndSetsOnlyAFilterAsideThatTheRowDoesNotPass() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE VIEW named AS SELECT name, age FROM people",
        "CREATE TRIGGER renaming INSTEAD OF UPDATE ON named BEGIN UPDATE people SET name = NEW.name"
            + " WHERE name = OLD.name; END");
    open.written();
    List<Long> found = new ArrayList<>();
    for (String table : List.of("people", "named")) {
      RecordsModel model = model(table);
      model.sortBy(List.of(new Sort("age", true)));
      model.filters().type(FilterBox.of("age"), "> 60");
      RowKey curie = model.key(1).orElseThrow();
      model.visible(0, 1);
      model.find(curie, found::add);
      assertThat(found).as(table).containsExactly(1L);
      assertThat(model.filters().aside().get()).isEmpty();
      model.filters().type(FilterBox.of("age"), "> 80");
      model.find(curie, found::add);
      assertThat(found).as(table).containsExactly(1L, 1L);
      assertThat(model.sorts().get()).containsExactly(new Sort("age", true));
      assertThat(model.size()).isEqualTo(3);
      assertThat(model.filters().aside().get()).isPresent();
      model.filters().bringBack();
      assertThat(model.size()).isEqualTo(1);
      assertThat(model.filters().texts().columns()).containsEntry("age", "> 80");
      assertThat(model.filters().aside().get()).isEmpty();
      found.clear();
      model.close();
    }
    RecordsModel codes = model("codes");
    codes.sortBy(List.of(new Sort("place", true)));
    codes.visible(0, 0);
    codes.find(RowKey.Primary.of(List.of("CZE")), found::add);
    codes.find(RowKey.Primary.of(List.of("AUT")), found::add);
    assertThat(found).containsExactly(1L, 0L);
    assertThat(codes.sorts().get()).hasSize(1);
  }

  @Test
  void aSortIsShownInItsHeadingAndLeavesWithItsColumn() throws Exception {
    RecordsModel model = model("people");
    model.sortBy(List.of(new Sort("age", true)));
    assertThat(cell(model, 0, 1)).isEqualTo("Hopper");
    assertThat(cell(model, 2, 1)).isEqualTo("Noether");
    assertThat(new RecordsSource(model).column(2).sort()).isEqualTo(ColumnSort.DESCENDING);
    SqliteProgram.run(file, "DROP VIEW old", "ALTER TABLE people DROP COLUMN age");
    open.written();
    assertThat(model.sorts().get()).isEmpty();
    assertThat(new RecordsSource(model).columnCount()).isEqualTo(2);
    assertThat(cell(model, 0, 1)).isEqualTo("Curie");
    assertThat(model.problem().get()).isNull();
  }

  @Test
  void aRowWithoutRowidIsFoundByItsKey() throws Exception {
    RecordsModel model = model("codes");
    model.set(1, 1, Map.of(model.table().columns().get(1), "Brno"));
    model.sortBy(List.of(new Sort("code", true)));
    assertThat(cell(model, 0, 1)).isEqualTo("Brno");
    assertThat(write()).isEqualTo(1);
    assertThat(rows(file, "SELECT * FROM codes ORDER BY code"))
        .containsExactly("AUT|Wien", "CZE|Brno");
  }

  @Test
  void aCopyHasEveryValueOfItsRowAlsoThoseThePageDoesNotHold() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE files(id INTEGER PRIMARY KEY, body BLOB, note TEXT, size AS (length(body)))",
        "INSERT INTO files(body, note) VALUES (x'0102', 'short'), (zeroblob(5000),"
            + " printf('%.*c', 4000, 'n'))");
    open.written();
    RecordsModel model = model("files");
    model.edits().duplicate(0, 1, place -> assertThat(place).isEqualTo(2));
    assertThat(write()).isEqualTo(2);
    assertThat(
            rows(
                file,
                "SELECT id, hex(body) = hex((SELECT body FROM files AS o WHERE o.id ="
                    + " files.id - 2)), length(body), length(note) FROM files WHERE id > 2"))
        .containsExactly("3|1|2|5", "4|1|5000|4000");
  }

  @Test
  void anEditOfManyRowsReachesThoseThatAreNotInMemory() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE many(id INTEGER PRIMARY KEY, n INTEGER)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 30000)"
            + " INSERT INTO many SELECT i, 0 FROM c");
    open.written();
    RecordsModel model = model("many");
    model.set(10, 29_989, Map.of(model.table().columns().get(1), 7L));
    model.deleteRows(29_995, 29_999);
    assertThat(write()).isEqualTo(29_985);
    assertThat(rows(file, "SELECT n, count(*), min(id), max(id) FROM many GROUP BY n"))
        .containsExactly("0|15|1|29995", "7|29980|11|29990");
  }

  @Test
  void moreRowsThanCanBeShownAreNotStaged() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE many(id INTEGER PRIMARY KEY)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100002)"
            + " INSERT INTO many SELECT i FROM c");
    open.written();
    RecordsModel model = model("many");
    model.deleteRows(0, 100_001);
    assertThat(open.journal().size()).isZero();
    assertThat(Objects.requireNonNull(model.problem().get()).what()).contains("too many");
  }

  @Test
  void aViewSaysWhyItTakesNoEdits() {
    RecordsModel model = model("old");
    assertThat(model.size()).isEqualTo(2);
    assertThat(model.refusal()).contains("view");
    assertThat(new RecordsEditing(model).refusal(0, 0)).isEqualTo(model.refusal());
  }

  @Test
  void aTableThatIsGoneIsAProblemOfItsTab() throws Exception {
    RecordsModel model = model("codes");
    SqliteProgram.run(file, "DROP TABLE codes");
    model.refresh();
    assertThat(Objects.requireNonNull(model.problem().get()).what()).contains("no such table");
  }

  @Test
  void theTreesCountsFollowWhatIsWritten() throws Exception {
    SchemaModel schema = new SchemaModel(background, open);
    assertThat(schema.counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("people", 3L, "codes", 2L, "old", 2L));
    SqliteProgram.run(file, "INSERT INTO people VALUES (4, 'Lovelace', 36)");
    open.written();
    assertThat(schema.counts()).containsEntry("people", 4L).containsEntry("old", 2L);
    assertThat(open.schema().get().tables()).extracting(Table::name).contains("people");
  }

  @Test
  void aDeletedRowWhoseLongTextOrBlobIsAnotherOneSinceIsNotWritten() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE big(id INTEGER PRIMARY KEY, b, long)",
        "INSERT INTO big VALUES (1, x'00ff', 'a'), (2, 'b', printf('%0400d', 2)), (3, x'01', 'c')");
    open.written();
    RecordsModel model = model("big");
    model.deleteRows(0, 2);
    assertThat(open.journal().change("big", new RowKey.Rowid(1)).orElseThrow().old())
        .containsOnlyKeys("id", "b", "long");
    SqliteProgram.run(
        file,
        "UPDATE big SET b = x'00fe' WHERE id = 1",
        "UPDATE big SET long = printf('%0400d', 3) WHERE id = 2");
    assertThatThrownBy(this::write)
        .isInstanceOfSatisfying(
            RecordProblem.Conflicts.class, conflicts -> assertThat(conflicts.rows()).hasSize(2));
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM big")).containsExactly("3");
    model.close();
  }
}
