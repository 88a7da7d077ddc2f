package org.quarry.ui.grid;

import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Frozen columns, and headings that are dragged. */
class DataGridColumnsTest {
  @SuppressWarnings("NullAway.Init")
  private static GridWindow window;

  private final NumberedSource source = new NumberedSource(1000, 12);
  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    window = GridWindow.open();
  }

  @BeforeEach
  void show() {
    window.show(source);
    window.on(
        () -> {
          for (int column = 0; column < 12; column++) {
            window.grid.setColumnWidth(column, 100);
          }
          window.grid.setUnderHeader(null);
          window.grid.setOnSort(sort -> told.add("sort " + sort.column()));
          window.grid.setOnColumns(
              new GridColumns() {
                @Override
                public void moved(int from, int to) {
                  told.add(from + " to " + to);
                }

                @Override
                public void widthChanged(int column, double width) {
                  told.add(column + " is " + (int) width);
                }
              });
        });
  }

  private static void freeze(int columns, int reveal) {
    window.on(
        () -> {
          window.grid.setFrozenColumns(columns);
          window.grid.scrollToColumn(reveal);
        });
  }

  private static double bodyLeft() {
    return window.lookup(".grid-body").query().localToScene(0, 0).getX();
  }

  private static double textLeft(int column) {
    Node node = window.node(0, column);
    return node.localToScene(node.getLayoutBounds()).getMinX() - bodyLeft();
  }

  private static double headingLeft(int column) {
    Node node = window.grid.headerNode(column).orElseThrow();
    return node.localToScene(node.getLayoutBounds()).getMinX() - bodyLeft();
  }

  @Test
  void frozenColumnsStayAndTheOthersAreCutOffAtThem() {
    freeze(2, 11);
    assertThat(textLeft(1)).isEqualTo(100 + GridBody.PADDING);
    assertThat(headingLeft(1)).isEqualTo(100);
    assertThat(window.grid.cellNode(0, 2)).isEmpty();
    assertThat(window.grid.headerNode(2)).isEmpty();
    assertThat(window.text(3, 11)).isEqualTo("r3 c11");
    // The first column in sight of those that scroll begins under the frozen ones.
    int first = firstScrolled();
    assertThat(headingLeft(first)).isLessThan(200);
    Node layer = window.node(0, first).getParent().getParent();
    assertThat(layer.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(200);
    Node line = window.lookup(".grid-body > .grid-frozen-line").query();
    assertThat(line.isVisible()).isTrue();
    assertThat(line.getBoundsInParent().getMinX()).isEqualTo(199);
  }

  private static boolean inView(int column) {
    double width = window.lookup(".grid-body").query().getLayoutBounds().getWidth();
    return window.grid.headerNode(column).isPresent() && headingLeft(column) + 100 <= width;
  }

  /** Waits until something is so, as the JavaFX thread sees it. */
  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition));
    window.settle();
  }

  private static int firstScrolled() {
    for (int column = 2; column < 12; column++) {
      if (window.grid.cellNode(0, column).isPresent()) {
        return column;
      }
    }
    throw new AssertionError("no column that scrolls is in sight");
  }

  @Test
  void aClickOverTheFrozenColumnsSelectsThem() {
    freeze(2, 11);
    window.click(2, 1);
    assertThat(window.grid.selection()).isEqualTo(new CellRange(2, 2, 1, 1, false));
    window.click(4, 10);
    assertThat(window.grid.selection()).isEqualTo(new CellRange(4, 4, 10, 10, false));
    window.shiftClick(5, 1);
    assertThat(window.grid.selection()).isEqualTo(new CellRange(4, 5, 1, 10, false));
    List<Node> parts =
        window.lookup(".grid-selection").queryAll().stream().filter(Node::isVisible).toList();
    assertThat(parts).hasSize(2);
  }

  @Test
  void theKeyboardWalksFromTheFrozenColumnsToHiddenOnes() {
    freeze(2, 11);
    window.on(() -> window.grid.select(0, 1));
    assertThat(window.grid.cellNode(0, 2)).isEmpty();
    window.keys(RIGHT);
    assertThat(textLeft(2)).isEqualTo(200 + GridBody.PADDING);
    window.keys(LEFT);
    assertThat(window.grid.lead()).contains(new CellPosition(0, 1));
    assertThat(textLeft(2)).isEqualTo(200 + GridBody.PADDING);
  }

  @Test
  void aDragOverTheFrozenColumnsScrollsBackFirst() throws Exception {
    freeze(2, 11);
    Node body = window.lookup(".grid-body").query();
    double y = body.localToScene(0, 10).getY();
    double left = bodyLeft();
    window.fire(body, MouseEvent.MOUSE_PRESSED, left + 350, y, false);
    window.fire(body, MouseEvent.MOUSE_DRAGGED, left + 20, y, false);
    until(() -> window.grid.selection().firstColumn() == 0);
    window.fire(body, MouseEvent.MOUSE_RELEASED, left + 20, y, false);
    assertThat(textLeft(2)).isEqualTo(200 + GridBody.PADDING);
  }

  @Test
  void tooManyFrozenColumnsLeaveRoomToScroll() {
    freeze(12, 11);
    assertThat(window.grid.frozenColumns()).isEqualTo(4);
    assertThat(window.text(0, 11)).isEqualTo("r0 c11");
    window.on(() -> window.grid.setFrozenColumns(0));
    Node line = window.lookup(".grid-body > .grid-frozen-line").query();
    assertThat(line.isVisible()).isFalse();
  }

  @Test
  void theEditorStandsRightOfTheFrozenColumns() {
    window.on(() -> window.grid.setEditing(new RecordedEditing(source)));
    freeze(2, 11);
    window.on(() -> window.grid.edit(1, 6));
    window.on(() -> window.grid.scrollToColumn(11));
    Node editor = window.lookup(".grid-editor").query();
    assertThat(editor.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(199);
    window.on(() -> window.grid.cancelEdit());
    window.on(() -> window.grid.edit(1, 0));
    editor = window.lookup(".grid-editor").query();
    assertThat(editor.getLayoutX()).isZero();
    window.on(() -> window.grid.cancelEdit());
  }

  @Test
  void nodesUnderTheHeadingsStayWithTheirColumns() {
    List<TextField> fields = new ArrayList<>();
    for (int column = 0; column < 12; column++) {
      fields.add(new TextField("f" + column));
    }
    window.on(() -> window.grid.setUnderHeader(fields::get));
    freeze(2, 11);
    assertThat(sceneLeft(fields.get(1))).isEqualTo(bodyLeft() + 100);
    assertThat(sceneLeft(fields.get(11))).isEqualTo(bodyLeft() + headingLeft(11));
    window.on(() -> window.grid.setFrozenColumns(0));
    assertThat(sceneLeft(fields.get(1))).isEqualTo(bodyLeft() + 100 - hiddenWidth());
  }

  private static double hiddenWidth() {
    return 1100 - headingLeft(11);
  }

  private static double sceneLeft(Node node) {
    return node.localToScene(0, 0).getX();
  }

  private void drag(int from, double by) {
    Bounds at = press(from);
    double x = at.getMinX() + 40;
    move(x, by);
    Node header = window.lookup(".grid-header").query();
    window.fire(header, MouseEvent.MOUSE_RELEASED, x + by, at.getCenterY(), false);
  }

  private Bounds press(int column) {
    Node heading = window.grid.headerNode(column).orElseThrow();
    Bounds at = heading.localToScene(heading.getLayoutBounds());
    Node header = window.lookup(".grid-header").query();
    window.fire(header, MouseEvent.MOUSE_PRESSED, at.getMinX() + 40, at.getCenterY(), false);
    return at;
  }

  private void move(double x, double by) {
    Node header = window.lookup(".grid-header").query();
    window.fire(header, MouseEvent.MOUSE_DRAGGED, x + by, 10, false);
  }

  @Test
  void aHeadingThatIsDraggedMovesItsColumn() {
    drag(1, 220);
    assertThat(told).containsExactly("1 to 3");
    told.clear();
    drag(3, -260);
    assertThat(told).containsExactly("3 to 1");
    told.clear();
    drag(1, 50);
    assertThat(told).isEmpty();
  }

  @Test
  void aLineShowsWhereTheColumnWouldGoAndEscLeavesIt() {
    Bounds at = press(1);
    Node target = window.lookup(".grid-move-target").query();
    assertThat(target.isVisible()).isFalse();
    move(at.getMinX() + 40, 220);
    assertThat(target.isVisible()).isTrue();
    assertThat(sceneLeft(target)).isEqualTo(bodyLeft() + 399);
    window.keys(ESCAPE);
    assertThat(target.isVisible()).isFalse();
    Node header = window.lookup(".grid-header").query();
    window.fire(header, MouseEvent.MOUSE_RELEASED, at.getMinX() + 260, 10, false);
    assertThat(told).isEmpty();
  }

  @Test
  void aClickSortsAlsoWithAShakyHandButADragDoesNot() {
    drag(1, 3);
    assertThat(told).containsExactly("sort 1");
    told.clear();
    drag(1, 9);
    assertThat(told).isEmpty();
  }

  @Test
  void aDragAtTheEdgeScrolls() throws Exception {
    freeze(1, 1);
    Bounds at = press(2);
    Node body = window.lookup(".grid-body").query();
    double end = bodyLeft() + body.getLayoutBounds().getWidth() - 4;
    move(end, 0);
    until(() -> inView(11));
    Node header = window.lookup(".grid-header").query();
    window.fire(header, MouseEvent.MOUSE_RELEASED, end, at.getCenterY(), false);
    assertThat(told).containsExactly("2 to 11");
  }

  @Test
  void aWidthIsToldOnceItsEdgeIsLetGo() {
    Node header = window.lookup(".grid-header").query();
    double edge = bodyLeft() + 199;
    window.fire(header, MouseEvent.MOUSE_PRESSED, edge, 10, false);
    window.fire(header, MouseEvent.MOUSE_DRAGGED, edge + 10, 10, false);
    window.fire(header, MouseEvent.MOUSE_DRAGGED, edge + 30, 10, false);
    window.fire(header, MouseEvent.MOUSE_RELEASED, edge + 30, 10, false);
    assertThat(told).containsExactly("1 is 130");
  }

  @Test
  void aForgottenWidthFitsTheContentAgain() {
    source.put(1, 1, GridCell.text("a text that is a good deal wider than the heading"));
    window.on(() -> window.grid.forgetWidth(1));
    assertThat(window.grid.columnWidth(1)).isGreaterThan(200);
    assertThat(told).isEmpty();
  }
}
