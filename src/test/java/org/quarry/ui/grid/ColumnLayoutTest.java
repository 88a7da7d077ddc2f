package org.quarry.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnLayoutTest {
  private final ColumnLayout columns = new ColumnLayout();

  private void five() {
    columns.setColumns(new NumberedSource(1, 5));
    columns.setView(250);
    for (int column = 0; column < 5; column++) {
      columns.setWidth(column, 100);
    }
  }

  @Test
  void onlyColumnsInViewAreNamed() {
    five();
    assertThat(columns.first()).isZero();
    assertThat(columns.end()).isEqualTo(3);
    columns.scrollTo(100);
    assertThat(columns.first()).isEqualTo(1);
    assertThat(columns.end()).isEqualTo(4);
    columns.scrollTo(9999);
    assertThat(columns.scroll()).isEqualTo(250);
    assertThat(columns.end()).isEqualTo(5);
  }

  @Test
  void aPixelNamesItsColumn() {
    five();
    columns.scrollTo(50);
    assertThat(columns.columnAt(0)).isZero();
    assertThat(columns.columnAt(49)).isZero();
    assertThat(columns.columnAt(50)).isEqualTo(1);
    columns.setView(2000);
    assertThat(columns.columnAt(500)).isEqualTo(-1);
  }

  @Test
  void revealShowsTheWholeColumnOrItsLeftEdge() {
    five();
    columns.reveal(3);
    assertThat(columns.scroll()).isEqualTo(150);
    columns.reveal(1);
    assertThat(columns.scroll()).isEqualTo(100);
    columns.setWidth(4, 900);
    columns.reveal(4);
    assertThat(columns.scroll()).isEqualTo(400);
  }

  @Test
  void widthsStayWithTheNames() {
    five();
    columns.setWidth(1, 77);
    columns.setColumns(new NumberedSource(1, 2));
    assertThat(columns.width(1)).isEqualTo(77);
    assertThat(columns.settled(1)).isTrue();
    columns.setColumns(new NumberedSource(1, 6));
    assertThat(columns.width(1)).isEqualTo(77);
    assertThat(columns.settled(5)).isFalse();
  }

  @Test
  void aColumnNeverGetsNarrowerThanTheMinimum() {
    five();
    columns.setWidth(0, -20);
    assertThat(columns.width(0)).isEqualTo(ColumnLayout.MINIMUM);
  }

  @Test
  void frozenColumnsStayWhileTheOthersScrollUnderThem() {
    five();
    columns.setView(300);
    columns.setFrozen(1);
    columns.scrollTo(150);
    assertThat(columns.x(0)).isZero();
    assertThat(columns.x(1)).isEqualTo(-50);
    assertThat(columns.first()).isEqualTo(2);
    assertThat(columns.end()).isEqualTo(5);
    assertThat(columns.maximum()).isEqualTo(200);
    assertThat(columns.columnAt(99)).isZero();
    assertThat(columns.columnAt(100)).isEqualTo(2);
    assertThat(columns.columnAt(149)).isEqualTo(2);
    assertThat(columns.columnAt(150)).isEqualTo(3);
  }

  @Test
  void revealBringsAColumnOutFromUnderTheFrozenOnes() {
    five();
    columns.setView(300);
    columns.setFrozen(1);
    columns.scrollTo(200);
    columns.reveal(0);
    assertThat(columns.scroll()).isEqualTo(200);
    columns.reveal(2);
    assertThat(columns.x(2)).isEqualTo(100);
    columns.reveal(4);
    assertThat(columns.right(4)).isEqualTo(300);
    columns.reveal(1);
    assertThat(columns.scroll()).isZero();
  }

  @Test
  void asManyColumnsAreFrozenAsLeaveRoomToScroll() {
    five();
    columns.setFrozen(3);
    assertThat(columns.frozen()).isEqualTo(1);
    columns.setView(320);
    assertThat(columns.frozen()).isEqualTo(2);
    columns.setView(420);
    assertThat(columns.frozen()).isEqualTo(3);
    columns.setWidth(0, 101);
    assertThat(columns.frozen()).isEqualTo(2);
    columns.setView(100);
    assertThat(columns.frozen()).isZero();
    columns.setView(4000);
    columns.setFrozen(99);
    assertThat(columns.frozen()).isEqualTo(5);
    assertThat(columns.first()).isEqualTo(columns.end());
  }

  @Test
  void aGapIsBetweenTheHalvesOfTwoColumns() {
    five();
    columns.setView(300);
    columns.setFrozen(1);
    columns.scrollTo(150);
    assertThat(columns.gapAt(-5)).isZero();
    assertThat(columns.gapAt(49)).isZero();
    assertThat(columns.gapAt(50)).isEqualTo(1);
    assertThat(columns.gapX(1)).isEqualTo(100);
    assertThat(columns.gapAt(160)).isEqualTo(3);
    assertThat(columns.gapX(3)).isEqualTo(150);
    columns.setView(2000);
    assertThat(columns.gapAt(1900)).isEqualTo(5);
    assertThat(columns.gapX(5)).isEqualTo(500);
  }

  @Test
  void newColumnsSayWhereTheyCameFrom() {
    five();
    assertThat(columns.setColumns(new NumberedSource(1, 6))).containsExactly(0, 1, 2, 3, 4, -1);
  }
}
