package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.training.ModelReport;
import org.quarry.sample.Sample;
import org.quarry.ui.model.ModelModel;
import org.quarry.ui.model.report.Card;
import org.quarry.work.Monitor;

/** From a cell of the confusion matrix to its rows. */
class ReportWindowTest {
  @TempDir static Path folder;

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  /** The Model tab of a sample file. */
  private static ModelModel model(QuarryWindow window, Path file) {
    Sample.create(file, Monitor.NONE);
    window.open(file);
    AtomicReference<ModelModel> model = new AtomicReference<>();
    window.on(() -> model.set(window.tabs().showModel()));
    window.rest();
    return Objects.requireNonNull(model.get());
  }

  @Test
  void aCellOfTheMatrixOpensItsRowsInRecords() throws Exception {
    Path file = folder.resolve("sample.db");
    QuarryWindow window = QuarryWindow.show(folder);
    ModelModel model = model(window, file);
    window.on(model.train()::run);
    window.until(() -> model.report().report().get() != null);
    Node cell = window.lookup("#matrix-0-1").query().getParent().getParent();
    window.on(() -> press(cell, KeyCode.ENTER));
    window.rest();
    window.until(() -> window.records().model().filter().get().where().contains(" IN ("));
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT count(*), sum(target) FROM breast_cancer WHERE "
                    + window.records().model().filter().get().where()))
        .containsExactly("6|0");
    assertThat(window.records().model().table().name()).isEqualTo("breast_cancer");
    window.closeFile();
  }

  /** A hidden picture is laid out too; one of a report that is gone must not be drawn. */
  @Test
  void trainingAgainWithPicturesOpenDrawsThemAnew() throws Exception {
    Path file = folder.resolve("again.db");
    QuarryWindow window = QuarryWindow.show(folder);
    ModelModel model = model(window, file);
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    window.on(
        () ->
            Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure)));
    try {
      window.on(model.train()::run);
      window.until(() -> model.report().report().get() != null);
      for (Card card : Card.values()) {
        window.on(() -> model.report().card().set(card));
        window.rest();
      }
      window.on(() -> model.report().card().set(Card.CURVES));
      window.rest();
      ModelReport first = model.report().report().get();
      window.on(model.train()::run);
      window.until(
          () -> {
            ModelReport now = model.report().report().get();
            return now != null && now != first;
          });
      window.rest();
      assertThat(thrown).isEmpty();
      assertThat(window.lookup("#picture-roc").<Region>query().getChildrenUnmodifiable())
          .isNotEmpty();
      Region roc = window.lookup("#picture-roc").query();
      window.on(roc::requestFocus);
      window.on(() -> press(roc, KeyCode.END));
      window.on(() -> press(roc, KeyCode.LEFT));
      assertThat(roc.getAccessibleText()).matches("ROC.*Threshold .*");
      window.on(() -> press(roc, KeyCode.ENTER));
      window.until(() -> window.records().model().filter().get().where().contains(" IN ("));
    } finally {
      window.on(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }
    window.closeFile();
  }
}
