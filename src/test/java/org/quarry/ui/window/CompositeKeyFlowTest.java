package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.Choices;
import org.testfx.api.FxToolkit;

/** Foreign keys of several columns, and rows to refer to that are not written yet. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CompositeKeyFlowTest {
  private static final int HOUSE = 1;
  private static final int FLOOR = 2;
  private static final int TEACHER = 3;

  @TempDir static Path folder;
  private static Path file;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("school.db"),
            "CREATE TABLE room(house TEXT, floor INTEGER, name TEXT, PRIMARY KEY (house, floor))",
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29)"
                + " INSERT INTO room SELECT char(65 + i % 3), i / 3, 'Room ' || i FROM n",
            "CREATE TABLE teacher(id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO teacher VALUES (1, 'Ada'), (2, 'Emmy')",
            "CREATE TABLE lesson(id INTEGER PRIMARY KEY, house TEXT, floor INTEGER,"
                + " teacher INTEGER REFERENCES teacher, note TEXT,"
                + " FOREIGN KEY (house, floor) REFERENCES room)",
            "INSERT INTO lesson VALUES (1, 'B', 4, 1, 'one'), (2, 'C', 99, 2, 'two'),"
                + " (3, 'A', NULL, NULL, 'three'), (4, NULL, NULL, 1, 'four')");
    window = QuarryWindow.show(folder);
    window.open(file);
  }

  @AfterAll
  static void hide() throws Exception {
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  @BeforeEach
  void lessons() {
    window.showTable("lesson");
    window.until(() -> window.grid().source().rowCountExact());
  }

  @AfterEach
  void plain() {
    window.on(
        () -> {
          window.grid().cancelEdit();
          window.current().journal().revert();
          window.records().model().filters().clear();
        });
    window.rest();
  }

  private static String hint(long row, int column) {
    String[] hint = {""};
    for (int pass = 0; pass < 2; pass++) {
      window.on(
          () ->
              hint[0] =
                  Objects.requireNonNullElse(window.grid().source().hint(row, column), "none"));
      window.rest();
    }
    return hint[0];
  }

  private static void edit(long row, int column) {
    window.select(row, column);
    window.push(KeyCode.F2);
    window.rest();
  }

  @SuppressWarnings("unchecked")
  private static ListView<Choices.Choice> list() {
    return (ListView<Choices.Choice>)
        window.from(window.grid()).lookup(".grid-choices").queryAs(ListView.class);
  }

  private static List<String> offered() {
    return list().getItems().stream()
        .map(
            each ->
                (each.value().isNull() ? "NULL" : each.value().shown())
                    + (each.label().isEmpty() ? "" : " | " + each.label())
                    + (each.note().isEmpty() ? "" : " | " + each.note()))
        .toList();
  }

  private static void search(String text, int found) {
    window.write(text);
    window.until(() -> list().getItems().size() == found);
    window.rest();
  }

  private static String table() {
    return window.records().model().table().name();
  }

  private static CellPosition lead() {
    return window.grid().lead().orElseThrow();
  }

  private static void enter() {
    window.push(KeyCode.ENTER);
    window.rest();
  }

  @Test
  void hoveringNamesTheRowByAllColumnsOfItsKey() {
    assertThat(hint(0, HOUSE)).isEqualTo("→ room (B, 4): Room 13");
    assertThat(hint(0, FLOOR)).isEqualTo("→ room (B, 4): Room 13");
    assertThat(hint(1, FLOOR))
        .isEqualTo("→ room (C, 99) – no such row, which breaks the foreign key");
    assertThat(hint(2, HOUSE)).isEqualTo("→ room: none");
    assertThat(window.grid().source().leads(0, HOUSE)).isTrue();
    assertThat(window.grid().source().leads(2, HOUSE)).isFalse();
    assertThat(window.grid().source().leads(2, FLOOR)).isFalse();
  }

  @Test
  void followingFindsTheRowByAllColumnsAndSelectsTheOneMeant() {
    window.select(0, FLOOR);
    window.run("follow-reference");
    assertThat(table()).isEqualTo("room");
    assertThat(window.cell(lead().row(), 2)).isEqualTo("Room 13");
    assertThat(lead().column()).isEqualTo(1);
    window.on(() -> window.tabs().travel().back());
    window.rest();
    assertThat(table()).isEqualTo("lesson");
    window.select(1, HOUSE);
    window.run("follow-reference");
    assertThat(table()).isEqualTo("lesson");
    assertThat(window.recordsProblem()).startsWith("No row of room has house C and floor 99.");
    window.on(() -> window.records().model().refresh());
    window.rest();
  }

  @Test
  void theRowsThatReferByAllColumnsAreShown() {
    window.showTable("room");
    window.on(() -> window.grid().select(13, 0));
    window.rest();
    MenuItem item = item("referring-lesson-house-floor");
    assertThat(item.getText()).isEqualTo("Rows of lesson that refer to this by house, floor");
    window.on(item::fire);
    window.rest();
    assertThat(table()).isEqualTo("lesson");
    assertThat(window.records().model().count().get().rows()).isEqualTo(1);
    assertThat(window.cell(0, 4)).isEqualTo("one");
    assertThat(window.records().place().filters().columns())
        .isEqualTo(Map.of("house", "=\"B\"", "floor", "=4"));
  }

  private static MenuItem item(String id) {
    return window.records().cellItems().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theListShowsRowsWithTheOtherValuesAndPickingTakesOneStep() throws Exception {
    edit(0, FLOOR);
    assertThat(offered()).startsWith("NULL", "0 | Room 1", "1 | Room 4").hasSize(11);
    search("9", 2);
    enter();
    assertThat(window.cell(0, FLOOR)).isEqualTo("9");
    assertThat(window.cell(0, HOUSE)).isEqualTo("B");
    assertThat(window.current().journal().undoName()).contains("1 cell in lesson");
  }

  @Test
  void pickingSetsAllColumnsOfTheKeyAndIsUndoneAtOnce() throws Exception {
    edit(3, FLOOR);
    assertThat(offered()).startsWith("NULL", "0 | house A · Room 0", "0 | house B · Room 1");
    window.push(KeyCode.DOWN);
    window.push(KeyCode.DOWN);
    window.push(KeyCode.DOWN);
    enter();
    assertThat(window.cell(3, HOUSE)).isEqualTo("B");
    assertThat(window.cell(3, FLOOR)).isEqualTo("0");
    assertThat(window.current().journal().size()).isEqualTo(2);
    assertThat(window.current().journal().undoName()).contains("2 cells in lesson");
    assertThat(hint(3, HOUSE)).contains("→ room (B, 0): Room 1");
    window.on(() -> window.current().journal().undo());
    window.rest();
    assertThat(window.current().journal().size()).isZero();
    edit(3, HOUSE);
    search("room 29", 1);
    assertThat(offered()).containsExactly("C | floor 9 · Room 29");
    window.push(KeyCode.DOWN);
    enter();
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
    assertThat(SqliteProgram.rows(file, "SELECT house, floor FROM lesson WHERE id = 4"))
        .containsExactly("C|9");
    SqliteProgram.run(file, "UPDATE lesson SET house = NULL, floor = NULL WHERE id = 4");
    window.on(() -> window.current().written());
    window.rest();
  }

  @Test
  void whatIsTypedOrLeftAloneSetsItsOwnCellOnly() {
    edit(3, FLOOR);
    search("3", 6);
    enter();
    assertThat(window.cell(3, FLOOR)).isEqualTo("3");
    assertThat(window.cell(3, HOUSE)).isEqualTo("NULL");
    edit(2, HOUSE);
    enter();
    assertThat(window.cell(2, FLOOR)).isEqualTo("NULL");
    assertThat(window.current().journal().size()).isEqualTo(1);
  }

  @Test
  void ctrlEnterHasAllSelectedRowsReferToThePickedOne() {
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().select(new CellRange(2, 3, FLOOR, FLOOR, false));
        });
    window.push(KeyCode.F2);
    window.rest();
    search("room 15", 1);
    window.push(KeyCode.DOWN);
    window.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.rest();
    assertThat(List.of(window.cell(2, HOUSE), window.cell(3, HOUSE))).containsExactly("A", "A");
    assertThat(List.of(window.cell(2, FLOOR), window.cell(3, FLOOR))).containsExactly("5", "5");
    window.on(() -> window.current().journal().undo());
    assertThat(window.current().journal().size()).isZero();
  }

  @Test
  void newRowsAreOfferedMarkedNamedAndFollowedBeforeTheyAreWritten() throws Exception {
    window.on(
        () -> {
          window.current().journal().insert("teacher", Map.of("id", 30L, "name", "Grace"));
          window.current().journal().insert("teacher", Map.of("name", "without a key"));
          window.current().journal().insert("room", Map.of("house", "B", "floor", 77L));
        });
    window.rest();
    edit(0, TEACHER);
    assertThat(offered()).containsExactly("NULL", "30 | Grace | new", "1 | Ada", "2 | Emmy");
    search("gra", 1);
    assertThat(offered()).containsExactly("30 | Grace | new");
    enter();
    window.until(() -> window.lookup(".grid-choices").queryAll().isEmpty());
    assertThat(window.cell(0, TEACHER)).isEqualTo("30");
    assertThat(hint(0, TEACHER)).endsWith("→ teacher 30: Grace – new, not written yet");
    edit(0, FLOOR);
    assertThat(offered()).startsWith("NULL", "77 | new", "0 | Room 1").hasSize(12);
    window.push(KeyCode.ESCAPE);
    window.rest();
    window.select(0, TEACHER);
    window.run("follow-reference");
    assertThat(table()).isEqualTo("teacher");
    assertThat(Optional.of(window.cell(lead().row(), 1))).contains("Grace");
    window.on(() -> window.tabs().travel().back());
    window.rest();
  }
}
