package org.quarry.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Draws bars with an axis, faint lines, labels and values, lying or standing as the labels fit. It
 * asks for as much height as lying bars need.
 */
final class BarPlot extends Region {
  private static final double GAP = 8;
  private static final double LINE = 16;
  private static final double LEAST_ROW = 20;
  private static final double LEAST_BETWEEN_LINES = 22;
  private static final double MOST_THICK = 56;
  private static final int MOST_STANDING = 16;

  private final List<Region> bars = new ArrayList<>();
  private final List<Text> labels = new ArrayList<>();
  private final List<Text> values = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final List<Text> ticks = new ArrayList<>();
  private final Region base = region("chart-base");
  private final Text labelName = text("", "chart-axis-name");
  private final Text valueName = text("", "chart-axis-name");
  private Bars data = Bars.NONE;
  private Ticks axis = new Ticks(0, 1, 1);

  BarPlot() {}

  void show(Bars shown) {
    data = shown;
    bars.clear();
    labels.clear();
    values.clear();
    double least = 0;
    double most = 0;
    for (Bar bar : shown.bars()) {
      bars.add(region(bar.value() < 0 ? "chart-bar-negative" : "chart-bar"));
      labels.add(text(bar.shownLabel(), bar.label() == null ? "chart-null" : "chart-label"));
      values.add(text(bar.text(), "chart-value"));
      least = Double.isNaN(bar.value()) ? least : Math.min(least, bar.value());
      most = Double.isNaN(bar.value()) ? most : Math.max(most, bar.value());
    }
    axis = Ticks.of(least, most, 5);
    lines.clear();
    ticks.clear();
    for (int i = 0; i < axis.count(); i++) {
      lines.add(region("chart-line"));
      ticks.add(text(Ticks.text(axis.value(i)), "chart-tick"));
    }
    labelName.setText(shown.labelName());
    valueName.setText(shown.valueName());
    getChildren().setAll(lines);
    getChildren().addAll(bars);
    getChildren().add(base);
    getChildren().addAll(ticks);
    getChildren().addAll(labels);
    getChildren().addAll(values);
    getChildren().addAll(labelName, valueName);
    requestLayout();
  }

  private static Region region(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    region.setManaged(false);
    return region;
  }

  private static Text text(String words, String styleClass) {
    Text text = new Text(words.length() > 60 ? words.substring(0, 60) + "…" : words);
    text.getStyleClass().add(styleClass);
    text.setManaged(false);
    return text;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset()
        + snappedBottomInset()
        + (stands(width) ? 130 : data.bars().size() * LEAST_ROW + 3 * LINE + 3 * GAP);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  /** Standing bars need room for each label below its bar. */
  private boolean stands(double width) {
    int count = Math.max(1, data.bars().size());
    double slot = (width - 80) / count;
    return count <= MOST_STANDING && widest(labels) + GAP <= slot && widest(values) <= slot;
  }

  private static double widest(List<Text> texts) {
    return texts.stream().mapToDouble(BarPlot::width).max().orElse(0);
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  @Override
  protected void layoutChildren() {
    if (data.bars().isEmpty()) {
      return;
    }
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double right = getWidth() - snappedRightInset();
    double bottom = getHeight() - snappedBottomInset();
    if (stands(right - left)) {
      layStanding(left, top, right, bottom);
    } else {
      layLying(left, top, right, bottom);
    }
  }

  private void layStanding(double left, double top, double right, double bottom) {
    put(valueName, left, top);
    double plotTop = top + 2 * LINE + GAP;
    double plotBottom = bottom - 2 * LINE - GAP;
    double plotLeft = left + widest(ticks) + GAP;
    double height = plotBottom - plotTop;
    int every = every(height);
    for (int i = 0; i < axis.count(); i++) {
      show(i, i % every == 0);
      double y = plotBottom - height * axis.position(axis.value(i));
      place(lines.get(i), plotLeft, y, right - plotLeft, 1);
      put(ticks.get(i), plotLeft - GAP - width(ticks.get(i)), y - LINE / 2);
    }
    double zero = plotBottom - height * axis.position(0);
    place(base, plotLeft, zero, right - plotLeft, 1);
    double slot = (right - plotLeft) / bars.size();
    double thick = Math.min(MOST_THICK, slot * 0.62);
    for (int i = 0; i < bars.size(); i++) {
      double middle = plotLeft + slot * (i + 0.5);
      double value = number(i);
      double end = plotBottom - height * axis.position(value);
      place(bars.get(i), middle - thick / 2, Math.min(zero, end), thick, Math.abs(end - zero));
      double beyond = value < 0 ? end + 2 : end - LINE - 2;
      put(values.get(i), middle - width(values.get(i)) / 2, beyond);
      put(labels.get(i), middle - width(labels.get(i)) / 2, plotBottom + LINE / 4);
    }
    put(labelName, (plotLeft + right - width(labelName)) / 2, bottom - LINE);
  }

  private void layLying(double left, double top, double right, double bottom) {
    put(labelName, left, top);
    double most = (right - left) * 0.4;
    double plotLeft = left + Math.min(most, widest(labels)) + GAP;
    double room = widest(values) + GAP;
    double plotRight = right - room;
    double plotTop = top + LINE + GAP;
    double plotBottom = bottom - 2 * LINE - GAP;
    boolean below = axis.low() < 0;
    double start = below ? plotLeft + room : plotLeft;
    double length = plotRight - start;
    for (int i = 0; i < axis.count(); i++) {
      show(i, true);
      double x = start + length * axis.position(axis.value(i));
      place(lines.get(i), x, plotTop, 1, plotBottom - plotTop);
      put(ticks.get(i), x - width(ticks.get(i)) / 2, plotBottom + 2);
    }
    double zero = start + length * axis.position(0);
    place(base, zero, plotTop, 1, plotBottom - plotTop);
    double slot = (plotBottom - plotTop) / bars.size();
    double thick = Math.min(MOST_THICK / 2, slot * 0.68);
    for (int i = 0; i < bars.size(); i++) {
      double middle = plotTop + slot * (i + 0.5);
      double value = number(i);
      double end = start + length * axis.position(value);
      place(bars.get(i), Math.min(zero, end), middle - thick / 2, Math.abs(end - zero), thick);
      double beyond = value < 0 ? end - 4 - width(values.get(i)) : end + 4;
      put(values.get(i), beyond, middle - LINE / 2);
      cut(labels.get(i), most);
      put(labels.get(i), plotLeft - GAP - width(labels.get(i)), middle - LINE / 2);
    }
    put(valueName, (start + plotRight - width(valueName)) / 2, bottom - LINE);
  }

  /** Which lines are drawn where all would stand too close. */
  private int every(double height) {
    return (int) Math.ceil(LEAST_BETWEEN_LINES * (axis.count() - 1) / Math.max(1, height));
  }

  private void show(int line, boolean visible) {
    lines.get(line).setVisible(visible);
    ticks.get(line).setVisible(visible);
  }

  private double number(int i) {
    double value = data.bars().get(i).value();
    return Double.isNaN(value) ? 0 : value;
  }

  private static void cut(Text label, double most) {
    while (width(label) > most && label.getText().length() > 2) {
      label.setText(label.getText().substring(0, label.getText().length() - 2) + "…");
    }
  }

  private void place(Region region, double x, double y, double w, double h) {
    region.resizeRelocate(
        snapPositionX(x), snapPositionY(y), snapSizeX(Math.max(w, 0)), snapSizeY(Math.max(h, 0)));
  }

  private static void put(Text text, double x, double y) {
    text.relocate(Math.rint(x), Math.rint(y));
  }
}
