package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellRange;

/** What only a window system can show: modifiers with the mouse, the wheel, and drag and drop. */
@Tag("window")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DesktopTest {
  @TempDir static Path home;
  private static QuarryWindow window;
  private Path file;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(home);
  }

  @BeforeEach
  void open() throws Exception {
    file = SqliteProgram.predictions(Files.createTempDirectory(home, "t").resolve("c.db"), 500);
    window.open(file);
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  @Test
  void aClickOnAHeadingSorts() {
    Node heading = window.grid().headerNode(0).orElseThrow();
    window.clickOn(heading);
    window.rest();
    window.clickOn(heading);
    window.rest();
    assertThat(window.cell(0, 0)).isEqualTo("500");
  }

  @Test
  void shiftAndAClickSelectARange() {
    window.click(1, 0);
    window.press(KeyCode.SHIFT);
    window.click(4, 1);
    window.release(KeyCode.SHIFT);
    CellRange range = window.grid().selection();
    assertThat(List.of(range.firstRow(), range.lastRow())).containsExactly(1L, 4L);
    assertThat(List.of(range.firstColumn(), range.lastColumn())).containsExactly(0, 1);
    assertThat(window.label("#records-selection")).startsWith("count 8 · ");
  }

  @Test
  void theWheelScrollsRows() {
    window.moveTo(window.point(5, 1));
    window.scroll(10, VerticalDirection.DOWN);
    window.rest();
    assertThat(window.grid().firstVisibleRow()).isPositive();
    window.scroll(40, VerticalDirection.UP);
    window.rest();
    assertThat(window.grid().firstVisibleRow()).isZero();
  }

  @Test
  void aFileDraggedIntoTheWindowIsOpened() throws Exception {
    Path other = SqliteProgram.run(file.resolveSibling("other.db"), "CREATE TABLE t(x)");
    Node handle = window.lookup("#status-file").query();
    window.on(
        () ->
            handle.setOnDragDetected(
                event -> {
                  Dragboard board = handle.startDragAndDrop(TransferMode.COPY);
                  ClipboardContent content = new ClipboardContent();
                  content.putFiles(List.of(other.toFile()));
                  board.setContent(content);
                  event.consume();
                }));
    Bounds grid = window.grid().localToScreen(window.grid().getBoundsInLocal());
    window.drag(handle).dropTo(new Point2D(grid.getCenterX(), grid.getCenterY()));
    window.until(() -> window.label("#status-file").startsWith("other.db"));
    window.rest();
    assertThat(window.current().database().file()).isEqualTo(other);
  }

  @Test
  void keysAloneEditAndWrite() throws Exception {
    window.click(0, 1);
    window.type(KeyCode.F2).type(KeyCode.X, KeyCode.ENTER);
    window.rest();
    window.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    window.rest();
    assertThat(rows(file, "SELECT country FROM predictions LIMIT 1")).containsExactly("x");
  }
}
