package org.quarry.ui.grid;

import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The metrics of the fonts that CSS gives to cells: two invisible cells carry them, one plain and
 * one NULL.
 */
final class CellFonts {
  private final CellText plain = new CellText();
  private final CellText dim = new CellText();
  private TextFit plainFit = new TextFit(Font.getDefault());
  private TextFit dimFit = plainFit;
  private double ascent;
  private double height;

  CellFonts(Pane layer, Runnable changed) {
    dim.draw(GridCell.NULL, false, plainFit, 100, "");
    for (Text text : new Text[] {plain, dim}) {
      text.setVisible(false);
      text.fontProperty().addListener(change -> changed.run());
    }
    plain.setText("Ág");
    layer.getChildren().addAll(plain, dim);
    plain.fontProperty().addListener(change -> measure());
    dim.fontProperty().addListener(change -> measure());
    measure();
  }

  /** The metrics of cells of a kind. */
  TextFit fit(CellKind kind) {
    return switch (kind) {
      case NULL, DEFAULT -> dimFit;
      case TEXT, NUMBER, BLOB, LOADING -> plainFit;
    };
  }

  /** The baseline of a line centred in a row, in pixels from the row's top. */
  double baseline() {
    return Math.rint((RowViewport.ROW_HEIGHT - height) / 2 + ascent);
  }

  private void measure() {
    plainFit = new TextFit(plain.getFont());
    dimFit = new TextFit(dim.getFont());
    ascent = plain.getBaselineOffset();
    height = plain.getLayoutBounds().getHeight();
  }
}
