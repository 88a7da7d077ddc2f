package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.Questions.Staged;
import org.quarry.ui.query.QueryView;

/** A file left with staged edits, and a file left while a job is under way. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeavingFlowTest {
  @TempDir static Path home;
  private static QuarryWindow window;
  private Path file;
  private Path other;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(home);
  }

  @BeforeEach
  void open() throws Exception {
    Path folder = Files.createTempDirectory(home, "t");
    file = SqliteProgram.predictions(folder.resolve("cancer.db"), 3);
    other = SqliteProgram.run(folder.resolve("other.db"), "CREATE TABLE t(x)");
    window.answers.asked.clear();
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private void stage() {
    window.open(file);
    window.click(0, 1);
    window.write("SVK").push(KeyCode.ENTER);
    window.rest();
  }

  private String country() throws Exception {
    return rows(file, "SELECT country FROM predictions LIMIT 1").getFirst();
  }

  @Test
  void cancelStays() throws Exception {
    stage();
    window.answers.staged = Staged.CANCEL;
    window.open(other);
    assertThat(window.answers.asked).containsExactly("1 in cancer.db");
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
    assertThat(window.current().staged().get()).isEqualTo(1);
    assertThat(window.cell(0, 1)).isEqualTo("SVK");
  }

  @Test
  void discardLeavesTheFileAsItIs() throws Exception {
    stage();
    window.answers.staged = Staged.DISCARD;
    window.open(other);
    assertThat(window.label("#status-file")).isEqualTo("other.db · UTF-8");
    assertThat(country()).isEqualTo("CZE");
  }

  @Test
  void writeWritesThenGoesOn() throws Exception {
    stage();
    window.answers.staged = Staged.WRITE;
    window.open(other);
    assertThat(window.label("#status-file")).isEqualTo("other.db · UTF-8");
    assertThat(country()).isEqualTo("SVK");
  }

  @Test
  void aWriteThatFailsStays() throws Exception {
    stage();
    SqliteProgram.run(file, "DELETE FROM predictions WHERE person_id = 1");
    window.answers.staged = Staged.WRITE;
    window.open(other);
    assertThat(window.label("#status-file")).isEqualTo("cancer.db · UTF-8");
    assertThat(window.problem()).startsWith("predictions, row 1 is gone.");
    assertThat(window.current().staged().get()).isEqualTo(1);
  }

  @Test
  void anOpenTransactionKeepsItsFileAndItsTabOpen() throws Exception {
    window.open(file);
    window.on(
        () -> {
          var query = window.tabs().newQuery().model();
          query.text().set("BEGIN; DELETE FROM predictions;");
          query.command("run-all").run();
        });
    window.rest();
    assertThat(window.label("#status-staged")).contains("transaction open");
    window.open(other);
    assertThat(window.label("#status-file")).startsWith("cancer.db");
    assertThat(window.problem()).contains("transaction").contains("still open");
    window.on(() -> window.tabs().closeCurrent());
    assertThat(window.tabs().getTabs()).anyMatch(tab -> "query-2".equals(tab.getId()));
    window.on(
        () ->
            ((QueryView) window.tabs().current().orElseThrow().node())
                .model()
                .command("roll-back")
                .run());
    window.rest();
    window.open(other);
    assertThat(window.label("#status-file")).startsWith("other.db");
    assertThat(rows(file, "SELECT count(*) FROM predictions")).containsExactly("3");
  }

  @Test
  void nothingStagedAsksNothing() {
    window.open(file);
    window.open(other);
    assertThat(window.answers.asked).isEmpty();
    assertThat(window.label("#status-file")).isEqualTo("other.db · UTF-8");
  }

  /** Counting this view would take hours. */
  private void endlessView() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 1000000000000) SELECT i FROM n");
    window.on(() -> window.model.open(file));
    window.until(() -> !jobs().getChildren().isEmpty());
  }

  private static HBox jobs() {
    return window.lookup("#jobs").query();
  }

  @Test
  void aLongJobIsShownAndStopsByItsCross() throws Exception {
    endlessView();
    Node line = jobs().getChildren().getFirst();
    assertThat(window.from(line).lookup(".label").queryAllAs(Label.class))
        .anyMatch(label -> label.getText().startsWith("Counting rows 1 of 2"));
    assertThat(window.background.running()).hasSize(1);
    long asked = System.nanoTime();
    window.clickOn(window.from(line).lookup(".button").<Button>query());
    window.rest();
    assertThat(System.nanoTime() - asked).isLessThan(2_000_000_000L);
    assertThat(jobs().getChildren()).isEmpty();
    assertThat(window.cell(0, 1)).isEqualTo("CZE");
  }

  @Test
  void leavingStopsWhatRuns() throws Exception {
    endlessView();
    window.open(other);
    assertThat(window.label("#status-file")).isEqualTo("other.db · UTF-8");
    assertThat(window.background.running()).isEmpty();
  }
}
