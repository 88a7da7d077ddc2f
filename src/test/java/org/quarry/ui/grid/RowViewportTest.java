package org.quarry.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowViewportTest {
  private final RowViewport rows = new RowViewport();

  @Test
  void aStepOfTheScrollBarIsExactlyOneRowAtAHundredMillion() {
    rows.setCount(100_000_000);
    rows.setHeight(263);
    rows.moveTo(99_999_900.5);
    for (int step = 1; step <= 50; step++) {
      rows.moveTo(rows.position() + 1);
      assertThat(rows.first()).isEqualTo(99_999_900 + step);
      assertThat(rows.y(rows.first())).isEqualTo(-13);
    }
  }

  @Test
  void theEndPutsTheLastRowsBottomAtTheBottom() {
    rows.setCount(100_000_000);
    rows.setHeight(263);
    rows.moveTo(rows.maximum());
    assertThat(rows.y(99_999_999)).isEqualTo(263 - 26);
    assertThat(rows.first() + rows.visible()).isEqualTo(100_000_000);
    assertThat(rows.visible()).isEqualTo(11);
  }

  @Test
  void revealMovesAsLittleAsNeeded() {
    rows.setCount(1000);
    rows.setHeight(260);
    rows.reveal(9);
    assertThat(rows.first()).isZero();
    rows.reveal(10);
    assertThat(rows.first()).isEqualTo(1);
    rows.reveal(500);
    assertThat(rows.first()).isEqualTo(491);
    rows.reveal(495);
    assertThat(rows.first()).isEqualTo(491);
    rows.reveal(3);
    assertThat(rows.first()).isEqualTo(3);
  }

  @Test
  void fractionsOfPixelsAddUp() {
    rows.setCount(1000);
    rows.setHeight(260);
    for (int i = 0; i < 104; i++) {
      rows.moveBy(0.25);
    }
    assertThat(rows.first()).isEqualTo(1);
    assertThat(rows.y(1)).isZero();
  }

  @Test
  void aPixelNamesItsRowAndOutsideTheNearest() {
    rows.setCount(5);
    rows.setHeight(400);
    assertThat(rows.rowAt(25.9)).isZero();
    assertThat(rows.rowAt(26)).isEqualTo(1);
    assertThat(rows.rowAt(-100)).isZero();
    assertThat(rows.rowAt(399)).isEqualTo(4);
    rows.setCount(0);
    assertThat(rows.rowAt(10)).isEqualTo(-1);
  }

  @Test
  void fewerRowsBringTheViewBack() {
    rows.setCount(1000);
    rows.setHeight(260);
    rows.moveToRow(900);
    rows.setCount(100);
    assertThat(rows.first()).isEqualTo(90);
    rows.setCount(3);
    assertThat(rows.first()).isZero();
    assertThat(rows.visible()).isEqualTo(3);
  }
}
