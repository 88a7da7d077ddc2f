package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  @Test
  void aCellOfTheMatrixOpensItsRowsInRecords() throws Exception {
    Path file = folder.resolve("sample.db");
    Sample.create(file, Monitor.NONE);
    QuarryWindow window = QuarryWindow.show(folder);
    window.open(file);
    ModelModel[] model = new ModelModel[1];
    window.on(() -> model[0] = window.tabs().showModel());
    window.rest();
    window.on(model[0].train()::run);
    window.until(() -> model[0].report().report().get() != null);
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
    Sample.create(file, Monitor.NONE);
    QuarryWindow window = QuarryWindow.show(folder);
    window.open(file);
    ModelModel[] model = new ModelModel[1];
    window.on(() -> model[0] = window.tabs().showModel());
    window.rest();
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    window.on(
        () ->
            Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure)));
    try {
      window.on(model[0].train()::run);
      window.until(() -> model[0].report().report().get() != null);
      for (Card card : Card.values()) {
        window.on(() -> model[0].report().card().set(card));
        window.rest();
      }
      window.on(() -> model[0].report().card().set(Card.CURVES));
      window.rest();
      ModelReport first = model[0].report().report().get();
      window.on(model[0].train()::run);
      window.until(
          () -> {
            ModelReport now = model[0].report().report().get();
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
