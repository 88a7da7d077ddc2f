package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.records.RecordsModel;
import org.quarry.ui.records.RecordsView;
import org.testfx.api.FxToolkit;

/** What a tab held goes when the tab does, though the file and the window stay. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClosedTabsTest {
  private static final int TRIES = 20;

  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE kept(id INTEGER PRIMARY KEY, name TEXT)",
            "CREATE TABLE closed(id INTEGER PRIMARY KEY, name TEXT, kept INTEGER REFERENCES kept)",
            "INSERT INTO kept VALUES (1, 'one')",
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                + " INSERT INTO closed SELECT i, 'name ' || i, 1 FROM n");
    window = QuarryWindow.show(folder);
    window.open(file);
  }

  @AfterAll
  static void hide() throws Exception {
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  private record Held(WeakReference<RecordsView> view, WeakReference<RecordsModel> model) {}

  /** Uses a tab as a person does; nothing of it stays in a variable of the test. */
  private static Held used() {
    window.showTable("closed");
    window.on(
        () -> {
          window.preferences.sideShown().set(true);
          window.grid().requestFocus();
          window.grid().select(3, 1);
        });
    window.rest();
    window.run("find");
    window.on(() -> window.lookup("#find-text").queryAs(TextField.class).setText("name 1"));
    window.rest();
    window.on(() -> window.grid().source().hint(3, 2));
    window.rest();
    window.on(() -> window.current().journal().insert("closed", Map.of("name", "new")));
    window.on(() -> window.current().journal().revert());
    window.on(() -> window.preferences.sideShown().set(false));
    window.rest();
    return new Held(
        new WeakReference<>(window.records()), new WeakReference<>(window.records().model()));
  }

  private static boolean gone(WeakReference<?> held) throws InterruptedException {
    for (int turn = 0; turn < TRIES && held.get() != null; turn++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(50);
      window.rest();
    }
    return held.get() == null;
  }

  @Test
  void aClosedRecordsTabIsForgotten() throws Exception {
    window.showTable("kept");
    Held held = used();
    assertThat(gone(held.view())).as("an open tab stays").isFalse();
    window.on(() -> window.tabs().closeCurrent());
    window.showTable("kept");
    window.on(() -> window.grid().requestFocus());
    window.on(() -> window.preferences.sideShown().set(true));
    window.on(() -> window.preferences.sideShown().set(false));
    window.rest();
    assertThat(gone(held.view())).as("its view is gone").isTrue();
    assertThat(gone(held.model())).as("its model is gone").isTrue();
  }
}
