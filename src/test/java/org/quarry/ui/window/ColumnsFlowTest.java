package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.TableLayout;
import org.quarry.ui.kit.TableLayouts;

/** Columns hidden, moved, frozen and formatted in the window, and remembered. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ColumnsFlowTest {
  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static QuarryWindow window;

  @SuppressWarnings("NullAway.Init")
  private static Path file;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
    file =
        SqliteProgram.run(
            folder.resolve("c.db"),
            "CREATE TABLE visits(id INTEGER PRIMARY KEY, name TEXT, at INTEGER, size INTEGER,"
                + " paid INTEGER)",
            "INSERT INTO visits VALUES (1, 'Curie', 1700000000, 12595, 1),"
                + " (2, 'Noether', 0, 5, 0), (3, 'Hopper', NULL, 7, 7)",
            "CREATE TABLE other(a, b)");
  }

  @BeforeEach
  void open() {
    window.open(file);
    window.showTable("visits");
  }

  @AfterEach
  void close() {
    window.closeFile();
    window.preferences.tables().put(key(), TableLayout.NONE);
  }

  private static TableLayouts.Key key() {
    return TableLayouts.Key.of(file, "visits");
  }

  private static void run(String command, int column) {
    window.select(0, column);
    window.run(command);
  }

  private static List<String> headings() {
    return IntStream.range(0, window.grid().source().columnCount())
        .mapToObj(place -> window.grid().source().column(place).name())
        .toList();
  }

  private static String menu(int column, String... path) {
    StringBuilder problem = new StringBuilder();
    window.on(
        () -> {
          Node heading = window.grid().headerNode(column).orElseThrow();
          Point2D at = heading.localToScene(4, 4);
          heading.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  at.getX(),
                  at.getY(),
                  at.getX(),
                  at.getY(),
                  false,
                  new PickResult(heading, at.getX(), at.getY())));
        });
    window.on(
        () -> {
          List<MenuItem> items =
              Window.getWindows().stream()
                  .filter(ContextMenu.class::isInstance)
                  .map(ContextMenu.class::cast)
                  .findFirst()
                  .orElseThrow()
                  .getItems();
          for (String words : path) {
            MenuItem item =
                items.stream()
                    .filter(each -> words.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            if (item instanceof Menu menu) {
              items = menu.getItems();
            } else if (item.isDisable()) {
              problem.append("disabled");
            } else {
              item.fire();
            }
          }
          Window.getWindows().stream()
              .filter(ContextMenu.class::isInstance)
              .toList()
              .forEach(Window::hide);
        });
    return problem.toString();
  }

  @Test
  void aLayoutIsBackWhenTheTabAndTheFileAreOpenedAgain() {
    run("hide-column", 1);
    run("move-column-left", 3);
    run("freeze-columns", 0);
    assertThat(menu(0, "Format", "Number", "2 decimals")).isEmpty();
    assertThat(headings()).containsExactly("id", "at", "paid", "size");
    assertThat(window.cell(0, 0)).isEqualTo("1.00");
    window.on(() -> window.tabs().closeCurrent());
    window.showTable("visits");
    assertThat(headings()).containsExactly("id", "at", "paid", "size");
    assertThat(window.grid().frozenColumns()).isEqualTo(1);
    assertThat(window.cell(0, 0)).isEqualTo("1.00");
    window.closeFile();
    window.open(file);
    window.showTable("visits");
    assertThat(headings()).containsExactly("id", "at", "paid", "size");
    assertThat(window.grid().frozenColumns()).isEqualTo(1);
    assertThat(window.cell(0, 3)).isEqualTo("12595");
    run("reset-columns", 0);
    assertThat(headings()).containsExactly("id", "name", "at", "size", "paid");
    assertThat(window.grid().frozenColumns()).isZero();
    assertThat(window.cell(0, 0)).isEqualTo("1");
    assertThat(window.preferences.tables().get(key()).isNone()).isTrue();
  }

  @Test
  void aFormatIsForTheEyeOnly() throws Exception {
    menu(2, "Format", "Date and time", "Unix seconds, UTC");
    menu(4, "Format", "Yes or no");
    assertThat(window.cell(0, 2))
        .isEqualTo(
            SqliteProgram.rows(file, "SELECT datetime(at, 'unixepoch') FROM visits WHERE id = 1")
                .getFirst());
    assertThat(window.cell(0, 4)).isEqualTo("✓ yes");
    assertThat(window.cell(2, 4)).isEqualTo("7");
    assertThat(window.cell(2, 2)).isEqualTo("NULL");
    assertThat(window.grid().source().cell(0, 2).tooltip()).isEqualTo("Stored: 1700000000");
    assertThat(window.grid().source().column(2).tooltip()).contains("Shown as Unix seconds, UTC");
    window.on(() -> window.grid().select(0, 2));
    run("copy", 2);
    window.rest();
    String[] copied = new String[1];
    window.on(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0].strip()).isEqualTo("1700000000");
    window.on(() -> window.grid().edit(0, 2));
    assertThat(window.lookup(".grid-editor").<TextField>query().getText()).isEqualTo("1700000000");
    window.write("86400");
    window.push(KeyCode.ENTER);
    assertThat(window.cell(0, 2)).isEqualTo("1970-01-02 00:00:00");
    assertThat(window.grid().source().cell(0, 2).tooltip())
        .isEqualTo("Staged: 86400\nIn the file: 1700000000");
  }

  @Test
  void aStagedEditAndTheSelectionStayWithTheirColumn() {
    window.on(() -> window.grid().edit(1, 3));
    window.write("99");
    window.push(KeyCode.ENTER);
    run("hide-column", 1);
    window.on(() -> window.grid().select(1, 2));
    run("move-column-left", 2);
    assertThat(headings()).containsExactly("id", "size", "at", "paid");
    assertThat(window.cell(1, 1)).isEqualTo("99");
    assertThat(window.grid().source().cell(1, 1).staged()).isTrue();
    assertThat(window.grid().lead().orElseThrow().column()).isEqualTo(1);
  }

  @Test
  void thePopupHidesAndFindsColumnsAndAHiddenFilterIsSeen() {
    window.on(
        () -> {
          TextField field = window.lookup("#filter-name").query();
          field.setText("e");
          field.fireEvent(new ActionEvent());
        });
    window.clickOn("#columns");
    window.clickOn("#column-name");
    assertThat(headings()).containsExactly("id", "at", "size", "paid");
    Button button = window.lookup("#columns").query();
    assertThat(button.getText()).isEqualTo("1 hidden, 1 filtered");
    window.on(() -> window.lookup("#columns-search").<TextField>query().setText("NA"));
    window.until(
        () ->
            window.lookup(".columns-popup .check-box").queryAllAs(CheckBox.class).stream()
                .noneMatch(
                    box -> box.getParent().getParent().isVisible() && box.getText().equals("at")));
    window.clickOn("#columns-key");
    assertThat(headings()).containsExactly("id");
    assertThat(button.getText()).isEqualTo("4 hidden, 1 filtered");
    window.clickOn("#columns-all");
    assertThat(headings()).hasSize(5);
    assertThat(button.getText()).isEmpty();
    window.clickOn("#columns-fit");
    assertThat(window.preferences.tables().get(key()).widths()).hasSize(5);
    window.clickOn("#columns-reset");
    assertThat(window.preferences.tables().get(key()).isNone()).isTrue();
    window.push(KeyCode.ESCAPE);
    assertThat(window.lookup("#columns-popup").queryAll()).isEmpty();
  }
}
