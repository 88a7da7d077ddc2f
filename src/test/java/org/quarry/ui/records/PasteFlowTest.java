package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Command;
import org.quarry.ui.window.QuarryWindow;

/** Cells copied, cut, pasted and filled in the window. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PasteFlowTest {
  private static final int COUNTRY = 1;

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

  private void push(KeyCode... keys) {
    window.push(keys);
    window.rest();
  }

  private void write() {
    push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(window.problem()).isEmpty();
  }

  private void select(long firstRow, long lastRow, int firstColumn, int lastColumn) {
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().select(new CellRange(firstRow, lastRow, firstColumn, lastColumn, false));
        });
  }

  private void paste(String text) {
    window.on(() -> ClipboardText.put(text));
    push(KeyCode.SHORTCUT, KeyCode.V);
  }

  private String clipboard() {
    StringBuilder text = new StringBuilder();
    window.on(() -> ClipboardText.get().ifPresent(text::append));
    return text.toString();
  }

  @Test
  void aBlockGoesOverCellsAndPastTheEndIntoNewRows() throws Exception {
    select(8, 8, COUNTRY, COUNTRY);
    paste("SVK\t0.5\nHUN\t\n\"Po\tlen\"\t0.25\n");
    assertThat(window.recordsProblem()).isEmpty();
    assertThat(window.grid().selection()).isEqualTo(new CellRange(8, 10, 1, 2, false));
    assertThat(window.cell(10, COUNTRY)).startsWith("Po");
    assertThat(window.model.open().get()).isNotNull();
    assertThat(window.current().journal().undoName())
        .contains("paste 4 cells and 1 new row in predictions");
    push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(window.current().staged().get()).isZero();
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    select(10, 10, 6, 6);
    paste("2024-01-01");
    write();
    assertThat(rows(file, "SELECT country, mean_concavity FROM predictions WHERE person_id > 8"))
        .containsExactly("SVK|0.5", "HUN|NULL", "Po\tlen|0.25");
  }

  @Test
  void oneValueFillsTheSelectionAndABlockIsRepeated() throws Exception {
    select(0, 3, COUNTRY, COUNTRY);
    paste("SVK");
    select(4, 7, COUNTRY, 2);
    paste("POL\t1\nHUN\t2\n");
    write();
    assertThat(
            rows(
                file, "SELECT country, mean_concavity * 1.0 FROM predictions WHERE person_id <= 8"))
        .containsExactly(
            "SVK|0.001",
            "SVK|0.002",
            "SVK|0.003",
            "SVK|0.004",
            "POL|1.0",
            "HUN|2.0",
            "POL|1.0",
            "HUN|2.0");
  }

  @Test
  void aLineOfColumnNamesSaysWhereTheOthersGo() throws Exception {
    select(0, 0, 5, 5);
    paste("worst_area\tcountry\n10\tSVK\n20\tPOL\n");
    window.on(() -> ClipboardText.put("timestamp,country\n2024-01-01,\"a, b\"\n"));
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
    write();
    assertThat(rows(file, "SELECT country, worst_area FROM predictions WHERE person_id <= 2"))
        .containsExactly("SVK|10.0", "POL|20.0");
    assertThat(
            rows(file, "SELECT person_id, country, timestamp FROM predictions LIMIT -1 OFFSET 10"))
        .containsExactly("11|a, b|2024-01-01");
  }

  @Test
  void whatIsCopiedHereKeepsNullAndTheEmptyTextApart() throws Exception {
    SqliteProgram.run(
        file,
        "UPDATE predictions SET country = NULL WHERE person_id = 1",
        "UPDATE predictions SET country = '' WHERE person_id = 2",
        "UPDATE predictions SET country = 'a, b' WHERE person_id = 3");
    push(KeyCode.F5);
    select(0, 2, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("\n\n\"a, b\"\n".replace("\"", ""));
    select(5, 5, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.V);
    select(0, 2, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    select(7, 7, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.V);
    write();
    assertThat(rows(file, "SELECT quote(country) FROM predictions WHERE person_id > 5"))
        .containsExactly("NULL", "''", "NULL", "''", "'a, b'");
    window.on(() -> ClipboardText.put("x"));
    boolean[] ours = {true};
    window.on(() -> ours[0] = ClipboardText.cells().isPresent());
    assertThat(ours[0]).isFalse();
  }

  @Test
  void manyPastedRowsAreOneStep() {
    select(0, 0, COUNTRY, COUNTRY);
    StringBuilder lines = new StringBuilder("country\ttimestamp\n");
    for (int row = 0; row < 3_000; row++) {
      lines.append("C").append(row).append("\t2024-01-01\n");
    }
    window.on(() -> ClipboardText.put(lines.toString()));
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
    assertThat(window.current().staged().get()).isEqualTo(3_000);
    assertThat(window.grid().source().rowCount()).isEqualTo(3_010);
    assertThat(window.current().journal().undoName())
        .contains("paste 3000 new rows in predictions");
    push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(window.current().staged().get()).isZero();
    assertThat(window.grid().source().rowCount()).isEqualTo(10);
  }

  @Test
  void fillDownTakesTheFirstRowsValuesAsOneStep() throws Exception {
    SqliteProgram.run(file, "UPDATE predictions SET country = 'first' WHERE person_id = 2");
    push(KeyCode.F5);
    select(1, 4, COUNTRY, 2);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
    assertThat(window.current().journal().undoName()).contains("fill down 6 cells in predictions");
    write();
    assertThat(
            rows(
                file,
                "SELECT person_id, country, mean_concavity FROM predictions"
                    + " WHERE person_id BETWEEN 1 AND 6"))
        .startsWith("1|CZE|0.001")
        .contains("2|first|0.002", "3|first|0.002", "4|first|0.002", "5|first|0.002")
        .doesNotContain("6|first|0.002");
  }

  @Test
  void setSelectedCellsGivesWhatIsTypedToAllOfThem() throws Exception {
    select(2, 5, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(window.grid().isEditing()).isTrue();
    assertThat(window.label(".grid-notice"))
        .isEqualTo("Enter gives this value to all 4 selected cells.");
    window.write("all");
    push(KeyCode.ENTER);
    assertThat(window.grid().isEditing()).isFalse();
    assertThat(window.current().journal().undoName()).contains("fill 4 cells in predictions");
    write();
    assertThat(rows(file, "SELECT count(*) FROM predictions WHERE country = 'all'"))
        .containsExactly("4");
    select(0, 1, COUNTRY, COUNTRY);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    push(KeyCode.ESCAPE);
    assertThat(window.current().staged().get()).isZero();
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsStaged() {
    select(0, 0, 5, 5);
    paste("1\t2\t3");
    assertThat(window.recordsProblem())
        .startsWith("Nothing was pasted. The clipboard has 3 columns, and from");
    select(0, 0, 6, 6);
    paste("NULL");
    assertThat(window.recordsProblem()).startsWith("timestamp cannot be NULL.");
    assertThat(window.current().staged().get()).isZero();
  }

  @Test
  void theFirstRowFillsTheOthersDown() throws Exception {
    select(0, 0, COUNTRY, COUNTRY);
    paste("SVK");
    select(0, 4, COUNTRY, 2);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
    assertThat(window.current().journal().undoName()).contains("fill down 8 cells in predictions");
    write();
    assertThat(
            rows(
                file,
                "SELECT country, mean_concavity, count(*) FROM predictions WHERE person_id <= 5"
                    + " GROUP BY 1, 2"))
        .containsExactly("SVK|0.001|5");
  }

  @Test
  void whatIsTypedGoesIntoEverySelectedCell() throws Exception {
    select(2, 5, COUNTRY, COUNTRY);
    window.write("SVK");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(window.grid().isEditing()).isFalse();
    write();
    assertThat(rows(file, "SELECT group_concat(person_id) FROM predictions WHERE country = 'SVK'"))
        .containsExactly("3,4,5,6");
  }

  @Test
  void whatIsCutIsOnTheClipboardAndStagedAsEmpty() throws Exception {
    select(0, 1, COUNTRY, 2);
    push(KeyCode.SHORTCUT, KeyCode.X);
    assertThat(clipboard())
        .isEqualTo(
            "CZE\t0.001\nNLD\t0.002\n".replace("CZE", country(1)).replace("NLD", country(2)));
    write();
    assertThat(rows(file, "SELECT country, mean_concavity FROM predictions WHERE person_id < 3"))
        .containsExactly("|NULL", "|NULL");
  }

  private String country(int person) throws Exception {
    return rows(
            SqliteProgram.predictions(Files.createTempDirectory(folder, "c").resolve("c.db"), 10),
            "SELECT country FROM predictions WHERE person_id = " + person)
        .getFirst();
  }

  @Test
  void everyFormatIsACommandOfTheMenu() throws Exception {
    select(0, 0, 0, COUNTRY);
    run("copy-as-inserts");
    assertThat(clipboard())
        .isEqualTo(
            "INSERT INTO \"predictions\" (\"person_id\", \"country\") VALUES (1, '"
                + country(1)
                + "');\n");
    run("copy-as-json");
    assertThat(clipboard())
        .isEqualTo("[\n{\"person_id\":1,\"country\":\"" + country(1) + "\"}\n]\n");
    run("copy-as-csv");
    assertThat(clipboard()).isEqualTo("person_id,country\n1," + country(1) + "\n");
    run("copy-as-markdown");
    assertThat(clipboard())
        .isEqualTo("| person_id | country |\n| ---: | --- |\n| 1 | " + country(1) + " |\n");
  }

  private void run(String id) {
    window.on(
        () ->
            window.records().commands().stream()
                .filter(command -> command.id().equals(id))
                .forEach(Command::run));
    window.rest();
  }
}
