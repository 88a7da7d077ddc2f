package org.quarry.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Draws row numbers and, left of them, the glyph of a row that differs from what is stored. */
final class GridGutter extends Pane {
  private static final double GLYPH = 22;
  private static final double PADDING = 8;
  private static final double MINIMUM = 48;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final GridState state;
  private final GridBody body;
  private final Pane under = layer();
  private final Pane texts = layer();
  private final NodePool<Strip> strips = new NodePool<>(under, () -> new Strip("grid-gutter-row"));
  private final NodePool<Text> labels = new NodePool<>(texts, () -> text("grid-gutter-label"));
  private final NodePool<Text> glyphs = new NodePool<>(texts, () -> text("grid-gutter-glyph"));

  GridGutter(GridState state, GridBody body) {
    this.state = state;
    this.body = body;
    getStyleClass().add("grid-gutter");
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(under, texts);
  }

  /** The width that the longest label in sight, or that of the last row, needs. */
  double wanted() {
    long count = state.rows.count();
    if (count == 0) {
      return MINIMUM;
    }
    TextFit fit = body.fonts().fit(CellKind.TEXT);
    long last = state.rows.first() + Math.max(0, state.rows.visible() - 1);
    double widest =
        Math.max(
            fit.width(state.source().rowLabel(count - 1), 40),
            fit.width(state.source().rowLabel(last), 40));
    return Math.max(MINIMUM, Math.ceil(widest + GLYPH + PADDING));
  }

  /** Draws one frame. */
  void draw() {
    strips.begin();
    labels.begin();
    glyphs.begin();
    CellRange range = state.selection.range();
    long end = state.rows.first() + state.rows.visible();
    for (long row = state.rows.first(); row < end; row++) {
      double y = state.rows.y(row);
      RowState rowState = state.source().rowState(row);
      boolean selected = range.containsRow(row);
      Strip strip = strips.take();
      strip.show(rowState, selected);
      strip.resizeRelocate(0, y, getWidth(), RowViewport.ROW_HEIGHT);
      Text label = labels.take();
      if (selected != label.getPseudoClassStates().contains(SELECTED)) {
        label.pseudoClassStateChanged(SELECTED, selected);
        label.applyCss();
      }
      write(label, state.source().rowLabel(row), y);
      label.setLayoutX(getWidth() - PADDING - label.getLayoutBounds().getWidth());
      if (rowState != RowState.NORMAL) {
        Text glyph = glyphs.take();
        write(glyph, rowState.glyph(), y);
        glyph.setAccessibleText(rowState.word());
        glyph.setLayoutX(PADDING);
      }
    }
    strips.end();
    labels.end();
    glyphs.end();
  }

  private void write(Text text, String content, double y) {
    text.setText(content);
    text.setLayoutY(y + body.fonts().baseline());
  }

  private static Text text(String styleClass) {
    Text text = new Text();
    text.getStyleClass().add(styleClass);
    text.setTextOrigin(VPos.BASELINE);
    return text;
  }

  private static Pane layer() {
    Pane pane = new Pane();
    pane.setManaged(false);
    pane.setMouseTransparent(true);
    return pane;
  }
}
