package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.ClipboardText;
import org.testfx.api.FxToolkit;

/** Ctrl+X, C and V act where the keyboard is, whatever is selected in the grid. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClipboardKeysTest {
  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
    window.open(SqliteProgram.predictions(folder.resolve("cancer.db"), 10));
  }

  @AfterAll
  static void hide() throws Exception {
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  @BeforeEach
  void selectCells() {
    window.on(
        () -> {
          ClipboardText.put("before");
          window.grid().requestFocus();
          window.grid().select(new CellRange(0, 1, 1, 1, false));
        });
  }

  private static String clipboard() {
    String[] text = {""};
    window.on(() -> text[0] = ClipboardText.get().orElse(""));
    return text[0];
  }

  private static void push(KeyCode... keys) {
    window.push(keys);
    window.rest();
  }

  private static <T extends Node> T focus(String query, Class<T> kind) {
    T node = window.lookup(query).queryAs(kind);
    window.on(node::requestFocus);
    assertThat(node.isFocused()).isTrue();
    return node;
  }

  private static void nothingIsStaged() {
    assertThat(window.current().staged().get()).isZero();
  }

  @Test
  void inTheGridTheyActOnTheGrid() {
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("CZE\nNLD\n");
    push(KeyCode.SHORTCUT, KeyCode.X);
    assertThat(window.current().staged().get()).isEqualTo(2);
    push(KeyCode.SHORTCUT, KeyCode.Z);
    nothingIsStaged();
  }

  @Test
  void inTheTreeCopyTakesTheNameAndNothingElseHappens() {
    TreeView<?> tree = focus("#schema-tree", TreeView.class);
    window.on(() -> tree.getSelectionModel().select(1));
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("predictions");
    push(KeyCode.SHORTCUT, KeyCode.X);
    push(KeyCode.SHORTCUT, KeyCode.V);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
    nothingIsStaged();
    assertThat(clipboard()).isEqualTo("predictions");
  }

  @Test
  void inATextFieldTheyActOnItsTextAndNeverOnTheGrid() {
    TextField field = focus("#filter-country", TextField.class);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("before");
    push(KeyCode.SHORTCUT, KeyCode.V);
    assertThat(field.getText()).isEqualTo("before");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.X);
    assertThat(field.getText()).isEmpty();
    assertThat(clipboard()).isEqualTo("before");
    nothingIsStaged();
    window.on(() -> window.records().model().filters().clear());
    window.rest();
  }

  @Test
  void inTheTextOfTheChangesTheyLeaveTheGridAlone() {
    window.on(() -> window.changes().shown().set(true));
    window.on(() -> window.lookup("#changes-show-sql").<ToggleButton>query().fire());
    window.rest();
    focus("#changes-sql", Node.class);
    push(KeyCode.SHORTCUT, KeyCode.X);
    push(KeyCode.SHORTCUT, KeyCode.V);
    nothingIsStaged();
    window.on(() -> window.changes().shown().set(false));
  }

  @Test
  void inTheSqlEditorTheyActOnTheScript() {
    window.on(() -> window.tabs().newQuery().model().text().set("SELECT 1"));
    focus("#sql-editor", Node.class);
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.X);
    assertThat(clipboard()).isEqualTo("SELECT 1");
    nothingIsStaged();
    window.on(window.tabs()::closeCurrent);
    window.showTable("predictions");
  }
}
