package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.RowState;
import org.quarry.ui.window.QuarryWindow;

/** Rows read, edited and written in the window, and what the file holds then. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecordsFlowTest {
  private static final int COUNTRY = 1;
  private static final int CONCAVITY = 2;

  @TempDir static Path folder;
  private static QuarryWindow window;
  private Path file;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.predictions(Files.createTempDirectory(folder, "t").resolve("cancer.db"), 10);
    window.open(file);
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private void write() {
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
  }

  private void type(String text) {
    window.write(text);
    window.push(KeyCode.ENTER);
    window.rest();
  }

  private List<String> countries() throws Exception {
    return rows(file, "SELECT country FROM predictions ORDER BY person_id");
  }

  @Test
  void typedValuesAreStagedThenWritten() throws Exception {
    window.click(1, COUNTRY);
    type("SVK");
    assertThat(window.cell(1, COUNTRY)).isEqualTo("SVK");
    assertThat(window.grid().lead().orElseThrow().row()).isEqualTo(2);
    assertThat(window.label("#status-staged")).isEqualTo("✎ 1 staged edit");
    assertThat(window.model.title()).startsWith("cancer.db*");
    Button write = window.lookup("#write-changes").query();
    assertThat(write.getText()).isEqualTo("Write 1 change");
    assertThat(countries().get(1)).isEqualTo("NLD");
    write();
    assertThat(countries().get(1)).isEqualTo("SVK");
    assertThat(window.cell(1, COUNTRY)).isEqualTo("SVK");
    assertThat(window.label("#status-message")).startsWith("Wrote 1 change in ");
    assertThat(window.label("#status-staged")).isEmpty();
    assertThat(window.model.title()).startsWith("cancer.db —");
    assertThat(write.isDisabled()).isTrue();
  }

  @Test
  void whatIsBeingTypedIsWrittenToo() throws Exception {
    window.click(2, CONCAVITY);
    window.write("0.5");
    assertThat(window.grid().isEditing()).isTrue();
    write();
    assertThat(window.grid().isEditing()).isFalse();
    assertThat(rows(file, "SELECT mean_concavity FROM predictions WHERE person_id = 3"))
        .containsExactly("0.5");
  }

  @Test
  void nullIsNotTheEmptyText() throws Exception {
    window.click(0, COUNTRY);
    window.push(KeyCode.ALT, KeyCode.DELETE);
    window.click(1, COUNTRY);
    window.push(KeyCode.DELETE);
    window.rest();
    assertThat(window.cell(0, COUNTRY)).isEqualTo("NULL");
    assertThat(window.cell(1, COUNTRY)).isNotEqualTo("NULL");
    assertThat(window.current().staged().get()).isEqualTo(2);
    write();
    assertThat(rows(file, "SELECT typeof(country), length(country) FROM predictions LIMIT 2"))
        .containsExactly("null|NULL", "text|0");
  }

  @Test
  void aNewRowIsFilledAndWritten() throws Exception {
    window.click(0, COUNTRY);
    window.push(KeyCode.INSERT);
    window.rest();
    assertThat(window.records().model().size()).isEqualTo(11);
    assertThat(window.cell(10, COUNTRY)).isEqualTo("DEFAULT");
    window.push(KeyCode.RIGHT);
    type("POL");
    window.push(KeyCode.END);
    type("2024-01-01");
    write();
    assertThat(window.problem()).isEmpty();
    assertThat(
            rows(file, "SELECT person_id, country, timestamp FROM predictions LIMIT -1 OFFSET 9"))
        .containsExactly("10|CZE|2019-09-11 00:00:00", "11|POL|2024-01-01");
    window.push(KeyCode.HOME);
    assertThat(window.cell(10, 0)).isEqualTo("11");
    assertThat(window.label("#records-count")).startsWith("11 rows");
  }

  @Test
  void aRuleThatRefusesIsNamedAndNothingIsLost() throws Exception {
    window.click(3, COUNTRY);
    type("SVK");
    window.push(KeyCode.INSERT);
    window.rest();
    write();
    assertThat(window.problem())
        .contains("A rule of the table refuses predictions, new row")
        .contains("NOT NULL")
        .contains("timestamp");
    assertThat(window.current().staged().get()).isEqualTo(2);
    assertThat(rows(file, "SELECT count(*), sum(country = 'SVK') FROM predictions"))
        .containsExactly("10|0");
    window.push(KeyCode.END);
    type("2024-01-01");
    window.clickOn("#try-again");
    window.rest();
    assertThat(window.problem()).isEmpty();
    assertThat(rows(file, "SELECT count(*), sum(country = 'SVK') FROM predictions"))
        .containsExactly("11|1");
  }

  @Test
  void rowsAreDuplicatedAndDeletedAndBroughtBack() throws Exception {
    window.selectRows(1, 2);
    window.push(KeyCode.SHORTCUT, KeyCode.D);
    window.rest();
    assertThat(window.records().model().size()).isEqualTo(12);
    assertThat(window.cell(11, COUNTRY)).isEqualTo(window.cell(2, COUNTRY)).isEqualTo("AUT");
    window.selectRows(0, 0);
    window.push(KeyCode.DELETE);
    window.rest();
    assertThat(window.current().staged().get()).isEqualTo(3);
    window.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.rest();
    assertThat(window.current().staged().get()).isEqualTo(2);
    window.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    window.rest();
    assertThat(window.current().staged().get()).isEqualTo(3);
    write();
    assertThat(
            rows(file, "SELECT person_id, country, mean_area FROM predictions WHERE person_id > 9"))
        .containsExactly("10|CZE|10.25", "11|NLD|2.25", "12|AUT|3.25");
    assertThat(rows(file, "SELECT min(person_id), count(*) FROM predictions"))
        .containsExactly("2|11");
    assertThat(window.cell(0, 0)).isEqualTo("2");
  }

  @Test
  void revertDropsAllAndUndoBringsThemBack() throws Exception {
    window.click(1, COUNTRY);
    type("SVK");
    type("HUN");
    window.clickOn("#revert");
    window.rest();
    assertThat(window.current().staged().get()).isZero();
    assertThat(window.cell(1, COUNTRY)).isEqualTo("NLD");
    window.clickOn("#undo");
    window.rest();
    assertThat(window.cell(1, COUNTRY)).isEqualTo("SVK");
    assertThat(window.cell(2, COUNTRY)).isEqualTo("HUN");
    assertThat(countries()).doesNotContain("SVK", "HUN");
  }

  @Test
  void stagedEditsFollowTheirRowsThroughSortAndRefresh() throws Exception {
    window.click(0, COUNTRY);
    type("SVK");
    window.clickOn(window.grid().headerNode(0).orElseThrow());
    window.rest();
    window.clickOn(window.grid().headerNode(0).orElseThrow());
    window.rest();
    assertThat(window.records().model().sorts().get()).containsExactly(new Sort("person_id", true));
    assertThat(window.cell(0, 0)).isEqualTo("10");
    assertThat(window.cell(9, 0)).isEqualTo("1");
    assertThat(window.cell(9, COUNTRY)).isEqualTo("SVK");
    window.push(KeyCode.F5);
    window.rest();
    assertThat(window.cell(9, COUNTRY)).isEqualTo("SVK");
    write();
    assertThat(countries().getFirst()).isEqualTo("SVK");
  }

  @Test
  void aRowChangedByAnotherProgramIsAConflict() throws Exception {
    window.click(1, COUNTRY);
    type("SVK");
    window.click(4, COUNTRY);
    type("HUN");
    SqliteProgram.run(file, "UPDATE predictions SET country = 'DEU' WHERE person_id = 2");
    write();
    assertThat(window.problem()).startsWith("predictions, row 2 was changed meanwhile.");
    assertThat(window.current().staged().get()).isEqualTo(2);
    assertThat(window.cell(1, COUNTRY)).isEqualTo("SVK");
    assertThat(countries().get(1)).isEqualTo("DEU");
    assertThat(countries()).doesNotContain("SVK", "HUN");
  }

  @Test
  void refreshingShowsTheDifferenceAndDecidesNothing() throws Exception {
    window.click(1, COUNTRY);
    type("SVK");
    SqliteProgram.run(file, "UPDATE predictions SET country = 'DEU' WHERE person_id = 2");
    window.push(KeyCode.F5);
    window.rest();
    assertThat(window.cell(1, COUNTRY)).isEqualTo("SVK");
    assertThat(window.grid().source().cell(1, COUNTRY).tooltip())
        .startsWith("It was NLD when you changed it; the file has DEU now.");
    assertThat(window.grid().source().rowState(1)).isEqualTo(RowState.DIFFERENT);
    write();
    assertThat(window.problem()).startsWith("predictions, row 2 was changed meanwhile.");
    assertThat(countries().get(1)).isEqualTo("DEU");
    window.clickOn("#keep-all-mine");
    window.rest();
    assertThat(window.problem()).as("the failure is overtaken").isEmpty();
    assertThat(window.grid().source().cell(1, COUNTRY).tooltip()).isEqualTo("In the file: DEU");
    write();
    assertThat(window.problem()).isEmpty();
    assertThat(countries().get(1)).isEqualTo("SVK");
  }

  @Test
  void aRowIsFoundByItsNumber() throws Exception {
    SqliteProgram.run(
        file,
        "INSERT INTO predictions(country, timestamp) WITH RECURSIVE n(i) AS (SELECT 11 UNION ALL"
            + " SELECT i + 1 FROM n WHERE i < 2000) SELECT i, 't' FROM n");
    window.push(KeyCode.F5);
    window.rest();
    window.clickOn("#go-to-row-field");
    type("1 500");
    assertThat(window.cell(1499, 0)).isEqualTo("1500");
    assertThat(window.grid().lead().orElseThrow().row()).isEqualTo(1499);
    window.clickOn("#go-to-row-field");
    window.push(KeyCode.SHORTCUT, KeyCode.A);
    type("here");
    assertThat(window.recordsProblem()).startsWith("A row is a number from 1 to 2\u202f000");
  }

  @Test
  void theLastOfAMillionRowsIsOneKeyAway() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE a_big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 1000000) SELECT i * 3 AS triple, 'row ' || i AS name FROM n");
    window.closeFile();
    window.open(file);
    assertThat(window.records().model().table().name()).isEqualTo("a_big");
    assertThat(window.label("#records-count")).startsWith("1\u202f000\u202f000 rows");
    window.click(0, 1);
    window.push(KeyCode.SHORTCUT, KeyCode.END);
    window.rest();
    window.on(
        () -> {
          window.grid().fitColumn(0);
          window.grid().fitColumn(1);
        });
    assertThat(window.cell(999_999, 0)).isEqualTo("3000000");
    assertThat(window.cell(999_999, 1)).isEqualTo("row 1000000");
    window.push(KeyCode.SHORTCUT, KeyCode.HOME);
    window.rest();
    assertThat(window.cell(0, 1)).isEqualTo("row 1");
  }
}
