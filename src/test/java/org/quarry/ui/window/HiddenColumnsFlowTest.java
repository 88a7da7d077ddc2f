package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.TableLayout;
import org.quarry.ui.kit.TableLayouts;
import org.testfx.api.FxToolkit;

/** Every way through cells while columns stand elsewhere and others are not shown. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HiddenColumnsFlowTest {
  @TempDir static Path folder;
  private static Path file;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("h.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INTEGER, d TEXT,"
                + " FOREIGN KEY (a, b) REFERENCES p)",
            "CREATE TABLE p(x TEXT, y TEXT, label TEXT, PRIMARY KEY (x, y))",
            "INSERT INTO p VALUES ('a1', 'b1', 'first')",
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                + " INSERT INTO t SELECT i, 'a' || i, 'b' || i, i * 10, 'a' || i FROM n");
    window = QuarryWindow.show(folder);
    window.open(file);
  }

  @AfterAll
  static void hide() throws Exception {
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  /** Shown are d, a, c, id from the left; b is hidden. */
  @BeforeEach
  void arrange() {
    window.on(
        () -> {
          while (window.tabs().current().isPresent()) {
            window.tabs().closeCurrent();
          }
          window
              .preferences
              .tables()
              .put(
                  TableLayouts.Key.of(file, "t"),
                  new TableLayout(
                      List.of("d", "a", "b", "c", "id"), Set.of("b"), 0, Map.of(), Map.of()));
        });
    window.showTable("t");
    window.until(() -> window.grid().source().rowCountExact());
  }

  @AfterEach
  void plain() {
    window.on(() -> window.current().journal().revert());
    window.rest();
  }

  private static void hideColumn(int place) {
    window.select(window.grid().lead().map(CellPosition::row).orElse(0L), place);
    window.run("hide-column");
  }

  private static String staged(long id, String column) {
    return String.valueOf(
        window
            .current()
            .journal()
            .change("t", new RowKey.Rowid(id))
            .orElseThrow()
            .values()
            .get(column));
  }

  private static String found() {
    return window.label("#find-count");
  }

  @Test
  void whatIsNotShownIsNeitherFoundNorReplaced() {
    window.run("replace");
    window.on(() -> window.lookup("#find-text").queryAs(TextField.class).setText("a1"));
    window.rest();
    // a1 and a10 to a19, in a and in d.
    assertThat(found()).startsWith("22 matches in 11 rows");
    window.select(0, 0);
    window.run("find-next");
    assertThat(window.grid().lead()).contains(new CellPosition(0, 1));
    hideColumn(0);
    window.rest();
    assertThat(found()).startsWith("11 matches in 11 rows");
    window.run("find-next");
    assertThat(window.grid().lead().orElseThrow().column()).isZero();
    window.on(
        () -> {
          window.lookup("#replace-text").queryAs(TextField.class).setText("z");
          window.lookup("#replace-all").queryButton().fire();
        });
    window.rest();
    assertThat(window.current().journal().size()).isEqualTo(11);
    assertThat(staged(1, "a")).isEqualTo("z");
    window.on(() -> window.lookup("#find-text").queryAs(TextField.class).setText("b5"));
    window.rest();
    assertThat(found()).startsWith("No match");
    window.on(() -> window.lookup("#find-close").queryButton().fire());
    window.rest();
  }

  @Test
  void pasteCopyAndFillDownGoByTheColumnsInSight() {
    window.on(() -> window.grid().select(new CellRange(0, 0, 0, 2, false)));
    window.on(() -> ClipboardText.put("dd\taa\t7"));
    window.run("paste");
    assertThat(window.current().journal().size()).isEqualTo(3);
    assertThat(List.of(staged(1, "d"), staged(1, "a"), staged(1, "c")))
        .isEqualTo(List.of("dd", "aa", "7"));
    window.on(() -> window.grid().select(new CellRange(0, 1, 0, 3, false)));
    window.run("copy");
    window.on(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString().strip())
                .isEqualToNormalizingNewlines("dd\taa\t7\t1\na2\ta2\t20\t2"));
    window.on(() -> window.grid().select(new CellRange(0, 2, 1, 2, false)));
    window.run("fill-down");
    assertThat(List.of(staged(3, "a"), staged(3, "c"))).isEqualTo(List.of("aa", "7"));
    assertThat(window.current().journal().change("t", new RowKey.Rowid(3)).orElseThrow().values())
        .doesNotContainKey("b");
    window.select(4, 0);
    window.on(() -> ClipboardText.put("b\tid\nhidden\t5"));
    window.run("paste");
    assertThat(staged(5, "b")).isEqualTo("hidden");
  }

  @Test
  void theInspectorAndTheProfileFollowTheColumnAtThePlace() {
    window.on(() -> window.preferences.sideShown().set(true));
    window.select(3, 1);
    TextArea text = window.lookup("#inspector-text").query();
    window.until(() -> text.getText().equals("a4"));
    window.until(() -> profiled().startsWith("a"));
    hideColumn(1);
    window.until(() -> text.getText().equals("40"));
    window.until(() -> profiled().startsWith("c"));
    window.on(() -> window.preferences.sideShown().set(false));
    window.rest();
  }

  private static String profiled() {
    return window.lookup("#profile-column").queryAs(Label.class).getText();
  }

  @Test
  void aJumpToAHiddenColumnShowsItAndSaysSo() {
    window.on(() -> window.records().reveal(new RowKey.Rowid(50), "b"));
    window.rest();
    assertThat(window.grid().lead()).contains(new CellPosition(49, 2));
    assertThat(window.grid().source().column(2).name()).isEqualTo("b");
    assertThat(window.lookup(".grid-notice").queryAs(Label.class).getText())
        .isEqualTo("b was hidden; now it is shown.");
  }

  @Test
  void aConflictInAHiddenColumnIsJumpedTo() throws Exception {
    window.on(
        () ->
            window
                .current()
                .journal()
                .set("t", List.of(new CellEdit(new RowKey.Rowid(7), "b", true, "b7", "mine"))));
    SqliteProgram.run(file, "UPDATE t SET b = 'theirs' WHERE id = 7");
    window.on(() -> window.current().written());
    window.rest();
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
    window.on(() -> window.records().reveal(new RowKey.Rowid(7), "b"));
    window.rest();
    CellPosition lead = window.grid().lead().orElseThrow();
    assertThat(window.cell(lead.row(), lead.column())).isEqualTo("mine");
    SqliteProgram.run(file, "UPDATE t SET b = 'b7' WHERE id = 7");
    window.on(() -> window.current().written());
    window.rest();
  }

  @Test
  void aKeyOfSeveralColumnsLeadsAlsoWhereOneIsHidden() {
    String[] hint = {""};
    for (int pass = 0; pass < 2; pass++) {
      window.on(() -> hint[0] = String.valueOf(window.grid().source().hint(0, 1)));
      window.rest();
    }
    assertThat(hint[0]).isEqualTo("→ p (a1, b1): first");
  }
}
