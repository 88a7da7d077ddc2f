package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;

/** From a column's heading to values in the file. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PredictFlowTest {
  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @AfterAll
  static void close() {
    window.closeFile();
  }

  private static void await(String id) throws Exception {
    window.rest();
    assertThat(window.lookup("#" + id).tryQuery()).as(id).isPresent();
  }

  private static String text(String id) {
    return window.lookup("#" + id).<Labeled>query().getText();
  }

  private static void choose(int column, String item) {
    window.rightClickOn(window.grid().headerNode(column).orElseThrow());
    ContextMenu menu =
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .findFirst()
            .orElseThrow();
    MenuItem found =
        menu.getItems().stream()
            .filter(each -> item.equals(each.getText()))
            .findFirst()
            .orElseThrow();
    window.on(
        () -> {
          if (!found.isDisable()) {
            found.fire();
          }
          menu.hide();
        });
    window.rest();
  }

  @Test
  void aColumnIsPredictedFromItsHeadingStagedAndWritten() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("p.db"), 60);
    SqliteProgram.run(
        file,
        "UPDATE predictions SET predicted_class = CASE WHEN person_id % 4 = 0 THEN NULL"
            + " WHEN mean_area % 20 < 10 THEN 1 ELSE 0 END,"
            + " worst_area = CASE WHEN mean_area % 20 < 10 THEN 5 ELSE 90 END + person_id % 3");
    window.open(file);
    choose(0, "Predict this column (it is the key)");
    assertThat(window.lookup("#predict-view").tryQuery()).isEmpty();
    choose(5, "Predict this column…");
    await("predict-view");
    assertThat(text("predict-rows"))
        .isEqualTo(
            "45 rows of predictions have a value to learn from, 15 are NULL. All rows of the table"
                + " count, whatever filter Records shows.");
    assertThat(text("predict-kind-country")).isEqualTo("one-hot");
    assertThat(text("predict-reason-timestamp")).isNotEmpty();
    window.clickOn("#predict-from-country");
    window.clickOn("#preview-prediction");
    window.rest();
    await("predict-score");
    assertThat(text("stage-predictions")).isEqualTo("Stage 15 edits");
    assertThat(SqliteProgram.rows(file, "SELECT count(predicted_class) FROM predictions"))
        .containsExactly("45");
    window.clickOn("#stage-predictions");
    window.rest();
    assertThat(window.model.open().get()).isNotNull();
    window.on(() -> window.model.write());
    window.rest();
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT count(*) FROM predictions WHERE predicted_class"
                    + " = (mean_area % 20 < 10)"))
        .containsExactly("60");
    TabPane tabs = window.lookup("#tabs").query();
    assertThat(tabs.getSelectionModel().getSelectedItem().getText())
        .isEqualTo("Predict predicted_class");
  }
}
