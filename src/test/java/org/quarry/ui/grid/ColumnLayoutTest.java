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
}
