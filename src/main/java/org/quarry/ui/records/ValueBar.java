package org.quarry.ui.records;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.quarry.database.profile.ValueCount;
import org.quarry.ui.kit.Texts;

/** A value, a bar as long as it is frequent, and its count. */
final class ValueBar extends PickBar {
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final double HEIGHT = 22;
  private static final double GAP = 8;

  private final Label label;
  private final Region bar = new Region();
  private final Label count;
  private final double part;
  private final double countWidth;

  /**
   * Makes one.
   *
   * @param most the count of the longest bar
   * @param rows of how many rows it is a share
   * @param countWidth the room for the counts, in pixels
   */
  ValueBar(
      ValueCount value, long most, long rows, double countWidth, boolean picked, Runnable pick) {
    super(
        name(value)
            + ", "
            + Texts.count(value.count(), "row")
            + ", "
            + FigureText.share(value.count(), rows),
        picked,
        pick);
    this.countWidth = countWidth;
    part = most == 0 ? 0 : (double) value.count() / most;
    label = new Label(name(value));
    label.getStyleClass().add("value-name");
    label.pseudoClassStateChanged(DIM, isDim(value));
    bar.getStyleClass().add("value-bar");
    count = new Label(Texts.number(value.count()));
    count.getStyleClass().add("value-count");
    getStyleClass().add("value-row");
    getChildren().addAll(label, bar, count);
  }

  /** How a value is called where NULL and the empty text must have a name. */
  static String name(ValueCount value) {
    return value.value() == null
        ? "NULL"
        : value.value().equals("")
            ? "empty"
            : FigureText.of(value.value()) + (value.clipped() ? "…" : "");
  }

  /** Whether the name stands for the lack of a text. */
  static boolean isDim(ValueCount value) {
    return value.value() == null || value.value().equals("");
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = getWidth() - left - snappedRightInset();
    double name = snapSizeX(Math.min(140, width * 0.42));
    double room = Math.max(0, width - name - countWidth - 2 * GAP);
    layoutInArea(label, left, 0, name, getHeight(), 0, HPos.LEFT, VPos.CENTER);
    double length = Math.max(2, snapSizeX(room * part));
    bar.resizeRelocate(left + name + GAP, (getHeight() - 10) / 2, length, 10);
    layoutInArea(
        count, left + width - countWidth, 0, countWidth, getHeight(), 0, HPos.RIGHT, VPos.CENTER);
  }
}
