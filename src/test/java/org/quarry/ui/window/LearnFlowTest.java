package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.model.TrainedModels;
import org.quarry.learning.search.Strategy;
import org.quarry.sample.Sample;
import org.quarry.ui.model.ModelModel;
import org.quarry.ui.model.Step;
import org.quarry.ui.query.QueryModel;
import org.quarry.work.Monitor;
import org.testfx.api.FxToolkit;

/** From a query to a model, from the model to its rows, and back into SQL. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LearnFlowTest {
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

  @TempDir static Path folder;

  @Test
  void aResultIsLearnedFromAndItsModelIsCalledAgain() throws Exception {
    Path file = folder.resolve("sample.db");
    Sample.create(file, Monitor.NONE);
    try (Database database = Database.open(file)) {
      new ModelStore(database).save(TrainedModels.tumours("grown"), false, Monitor.NONE);
    }
    QuarryWindow window = QuarryWindow.show(folder);
    window.open(file);
    QueryModel[] query = new QueryModel[1];
    window.on(() -> query[0] = window.tabs().newQuery().model());
    window.on(
        () -> {
          query[0]
              .text()
              .set("SELECT id, target, worst_area, mean_area FROM breast_cancer ORDER BY id");
          query[0].command("run-all").run();
        });
    window.until(() -> !query[0].busy().get() && query[0].sheet().get() != null);
    window.rest();
    window.clickOn("#learn-from-result");
    window.rest();
    ModelModel[] model = new ModelModel[1];
    window.on(() -> model[0] = window.tabs().showModel());
    assertThat(model[0].data().fromQuery().get()).isTrue();
    window.until(() -> model[0].fault().get().isEmpty());
    assertThat(model[0].data().features()).containsExactly("worst_area", "mean_area");
    window.on(
        () -> {
          model[0].search().strategy().set(Strategy.GROW);
          model[0].train().run();
        });
    window.until(() -> model[0].report().report().get() != null);
    window.rest();
    assertThat(window.label("#recipe-refusal")).startsWith("No script: this search chooses");
    assertThat(window.lookup("#export-script").query().isDisabled()).isTrue();
    assertThat(window.lookup("#copy-command").query().isDisabled()).isFalse();
    copies(window, model[0]);
    window.on(() -> model[0].report().showCell(0, 1));
    window.rest();
    window.until(() -> window.records().model().filter().get().where().contains(" IN ("));
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT sum(target) FROM breast_cancer WHERE "
                    + window.records().model().filter().get().where()))
        .containsExactly("0");
    completes(window);
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  /** The list of runs gives the command of each. */
  private static void copies(QuarryWindow window, ModelModel model) {
    window.on(
        () -> {
          model.step().set(Step.SEARCH);
          ((ToggleButton) window.lookup("#show-runs").query()).setSelected(true);
        });
    window.rest();
    TableView<?> runs = window.lookup("#model-runs").query();
    String[] copied = new String[1];
    window.on(
        () -> {
          runs.getSelectionModel().select(0);
          runs.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, !MAC, false, MAC));
          copied[0] = Clipboard.getSystemClipboard().getString();
        });
    assertThat(copied[0])
        .startsWith("quarry train ")
        .contains(" --query 'SELECT id, target,", " --strategy grow --no-save");
    window.on(() -> model.step().set(Step.USE));
    window.rest();
  }

  private static void completes(QuarryWindow window) {
    QueryModel[] query = new QueryModel[1];
    window.on(() -> query[0] = window.tabs().newQuery().model());
    window.rest();
    CodeArea editor =
        window.lookup("#sql-editor").queryAllAs(CodeArea.class).stream()
            .filter(each -> each.getText().isEmpty() && each.getScene() != null)
            .reduce((first, last) -> last)
            .orElseThrow();
    window.on(editor::requestFocus);
    window.write("SELECT pred");
    window.until(() -> suggestions() == 2);
    window.push(KeyCode.ENTER);
    window.until(() -> suggestions() == 1);
    assertThat(editor.getText()).isEqualTo("SELECT predict(");
    window.push(KeyCode.TAB);
    window.until(() -> suggestions() == 0);
    assertThat(editor.getText())
        .isEqualTo("SELECT predict('grown', mean_concavity, worst_area, mean_area)");
    window.push(KeyCode.ESCAPE);
  }

  /** How many suggestions are shown. */
  private static int suggestions() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(each -> each.getScene().getRoot().lookup("#model-suggestions"))
        .filter(ListView.class::isInstance)
        .mapToInt(each -> ((ListView<?>) each).getItems().size())
        .sum();
  }
}
