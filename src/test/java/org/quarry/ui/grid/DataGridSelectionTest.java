package org.quarry.ui.grid;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class DataGridSelectionTest {
  private static final long MANY = 100_000_000L;

  @SuppressWarnings("NullAway.Init")
  private static GridWindow window;

  private final NumberedSource source = new NumberedSource(MANY, 12);

  @BeforeAll
  static void open() throws Exception {
    window = GridWindow.open();
  }

  @BeforeEach
  void show() {
    window.show(source);
  }

  private static CellRange selection() {
    return window.grid.selection();
  }

  private static CellRange one(long row, int column) {
    return new CellRange(row, row, column, column, false);
  }

  @Test
  void arrowsMoveAndWithShiftExtend() {
    window.keys(DOWN);
    assertThat(selection()).isEqualTo(one(0, 0));
    window.keys(DOWN);
    window.keys(RIGHT);
    assertThat(selection()).isEqualTo(one(1, 1));
    window.keys(SHIFT, DOWN);
    window.keys(SHIFT, RIGHT);
    assertThat(selection()).isEqualTo(new CellRange(1, 2, 1, 2, false));
    window.keys(LEFT);
    window.keys(UP);
    assertThat(selection()).isEqualTo(one(1, 1));
    window.keys(UP);
    window.keys(UP);
    assertThat(selection()).isEqualTo(one(0, 1));
  }

  @Test
  void edgesAreOneKeyAwayAtAnySize() {
    window.click(2, 1);
    window.keys(END);
    assertThat(selection()).isEqualTo(one(2, 11));
    assertThat(window.grid.cellNode(2, 11)).isPresent();
    window.keys(CONTROL, END);
    assertThat(selection()).isEqualTo(one(MANY - 1, 11));
    assertThat(window.text(MANY - 1, 11)).startsWith("r99999999");
    window.keys(HOME);
    assertThat(selection()).isEqualTo(one(MANY - 1, 0));
    window.keys(CONTROL, UP);
    assertThat(selection()).isEqualTo(one(0, 0));
    window.keys(CONTROL, RIGHT);
    assertThat(selection()).isEqualTo(one(0, 11));
    window.keys(CONTROL, SHIFT, END);
    assertThat(selection()).isEqualTo(new CellRange(0, MANY - 1, 11, 11, false));
  }

  @Test
  void pagesMoveByTheRowsThatFit() {
    window.click(0, 0);
    window.keys(PAGE_DOWN);
    long page = selection().firstRow();
    assertThat(page).isBetween(12L, 15L);
    window.keys(PAGE_DOWN);
    assertThat(selection().firstRow()).isEqualTo(2 * page);
    assertThat(window.text(2 * page, 0)).isEqualTo(Long.toString(2 * page));
    window.keys(PAGE_UP);
    assertThat(selection().firstRow()).isEqualTo(page);
  }

  @Test
  void tabWalksTheCells() {
    window.on(() -> window.grid.select(3, 11));
    window.keys(TAB);
    assertThat(selection()).isEqualTo(one(4, 0));
    window.keys(SHIFT, TAB);
    assertThat(selection()).isEqualTo(one(3, 11));
    assertThat(window.grid.isFocused()).isTrue();
  }

  @Test
  void tabAtTheLastCellLeavesTheGrid() {
    window.on(() -> window.grid.select(MANY - 1, 11));
    window.keys(TAB);
    assertThat(window.elsewhere.isFocused()).isTrue();
  }

  @Test
  void rowsAndAllAreRanges() {
    window.click(4, 2);
    window.keys(SHIFT, DOWN);
    window.keys(SHIFT, SPACE);
    assertThat(selection()).isEqualTo(new CellRange(4, 5, 0, 11, true));
    window.keys(CONTROL, A);
    assertThat(selection()).isEqualTo(new CellRange(0, MANY - 1, 0, 11, true));
    assertThat(window.grid.lead()).contains(new CellPosition(5, 2));
  }

  @Test
  void clickDragAndShiftClickSelectARectangle() {
    window.click(2, 1);
    assertThat(selection()).isEqualTo(one(2, 1));
    window.drag(window.point(2, 1)).dropTo(window.point(5, 3));
    window.settle();
    assertThat(selection()).isEqualTo(new CellRange(2, 5, 1, 3, false));
    window.shiftClick(1, 2);
    assertThat(selection()).isEqualTo(new CellRange(1, 2, 1, 2, false));
  }

  @Test
  void draggingBelowTheLastVisibleRowScrollsOn() throws Exception {
    Node body = window.lookup(".grid-body").query();
    window.fire(body, MouseEvent.MOUSE_PRESSED, 120, 60, false);
    window.fire(body, MouseEvent.MOUSE_DRAGGED, 120, 500, false);
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> selection().lastRow() > 40 && selection().firstRow() == 1);
    window.fire(body, MouseEvent.MOUSE_RELEASED, 120, 500, false);
    assertThat(window.grid.firstVisibleRow()).isGreaterThan(20);
  }

  @Test
  void theGutterSelectsWholeRows() {
    window.clickOn(gutter(3));
    window.settle();
    assertThat(selection()).isEqualTo(new CellRange(3, 3, 0, 11, true));
    window.drag(gutter(3)).dropTo(gutter(6));
    window.settle();
    assertThat(selection()).isEqualTo(new CellRange(3, 6, 0, 11, true));
  }

  private static Point2D gutter(long row) {
    Node gutter = window.lookup(".grid-gutter").query();
    Bounds bounds = gutter.localToScreen(gutter.getLayoutBounds());
    return new Point2D(bounds.getMinX() + 10, window.point(row, 0).getY());
  }

  @Test
  void theWheelScrollsWithoutMovingTheSelection() {
    window.click(1, 1);
    window.scroll(5, VerticalDirection.DOWN);
    window.settle();
    long first = window.grid.firstVisibleRow();
    assertThat(first).isPositive();
    assertThat(selection()).isEqualTo(one(1, 1));
    window.scroll(50, VerticalDirection.UP);
    window.settle();
    assertThat(window.grid.firstVisibleRow()).isZero();
  }

  @Test
  void aRightClickKeepsASelectionAroundItAndMovesItElsewhere() {
    window.drag(window.point(2, 1)).dropTo(window.point(5, 3));
    window.clickOn(window.point(3, 2), MouseButton.SECONDARY);
    window.settle();
    assertThat(selection()).isEqualTo(new CellRange(2, 5, 1, 3, false));
    window.clickOn(window.point(8, 2), MouseButton.SECONDARY);
    window.settle();
    assertThat(selection()).isEqualTo(one(8, 2));
  }

  @Test
  void theMenuIsMadeForTheCellUnderTheMouse() {
    List<CellPosition> asked = new ArrayList<>();
    GridMenu noted =
        (row, column) -> {
          asked.add(new CellPosition(row, column));
          return null;
        };
    window.on(() -> window.grid.setCellMenu(noted));
    window.on(() -> window.grid.setHeaderMenu(noted));
    window.clickOn(window.point(3, 2), MouseButton.SECONDARY);
    window.clickOn(gutter(4), MouseButton.SECONDARY);
    window.clickOn(window.grid.headerNode(1).orElseThrow(), MouseButton.SECONDARY);
    window.clickOn(window.point(6, 2));
    window.on(() -> window.grid.setCellMenu(null));
    window.on(() -> window.grid.setHeaderMenu(null));
    assertThat(asked)
        .containsExactly(new CellPosition(3, 2), new CellPosition(4, -1), new CellPosition(-1, 1));
  }

  @Test
  void hoveringShowsWhatWasCutAndWhyACellCannotBeEdited() {
    String whole = "a text that no column will ever hold ".repeat(6).strip();
    source.put(1, 1, GridCell.text(whole).withTooltip("Read only."));
    source.put(2, 1, GridCell.text("short"));
    window.show(source);
    assertThat(window.hint(1, 1)).isEqualTo(whole + "\n\nRead only.");
    assertThat(window.hint(2, 1)).isEmpty();
  }

  @Test
  void copyHandsOverTheRange() {
    List<String> copied = new ArrayList<>();
    window.on(
        () -> window.grid.setOnCopy((range, headers) -> copied.add(range.cells() + " " + headers)));
    window.drag(window.point(2, 1)).dropTo(window.point(5, 3));
    window.keys(CONTROL, C);
    window.keys(CONTROL, SHIFT, C);
    assertThat(copied).containsExactly("12 false", "12 true");
  }

  @Test
  void aHeaderClickAsksForTheNextOrder() {
    List<SortRequest> asked = new ArrayList<>();
    window.on(() -> window.grid.setOnSort(asked::add));
    window.clickOn(window.grid.headerNode(0).orElseThrow());
    source.firstSort = ColumnSort.ASCENDING;
    window.on(() -> source.listener().columnsChanged());
    window.clickOn(window.grid.headerNode(0).orElseThrow());
    source.firstSort = ColumnSort.DESCENDING;
    window.on(() -> source.listener().columnsChanged());
    window.clickOn(window.grid.headerNode(0).orElseThrow());
    assertThat(asked)
        .containsExactly(
            new SortRequest(0, ColumnSort.ASCENDING, false),
            new SortRequest(0, ColumnSort.DESCENDING, false),
            new SortRequest(0, ColumnSort.NONE, false));
  }

  @Test
  void anEdgeOfTheHeaderResizesAndFits() {
    List<SortRequest> asked = new ArrayList<>();
    window.on(() -> window.grid.setOnSort(asked::add));
    double fitted = window.grid.columnWidth(1);
    Node header = window.grid.headerNode(1).orElseThrow();
    Bounds bounds = header.localToScreen(header.getLayoutBounds());
    Point2D edge = new Point2D(bounds.getMaxX() - 2, bounds.getCenterY());
    window.drag(edge).dropTo(edge.add(60, 0));
    window.settle();
    assertThat(window.grid.columnWidth(1)).isEqualTo(fitted + 60);
    window.moveTo(edge.add(60, 0)).doubleClickOn(edge.add(60, 0));
    window.settle();
    assertThat(window.grid.columnWidth(1)).isEqualTo(fitted);
    assertThat(asked).isEmpty();
  }
}
