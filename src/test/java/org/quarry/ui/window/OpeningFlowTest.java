package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.Preferences;

/** Files opened in the window, those that cannot be opened, and what the window then shows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpeningFlowTest {
  @TempDir static Path home;
  private static QuarryWindow window;
  private Path folder;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(home);
  }

  @BeforeEach
  void folder() throws Exception {
    folder = Files.createTempDirectory(home, "t");
  }

  @AfterEach
  void close() {
    window.closeFile();
    window.on(window.preferences.recentFiles()::clear);
  }

  private Path predictions(int rows) throws Exception {
    return SqliteProgram.predictions(folder.resolve("cancer.db"), rows);
  }

  private String tree(String table) {
    Label name = window.lookup("#table-" + table).query();
    Label detail = window.from(name.getParent()).lookup(".schema-detail").query();
    return name.getText() + " " + detail.getText();
  }

  private long tablesInTree() {
    TreeView<?> tree = window.lookup("#schema-tree").query();
    TreeItem<?> tables = tree.getRoot().getChildren().getFirst();
    return tables.getChildren().size();
  }

  @Test
  void aFileShowsItsTablesTheirCountsAndTheRowsOfTheFirst() throws Exception {
    Path file = predictions(30);
    SqliteProgram.run(
        file, "CREATE VIEW austria AS SELECT * FROM predictions WHERE country = 'AUT'");
    window.answers.file = Optional.of(file);
    window.clickOn("#open");
    window.rest();
    assertThat(tree("predictions")).isEqualTo("predictions 30");
    assertThat(tree("austria")).isEqualTo("austria 10");
    assertThat(window.records().model().table().name()).isEqualTo("predictions");
    assertThat(window.cell(0, 1)).isEqualTo("CZE");
    assertThat(window.cell(1, 5)).isEqualTo("NULL");
    assertThat(window.label("#records-count")).startsWith("30 rows");
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
  }

  @Test
  void theTreeIsFilteredByTableAndColumnAndOpensByDoubleClick() throws Exception {
    Path file = predictions(3);
    SqliteProgram.run(
        file, "CREATE TABLE doctors(name TEXT)", "INSERT INTO doctors VALUES ('Curie')");
    window.open(file);
    assertThat(tablesInTree()).isEqualTo(2);
    window.clickOn("#schema-filter").write("doc");
    window.rest();
    assertThat(tablesInTree()).isEqualTo(1);
    window.doubleClickOn("#table-doctors");
    window.rest();
    assertThat(window.records().model().table().name()).isEqualTo("doctors");
    assertThat(window.cell(0, 0)).isEqualTo("Curie");
    window.clickOn("#schema-filter").push(KeyCode.SHORTCUT, KeyCode.A).write("worst");
    window.rest();
    assertThat(tree("predictions")).isEqualTo("predictions 3");
    assertThat(tablesInTree()).isEqualTo(1);
  }

  @Test
  void aViewThatCannotBeReadHidesNoOtherCount() throws Exception {
    Path file = predictions(3);
    SqliteProgram.run(
        file, "CREATE VIEW broken AS SELECT abs(-9223372036854775808) AS x FROM predictions");
    window.open(file);
    assertThat(tree("predictions")).isEqualTo("predictions 3");
    window.showTable("broken");
    assertThat(window.recordsProblem()).contains("integer overflow");
  }

  @Test
  void whatCannotBeOpenedIsSaidAndTheOpenFileStays() throws Exception {
    window.open(predictions(3));
    window.open(folder.resolve("nowhere.db"));
    assertThat(window.problem())
        .startsWith("There is no file " + folder.resolve("nowhere.db"))
        .contains("moved, renamed or deleted");
    window.open(Files.writeString(folder.resolve("notes.txt"), "These are words.\n"));
    assertThat(window.problem()).startsWith("notes.txt is not a SQLite database.");
    byte[] noise = new byte[8192];
    new Random(7).nextBytes(noise);
    window.open(Files.write(folder.resolve("secret.db"), noise));
    assertThat(window.problem()).contains("it looks encrypted");
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
    assertThat(window.cell(0, 0)).isEqualTo("1");
    window.clickOn("#window-problem #problem-close");
    assertThat(window.problem()).isEmpty();
  }

  @Test
  void aDamagedFileIsNamedAsDamaged() throws Exception {
    Path file = predictions(2000);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, 4096, (byte) 0x5a);
    Files.write(file, bytes);
    window.open(file);
    assertThat(window.problem()).startsWith("cancer.db is damaged.").contains("malformed");
  }

  @Test
  void damageInsideATableIsSaidInItsTab() throws Exception {
    Path file = predictions(2000);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    window.open(file);
    assertThat(window.problem()).isEmpty();
    assertThat(window.recordsProblem()).startsWith("cancer.db is damaged.");
  }

  @Test
  void aFileHeldByAnotherProgramOpensWhenItLetsGo() throws Exception {
    Path file = predictions(3);
    try (Connection other = SqliteProgram.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      window.open(file);
      assertThat(window.problem()).startsWith("Another program holds cancer.db.");
      assertThat(window.model.open().get()).isNull();
    }
    window.clickOn("#try-again");
    window.rest();
    assertThat(window.problem()).isEmpty();
    assertThat(window.cell(2, 0)).isEqualTo("3");
  }

  @Test
  void aWriteThatMustWaitCanBeTriedAgain() throws Exception {
    Path file = predictions(3);
    window.open(file);
    window.click(0, 1);
    window.write("SVK").push(KeyCode.ENTER);
    try (Connection other = SqliteProgram.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      window.push(KeyCode.SHORTCUT, KeyCode.S);
      window.rest();
      assertThat(window.problem()).startsWith("Another program holds cancer.db.");
      assertThat(window.current().staged().get()).isEqualTo(1);
    }
    window.clickOn("#try-again");
    window.rest();
    assertThat(rows(file, "SELECT country FROM predictions LIMIT 1")).containsExactly("SVK");
  }

  @Test
  void aProtectedFileSaysWhyAndTakesNoEdits() throws Exception {
    Path file = predictions(3);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    window.open(file);
    assertThat(window.label("#status-file"))
        .isEqualTo("cancer.db · UTF-8 · read only: The file is write-protected.");
    assertThat(window.recordsProblem())
        .startsWith("These rows can be read, not edited.")
        .contains("The file is write-protected.");
    assertThat(window.lookup("#insert-row").query().isDisabled()).isTrue();
    window.click(0, 1);
    window.write("X").push(KeyCode.ENTER);
    window.push(KeyCode.DELETE);
    window.push(KeyCode.ALT, KeyCode.DELETE);
    window.push(KeyCode.INSERT);
    assertThat(window.current().staged().get()).isZero();
    assertThat(window.cell(0, 1)).isEqualTo("CZE");
  }

  @Test
  void aNewDatabaseIsMadeAndNothingIsReplaced() throws Exception {
    Path file = folder.resolve("fresh.db");
    window.answers.file = Optional.of(file);
    window.clickOn("#new");
    window.rest();
    assertThat(window.label("#status-file")).isEqualTo("fresh.db · UTF-8");
    assertThat(rows(file, "SELECT count(*) FROM sqlite_schema")).containsExactly("0");
    SqliteProgram.run(file, "CREATE TABLE mine(x)");
    window.closeFile();
    window.clickOn("#new");
    window.rest();
    assertThat(window.problem()).contains("fresh.db exists already");
    assertThat(rows(file, "SELECT name FROM sqlite_schema")).containsExactly("mine");
  }

  @Test
  void recentFilesAreOfferedLatestFirst() throws Exception {
    Path first = predictions(1);
    Path second = SqliteProgram.run(folder.resolve("second.db"), "CREATE TABLE t(x)");
    window.open(first);
    window.open(second);
    assertThat(window.preferences.recentFiles()).containsExactly(second, first);
    window.closeFile();
    assertThat(window.label("#status-file")).isEqualTo("No file is open");
    Hyperlink link = window.lookup(".hyperlink").nth(1).query();
    assertThat(link.getText()).startsWith("cancer.db");
    window.clickOn(link);
    window.rest();
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
    assertThat(window.preferences.recentFiles()).containsExactly(first, second);
  }

  @Test
  void aDroppedFileIsOpened() throws Exception {
    window.drop(predictions(4));
    assertThat(window.label("#records-count")).startsWith("4 rows");
    window.drop();
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
  }

  @Test
  void theSampleIsBuiltAndCanBeReset() throws Exception {
    window.on(window.model::openFirst);
    window.rest();
    assertThat(tree("breast_cancer")).isEqualTo("breast_cancer 569");
    assertThat(tree("predictions")).isEqualTo("predictions 114");
    assertThat(window.model.showsSample()).isTrue();
    assertThat(window.preferences.recentFiles()).isEmpty();
    Path sample = window.current().database().file();
    window.showTable("predictions");
    window.selectRows(0, 9);
    window.push(KeyCode.DELETE);
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
    assertThat(rows(sample, "SELECT count(*) FROM predictions")).containsExactly("104");
    window.answers.confirmed = false;
    window.on(window.model::resetSample);
    window.rest();
    assertThat(rows(sample, "SELECT count(*) FROM predictions")).containsExactly("104");
    window.answers.confirmed = true;
    window.on(window.model::resetSample);
    window.rest();
    assertThat(rows(sample, "SELECT count(*) FROM predictions")).containsExactly("114");
    assertThat(tree("predictions")).isEqualTo("predictions 114");
  }

  @Test
  void theColoursFollowThePreference() {
    window.on(() -> window.preferences.colours().set(Preferences.Colours.DARK));
    assertThat(window.dark()).isTrue();
    assertThat(background()).isLessThan(0.3);
    window.on(() -> window.preferences.colours().set(Preferences.Colours.LIGHT));
    assertThat(window.dark()).isFalse();
    assertThat(background()).isGreaterThan(0.9);
  }

  /** How bright the window is at its middle. */
  private static double background() {
    double[] bright = new double[1];
    window.on(
        () ->
            bright[0] =
                window
                    .lookup("#welcome")
                    .query()
                    .getScene()
                    .snapshot(null)
                    .getPixelReader()
                    .getColor(60, 600)
                    .getBrightness());
    return bright[0];
  }
}
