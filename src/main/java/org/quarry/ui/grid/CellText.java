package org.quarry.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The node of one visible cell. It is reused for another cell when the grid scrolls. */
final class CellText extends Text {
  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final PseudoClass BLOB = PseudoClass.getPseudoClass("blob");
  private static final PseudoClass DEFAULT = PseudoClass.getPseudoClass("default");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");

  private long row = -1;
  private int column = -1;
  private long frame;
  private String whole = "";
  private double room = -1;
  private @Nullable TextFit fit;
  private CellKind kind = CellKind.TEXT;
  private boolean deleted;
  private boolean wrong;
  private String spoken = "";

  CellText() {
    getStyleClass().add("grid-cell");
    setManaged(false);
    setMouseTransparent(true);
    setTextOrigin(VPos.BASELINE);
    setAccessibleRole(AccessibleRole.TABLE_CELL);
  }

  long row() {
    return row;
  }

  int column() {
    return column;
  }

  CellKind kind() {
    return kind;
  }

  /** The frame in which it was last drawn. */
  long frame() {
    return frame;
  }

  /** Says which cell it draws in which frame. */
  void place(long atRow, int atColumn, long inFrame) {
    row = atRow;
    column = atColumn;
    frame = inFrame;
  }

  /** Takes a cell's text and kind; the text is cut to a width in pixels. */
  void draw(GridCell cell, boolean gone, TextFit metrics, double width, String heading) {
    boolean restyled = style(cell.kind(), gone);
    spoken = heading;
    wrong = cell.wrong();
    String text =
        switch (cell.kind()) {
          case NULL -> "NULL";
          case DEFAULT -> "DEFAULT";
          case LOADING -> "…";
          case TEXT, NUMBER, BLOB -> cell.text();
        };
    if (!restyled && room == width && fit == metrics && whole.equals(text)) {
      return;
    }
    whole = text;
    room = width;
    fit = metrics;
    setText(metrics.fit(text, width));
  }

  /** Whether the text was cut to fit. */
  boolean cut() {
    return fit != null && !getText().equals(fit.fit(whole, Double.MAX_VALUE));
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT ->
          (kind == CellKind.TEXT && whole.isEmpty() ? "empty" : whole)
              + (deleted ? ", deleted" : "")
              + (wrong ? ", refused" : "")
              + ", column "
              + spoken
              + ", row "
              + (row + 1);
      case ROW_INDEX -> (int) Math.min(Integer.MAX_VALUE, row);
      case COLUMN_INDEX -> column;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private boolean style(CellKind now, boolean gone) {
    if (now == kind && gone == deleted) {
      return false;
    }
    kind = now;
    deleted = gone;
    pseudoClassStateChanged(LOADING, now == CellKind.LOADING);
    pseudoClassStateChanged(NULL, now == CellKind.NULL);
    pseudoClassStateChanged(BLOB, now == CellKind.BLOB);
    pseudoClassStateChanged(DEFAULT, now == CellKind.DEFAULT);
    pseudoClassStateChanged(DELETED, gone);
    // In a layout a changed style would wait for the next pulse, and show a frame late.
    applyCss();
    return true;
  }
}
