package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import atlantafx.base.controls.Calendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.ui.grid.Choices;
import org.quarry.ui.grid.GridSource;
import org.quarry.ui.window.QuarryWindow;

/** Each kind of editor in the window, and what the file holds after writing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EditorsFlowTest {
  @TempDir static Path folder;
  private static QuarryWindow window;
  private Path file;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @BeforeEach
  void open() throws Exception {
    file = People.create(Files.createTempDirectory(folder, "t").resolve("people.db"));
    window.open(file);
    window.showTable("person");
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private static void at(long row, int column) {
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().select(row, column);
        });
  }

  private static void edit(long row, int column) {
    at(row, column);
    window.push(KeyCode.F2);
    window.rest();
  }

  private static void type(long row, int column, String text) {
    at(row, column);
    window.write(text);
  }

  private static void enter() {
    window.push(KeyCode.ENTER);
    window.rest();
  }

  private static Optional<TextInputControl> editor() {
    return window.from(window.records()).lookup(".grid-editor").tryQueryAs(TextInputControl.class);
  }

  private static String text() {
    return editor().orElseThrow().getText();
  }

  private static String notice() {
    Label label = window.from(window.records()).lookup(".grid-notice").queryAs(Label.class);
    return label.isVisible() ? label.getText() : "";
  }

  @SuppressWarnings("unchecked")
  private static ListView<Choices.Choice> choices() {
    return window.from(window.records()).lookup(".grid-choices").queryAs(ListView.class);
  }

  private String written(String column, int id) throws Exception {
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
    assertThat(window.problem()).isEmpty();
    return rows(file, "SELECT typeof(%1$s), %1$s FROM person WHERE id = %2$d".formatted(column, id))
        .getFirst();
  }

  @Test
  void whatIsNoNumberIsSaidAtOnceAndStoredOnlyWhenMeant() throws Exception {
    type(0, People.AGE, "12");
    assertThat(notice()).isEmpty();
    window.write("x");
    assertThat(notice()).isEqualTo("“12x” is no whole number.");
    enter();
    assertThat(notice()).isEqualTo("“12x” is no whole number. Enter again stores it as text.");
    assertThat(editor()).isPresent();
    enter();
    assertThat(editor()).isEmpty();
    type(1, People.HEIGHT, "1.75");
    enter();
    assertThat(notice()).isEmpty();
    assertThat(written("age", 1)).isEqualTo("text|12x");
    assertThat(written("height", 2)).isEqualTo("real|1.75");
  }

  @Test
  void aTextGrowsIntoLines() throws Exception {
    edit(0, People.NOTE);
    window.on(() -> editor().orElseThrow().end());
    window.push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(editor().orElseThrow()).isInstanceOf(TextArea.class);
    assertThat(editor().orElseThrow().isFocused()).isTrue();
    window.write("two");
    window.push(KeyCode.ALT, KeyCode.ENTER);
    window.write("three");
    enter();
    assertThat(editor()).isEmpty();
    assertThat(written("note", 1)).isEqualTo("text|first\ntwo\nthree");
  }

  @Test
  void aFlagIsToggledAndKeepsTheColumnsWords() throws Exception {
    edit(0, People.MEMBER);
    assertThat(choices().getItems()).extracting(Choices.Choice::label).containsExactly("yes", "no");
    window.push(KeyCode.SPACE);
    assertThat(text()).isEqualTo("1");
    enter();
    type(0, People.ANSWER, "n");
    enter();
    type(1, People.ANSWER, "maybe");
    enter();
    assertThat(notice()).startsWith("“maybe” is neither yes nor no.");
    window.push(KeyCode.ESCAPE);
    at(1, People.MEMBER);
    window.write(" ");
    assertThat(text()).isEqualTo("0");
    enter();
    assertThat(written("member", 1)).isEqualTo("integer|1");
    assertThat(written("answer", 1)).isEqualTo("text|false");
    assertThat(written("member", 2)).isEqualTo("integer|0");
  }

  @Test
  void nullIsAmongTheChoicesWhereItMayBe() throws Exception {
    edit(0, People.ANSWER);
    assertThat(choices().getItems()).last().matches(choice -> choice.value().isNull());
    window.push(KeyCode.DOWN);
    window.push(KeyCode.DOWN);
    enter();
    assertThat(written("answer", 1)).isEqualTo("null|NULL");
  }

  @Test
  void aDayIsPickedInTheCalendarAndAnImpossibleOneIsSaid() throws Exception {
    type(0, People.BORN, "2023-02-30");
    assertThat(notice()).isEqualTo("“2023-02-30” is no day there is.");
    window.push(KeyCode.ESCAPE);
    edit(0, People.BORN);
    window.push(KeyCode.ALT, KeyCode.DOWN);
    Calendar calendar = window.from(window.records()).lookup(".calendar").queryAs(Calendar.class);
    assertThat(calendar.getValue()).isEqualTo(LocalDate.of(1867, 11, 7));
    assertThat(editor()).isPresent();
    window.on(() -> calendar.setValue(LocalDate.of(1867, 11, 8)));
    assertThat(text()).isEqualTo("1867-11-08");
    enter();
    assertThat(written("born", 1)).isEqualTo("text|1867-11-08");
  }

  @Test
  void aMomentKeepsItsFormAndItsTimeHasAField() throws Exception {
    edit(0, People.CHANGED);
    window.clickOn(".grid-calendar-button");
    TextField time = window.from(window.records()).lookup(".grid-time").queryAs(TextField.class);
    assertThat(time.getText()).isEqualTo("09:30");
    window.on(
        () -> {
          time.requestFocus();
          time.setText("10:45");
        });
    assertThat(text()).isEqualTo("2024-01-31T10:45");
    enter();
    assertThat(editor()).isEmpty();
    edit(0, People.SEEN);
    assertThat(text()).isEqualTo("2019-09-01 00:00:00");
    window.write("2019-09-02");
    enter();
    assertThat(written("changed", 1)).isEqualTo("text|2024-01-31T10:45");
    assertThat(written("seen", 1)).isEqualTo("integer|1567382400");
  }

  @Test
  void aListedValueIsFoundByItsBeginningAndNoOtherPasses() throws Exception {
    type(0, People.STATE, "cl");
    enter();
    type(1, People.STATE, "zzz");
    enter();
    assertThat(notice())
        .isEqualTo("“zzz” is refused: state takes one of “new”, “active”, “closed”.");
    window.push(KeyCode.ESCAPE);
    assertThat(written("state", 1)).isEqualTo("text|closed");
  }

  @Test
  void aForeignKeyIsSearchedByLabelAndPaged() throws Exception {
    edit(0, People.CITY);
    assertThat(choices().getItems()).hasSize(51);
    for (int page = 0; page < 8; page++) {
      window.push(KeyCode.PAGE_DOWN);
      window.rest();
    }
    assertThat(choices().getItems()).hasSize(101);
    window.push(KeyCode.ESCAPE);
    type(0, People.CITY, "götti");
    enter();
    window.until(() -> editor().isEmpty());
    assertThat(window.cell(0, People.CITY)).isEqualTo("3");
    type(1, People.CITY, "77");
    window.until(
        () ->
            choices().getItems().size() > 1
                && choices().getItems().getFirst().label().equals("Town 77"));
    window.push(KeyCode.DOWN);
    enter();
    assertThat(window.cell(1, People.CITY)).isEqualTo("177");
    assertThat(written("city", 1)).isEqualTo("integer|3");
    assertThat(written("city", 2)).isEqualTo("integer|177");
  }

  @Test
  void aClickInTheListTakesItsValue() throws Exception {
    edit(0, People.STATE);
    window.clickOn(window.from(choices()).lookup(".list-cell").nth(1).<Node>query());
    window.rest();
    assertThat(editor()).isEmpty();
    assertThat(window.grid().isFocused()).isTrue();
    assertThat(written("state", 1)).isEqualTo("text|active");
  }

  @Test
  void aBlobIsNotForTheCellsEditor() {
    edit(0, People.PHOTO);
    assertThat(editor()).isEmpty();
    assertThat(notice()).contains("F4");
  }

  @Test
  void aRuleThatNeedsTheFileMarksTheCellUntilItIsMended() throws Exception {
    type(0, People.AGE, "-5");
    enter();
    assertThat(notice()).isEqualTo("CHECK (age >= 0) refuses -5.");
    assertThat(source().cell(0, People.AGE).wrong()).isTrue();
    assertThat(source().cell(0, People.AGE).tooltip())
        .isEqualTo("CHECK (age >= 0) refuses -5.\nIn the file: 66");
    type(1, People.EMAIL, "a@x");
    enter();
    assertThat(notice()).isEqualTo("UNIQUE (email): row 1 has “a@x” already.");
    type(2, People.CITY, "20000");
    enter();
    enter();
    assertThat(source().cell(2, People.CITY).tooltip())
        .startsWith("FOREIGN KEY: no row of city has id = 20000.");
    at(0, People.AGE);
    assertThat(notice()).isEqualTo("CHECK (age >= 0) refuses -5.");
    type(0, People.EMAIL, "c@x");
    enter();
    assertThat(source().cell(1, People.EMAIL).wrong()).isFalse();
    window.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.rest();
    assertThat(source().cell(1, People.EMAIL).wrong()).isTrue();
    type(0, People.AGE, "5");
    enter();
    assertThat(source().cell(0, People.AGE).wrong()).isFalse();
    window.clickOn("#revert");
    window.rest();
    assertThat(source().cell(1, People.EMAIL).wrong()).isFalse();
  }

  @Test
  void theChangesPanelNamesTheRule() throws Exception {
    type(0, People.AGE, "-5");
    enter();
    window.clickOn("#show-changes");
    window.rest();
    Label line = window.lookup(".change-refused").queryAs(Label.class);
    assertThat(line.getText()).isEqualTo("⚠ CHECK (age >= 0) refuses -5.");
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
    assertThat(window.problem()).contains("age");
    assertThat(rows(file, "SELECT age FROM person WHERE id = 1")).containsExactly("66");
  }

  private static GridSource source() {
    return window.grid().source();
  }
}
