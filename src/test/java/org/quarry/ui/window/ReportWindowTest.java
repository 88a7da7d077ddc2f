package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.sample.Sample;
import org.quarry.ui.model.ModelModel;
import org.quarry.work.Monitor;

/** From a cell of the confusion matrix to its rows. */
class ReportWindowTest {
  @TempDir static Path folder;

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
    window.on(
        () ->
            cell.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
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
}
