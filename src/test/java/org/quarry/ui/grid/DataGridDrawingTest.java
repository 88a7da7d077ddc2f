package org.quarry.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DataGridDrawingTest {
  private static final long MANY = 100_000_000L;

  @SuppressWarnings("NullAway.Init")
  private static GridWindow window;

  private final NumberedSource source = new NumberedSource(MANY, 40);

  @BeforeAll
  static void open() throws Exception {
    window = GridWindow.open();
  }

  private static List<Text> shownCells() {
    return window.lookup(".grid-cell").queryAllAs(Text.class).stream()
        .filter(Node::isVisible)
        .toList();
  }

  @Test
  void theFirstFrameAsksForVisibleCellsOnly() {
    window.show(source);
    assertThat(window.text(0, 0)).isEqualTo("0");
    assertThat(window.text(12, 2)).isEqualTo("r12 c2");
    assertThat(source.visibleFirst).isZero();
    assertThat(source.visibleCount).isBetween(13, 15);
    assertThat(source.asked).allMatch(cell -> cell.row() < 15 && cell.column() < 8);
  }

  @Test
  void aFrameAtTheEndCostsTheVisibleCells() {
    window.show(source);
    source.forget();
    window.on(() -> window.grid.scrollTo(99_999_980));
    assertThat(window.text(99_999_990, 0)).isEqualTo("99999990");
    assertThat(window.grid.firstVisibleRow()).isEqualTo(99_999_980);
    int shown = shownCells().size();
    assertThat(shown).isBetween(13 * 3, 15 * 8);
    assertThat(source.asked).hasSize(shown);
    assertThat(source.calls).isLessThanOrEqualTo(shown + 20L);
    assertThat(source.visibleFirst).isEqualTo(99_999_980);
  }

  @Test
  void manyChangesInOnePulseDrawOnce() {
    window.show(source);
    int shown = shownCells().size();
    source.forget();
    window.on(
        () -> {
          for (int i = 0; i < 1000; i++) {
            source.listener().cellsChanged();
          }
        });
    assertThat(source.calls).isBetween((long) shown, 3L * shown);
  }

  @Test
  void kindsAreDrawnApart() {
    source.put(0, 1, GridCell.NULL);
    source.put(1, 1, GridCell.text(""));
    source.put(2, 1, GridCell.DEFAULT);
    source.put(3, 1, GridCell.blob(12_595));
    source.put(4, 1, GridCell.text("two\r\nlines"));
    source.put(5, 1, GridCell.LOADING);
    window.show(source);
    assertThat(window.text(0, 1)).isEqualTo("NULL");
    assertThat(((Text) window.node(0, 1)).getFont().getStyle()).containsIgnoringCase("italic");
    assertThat(window.text(1, 1)).isEmpty();
    assertThat(window.text(2, 1)).isEqualTo("DEFAULT");
    assertThat(window.text(3, 1)).isEqualTo("BLOB 12.3 KB");
    assertThat(window.text(4, 1)).isEqualTo("two⏎lines");
    assertThat(window.text(5, 1)).isEqualTo("…");
    assertThat(((Text) window.node(0, 1)).getFill())
        .isNotEqualTo(((Text) window.node(4, 1)).getFill());
  }

  @Test
  void numbersStandRightAndTextLeft() {
    source.put(3, 1, GridCell.number("7"));
    source.put(4, 1, GridCell.number("1234567"));
    window.show(source);
    assertThat(right(3, 1)).isEqualTo(right(4, 1), within());
    assertThat(left(0, 1)).isEqualTo(left(1, 1), within());
    assertThat(left(3, 1)).isGreaterThan(left(4, 1) + 20);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.6);
  }

  private static double left(long row, int column) {
    Node node = window.node(row, column);
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  private static double right(long row, int column) {
    Node node = window.node(row, column);
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  @Test
  void longTextEndsInAnEllipsisInsideItsColumn() {
    source.put(0, 1, GridCell.text("iWm. ".repeat(2000)));
    window.show(source);
    assertThat(window.text(0, 1)).startsWith("iWm. iWm").endsWith("…").hasSizeLessThan(120);
    assertThat(window.grid.columnWidth(1)).isEqualTo(320);
    double width = window.node(0, 1).getLayoutBounds().getWidth();
    assertThat(width).isBetween(320 - 16 - 25.0, 320 - 16 + 0.5);
  }

  @Test
  void rowStatesHaveAGlyphATintAndAWord() {
    source.states.put(0L, RowState.NEW);
    source.states.put(1L, RowState.CHANGED);
    source.states.put(2L, RowState.DELETED);
    source.put(1, 1, GridCell.text("x").withStaged(true));
    window.show(source);
    List<String> glyphs =
        window.lookup(".grid-gutter-glyph").queryAllAs(Text.class).stream()
            .filter(Node::isVisible)
            .map(Text::getText)
            .toList();
    assertThat(glyphs).containsExactly("+", "✎", "×");
    assertThat(((Text) window.node(2, 1)).isStrikethrough()).isTrue();
    assertThat(((Text) window.node(3, 1)).isStrikethrough()).isFalse();
    Set<Node> staged = window.lookup(".grid-staged").queryAll();
    assertThat(staged).filteredOn(Node::isVisible).hasSize(1);
    assertThat(window.spoken(2, 1)).isEqualTo("r2 c1, deleted, column column 1, row 3");
  }

  @Test
  void aScreenReaderHearsTheValueFirst() {
    source.put(0, 1, GridCell.NULL);
    source.put(1, 1, GridCell.text(""));
    window.show(source);
    assertThat(window.spoken(0, 1)).isEqualTo("NULL, column column 1, row 1");
    assertThat(window.spoken(1, 1)).isEqualTo("empty, column column 1, row 2");
    assertThat(window.spoken(4, 2)).isEqualTo("r4 c2, column column 2, row 5");
  }

  @Test
  void theScrollBarsButtonMovesOneRowFarDown() {
    window.show(source);
    window.on(() -> window.grid.scrollTo(99_000_000));
    ScrollBar bar = vertical();
    window.on(bar::increment);
    assertThat(window.grid.firstVisibleRow()).isEqualTo(99_000_001);
    window.on(bar::decrement);
    window.on(bar::decrement);
    assertThat(window.grid.firstVisibleRow()).isEqualTo(98_999_999);
    assertThat(window.text(99_000_000, 0)).isEqualTo("99000000");
  }

  @Test
  void theThumbCanBeDraggedToTheEnd() {
    window.show(source);
    ScrollBar bar = vertical();
    Node thumb = bar.lookup(".thumb");
    assertThat(thumb.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(12);
    Bounds at = thumb.localToScene(thumb.getLayoutBounds());
    window.fire(thumb, MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY(), false);
    window.fire(thumb, MouseEvent.MOUSE_DRAGGED, at.getCenterX(), at.getCenterY() + 169, false);
    assertThat(window.grid.firstVisibleRow()).isBetween(49_900_000L, 50_100_000L);
    window.fire(thumb, MouseEvent.MOUSE_DRAGGED, at.getCenterX(), at.getCenterY() + 340, false);
    window.fire(thumb, MouseEvent.MOUSE_RELEASED, at.getCenterX(), at.getCenterY() + 340, false);
    assertThat(window.grid.firstVisibleRow() + window.grid.visibleRowCount()).isEqualTo(MANY);
    assertThat(window.text(MANY - 1, 0)).isEqualTo("99999999");
  }

  private static ScrollBar vertical() {
    return window.lookup(".scroll-bar").queryAllAs(ScrollBar.class).stream()
        .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCountMayGrowAndShrink() {
    source.rows = 3;
    window.show(source);
    assertThat(shownCells().stream().filter(Node::isVisible)).isNotEmpty();
    assertThat(window.grid.visibleRowCount()).isEqualTo(3);
    source.rows = 50;
    window.on(() -> source.listener().rowsChanged());
    assertThat(window.text(10, 0)).isEqualTo("10");
    source.rows = 0;
    Label none = new Label("No rows");
    window.on(
        () -> {
          window.grid.setPlaceholder(none);
          source.listener().rowsChanged();
        });
    assertThat(none.isVisible()).isTrue();
    assertThat(shownCells()).isEmpty();
    source.rows = 1;
    window.on(() -> source.listener().rowsChanged());
    assertThat(none.isVisible()).isFalse();
    window.on(() -> window.grid.setPlaceholder(null));
  }
}
