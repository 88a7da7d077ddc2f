package org.quarry.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridSelectionTest {
  private static final long ROWS = 5_000_000_000L;

  private final GridSelection selection = new GridSelection();

  @BeforeEach
  void size() {
    selection.setSize(ROWS, 4);
  }

  @Test
  void nothingIsSelectedAtFirst() {
    assertThat(selection.range()).isEqualTo(CellRange.EMPTY);
    assertThat(selection.range().cells()).isZero();
  }

  @Test
  void aMoveSelectsOneCell() {
    selection.moveTo(7, 2, false);
    assertThat(selection.range()).isEqualTo(new CellRange(7, 7, 2, 2, false));
  }

  @Test
  void extendingKeepsTheAnchorInBothDirections() {
    selection.moveTo(7, 2, false);
    selection.moveBy(-3, 1, true);
    assertThat(selection.range()).isEqualTo(new CellRange(4, 7, 2, 3, false));
    selection.moveBy(5, -2, true);
    assertThat(selection.range()).isEqualTo(new CellRange(7, 9, 1, 2, false));
  }

  @Test
  void movesStopAtTheEdgesAlsoFarBeyondThem() {
    selection.moveTo(0, 0, false);
    selection.moveBy(Long.MAX_VALUE, Integer.MAX_VALUE, false);
    assertThat(selection.range()).isEqualTo(new CellRange(ROWS - 1, ROWS - 1, 3, 3, false));
    selection.moveBy(-Long.MAX_VALUE, -9, false);
    assertThat(selection.range()).isEqualTo(new CellRange(0, 0, 0, 0, false));
  }

  @Test
  void stepsRunOverTheEndsOfRows() {
    selection.moveTo(3, 3, false);
    assertThat(selection.step(1)).isTrue();
    assertThat(selection.range()).isEqualTo(new CellRange(4, 4, 0, 0, false));
    assertThat(selection.step(-1)).isTrue();
    assertThat(selection.range()).isEqualTo(new CellRange(3, 3, 3, 3, false));
    selection.moveTo(ROWS - 1, 3, false);
    assertThat(selection.step(1)).isFalse();
    assertThat(selection.leadRow()).isEqualTo(ROWS - 1);
  }

  @Test
  void wholeRowsSpanAllColumnsUntilTheNextPlainMove() {
    selection.moveTo(5, 1, false);
    selection.moveToRow(8, true);
    assertThat(selection.range()).isEqualTo(new CellRange(5, 8, 0, 3, true));
    selection.moveBy(1, 0, true);
    assertThat(selection.range()).isEqualTo(new CellRange(5, 9, 0, 3, true));
    selection.moveBy(1, 0, false);
    assertThat(selection.range()).isEqualTo(new CellRange(10, 10, 1, 1, false));
  }

  @Test
  void allRowsIsARangeThatGrowsWithTheCountAndKeepsTheLead() {
    selection.moveTo(9, 2, false);
    selection.selectAll();
    assertThat(selection.range()).isEqualTo(new CellRange(0, ROWS - 1, 0, 3, true));
    assertThat(selection.range().cells()).isEqualTo(4 * ROWS);
    assertThat(selection.leadRow()).isEqualTo(9);
    selection.setSize(ROWS + 10, 4);
    assertThat(selection.range().lastRow()).isEqualTo(ROWS + 9);
  }

  @Test
  void aRangeTakenBackIsTheSameRange() {
    CellRange cells = new CellRange(3, 9, 1, 2, false);
    selection.select(cells);
    assertThat(selection.range()).isEqualTo(cells);
    CellRange rows = new CellRange(3, 9, 0, 3, true);
    selection.select(rows);
    assertThat(selection.range()).isEqualTo(rows);
    selection.select(CellRange.EMPTY);
    assertThat(selection.range()).isEqualTo(CellRange.EMPTY);
  }

  @Test
  void aShrinkingGridBringsTheSelectionInside() {
    selection.moveTo(90, 1, false);
    selection.moveTo(100, 3, true);
    selection.setSize(96, 2);
    assertThat(selection.range()).isEqualTo(new CellRange(90, 95, 1, 1, false));
    selection.setSize(0, 2);
    assertThat(selection.range()).isEqualTo(CellRange.EMPTY);
  }

  @Test
  void theSelectionFollowsItsColumns() {
    selection.moveTo(7, 1, false);
    selection.moveBy(2, 1, true);
    selection.setColumns(new int[] {1, 2, 0, 3});
    assertThat(selection.range()).isEqualTo(new CellRange(7, 9, 0, 1, false));
    selection.setColumns(new int[] {0, 2, 1, 3});
    assertThat(selection.range()).isEqualTo(new CellRange(7, 9, 2, 2, false));
    selection.setColumns(new int[] {2, 3});
    selection.setSize(ROWS, 2);
    assertThat(selection.range()).isEqualTo(new CellRange(7, 9, 0, 0, false));
    selection.setColumns(new int[] {1});
    selection.setSize(ROWS, 1);
    assertThat(selection.range()).isEqualTo(new CellRange(7, 9, 0, 0, false));
  }
}
