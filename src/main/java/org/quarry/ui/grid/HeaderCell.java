package org.quarry.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.quarry.ui.kit.Hint;

/** One heading: name, mark and sort glyph. It is reused for another column on scrolling. */
final class HeaderCell extends Region {
  private static final String ICON = "fth-";
  private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");

  private final Label name = new Label();
  private final Label mark = new Label();
  private final Label sort = new Label();
  private boolean moving;
  private boolean frozen;
  private int column = -1;
  private @Nullable GridColumn shown;

  HeaderCell() {
    getStyleClass().add("grid-header-cell");
    setManaged(false);
    setAccessibleRole(AccessibleRole.TABLE_COLUMN);
    name.getStyleClass().add("grid-header-name");
    mark.getStyleClass().add("grid-header-mark");
    sort.getStyleClass().add("grid-header-sort");
    for (Label label : new Label[] {name, mark, sort}) {
      label.setManaged(false);
      label.setMouseTransparent(true);
    }
    mark.setMinWidth(USE_PREF_SIZE);
    sort.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, mark, sort);
  }

  int column() {
    return column;
  }

  void show(int index, GridColumn heading, boolean stays) {
    column = index;
    if (heading.equals(shown) && stays == frozen) {
      return;
    }
    shown = heading;
    frozen = stays;
    name.setText(heading.name());
    name.setAlignment(heading.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    boolean icon = heading.mark().startsWith(ICON);
    mark.setText(icon ? "" : heading.mark());
    mark.setGraphic(icon ? new FontIcon(heading.mark()) : null);
    sort.setText(heading.sort().glyph() + heading.sortNote());
    setAccessibleText(heading.name() + sorted(heading.sort()) + (frozen ? ", frozen" : ""));
    setAccessibleHelp(heading.tooltip());
    Hint.on(this, heading.tooltip() == null ? "" : heading.tooltip());
    applyCss();
    requestLayout();
  }

  /** Says whether the column follows the mouse. */
  void setMoving(boolean now) {
    if (now != moving) {
      moving = now;
      pseudoClassStateChanged(MOVING, now);
      applyCss();
    }
  }

  private static String sorted(ColumnSort sort) {
    return switch (sort) {
      case NONE -> "";
      case ASCENDING -> ", sorted, smallest first";
      case DESCENDING -> ", sorted, largest first";
    };
  }

  @Override
  protected void layoutChildren() {
    double left = GridBody.PADDING;
    double right = getWidth() - GridBody.PADDING;
    double sortWidth = sort.getText().isEmpty() ? 0 : Math.ceil(sort.prefWidth(-1));
    double markWidth = shown == null || shown.mark().isEmpty() ? 0 : Math.ceil(mark.prefWidth(-1));
    double room =
        Math.max(0, right - left - sortWidth - gap(sortWidth) - markWidth - gap(markWidth));
    double nameWidth = Math.min(room, Math.ceil(name.prefWidth(-1)));
    boolean numeric = shown != null && shown.numeric();
    double x = numeric ? right - nameWidth - markWidth - gap(markWidth) : left;
    put(name, x, nameWidth);
    put(mark, x + nameWidth + gap(markWidth), markWidth);
    put(sort, numeric ? left : right - sortWidth, sortWidth);
  }

  private static double gap(double width) {
    return width > 0 ? 4 : 0;
  }

  private void put(Label label, double x, double width) {
    label.resizeRelocate(x, 0, width, getHeight());
  }
}
