package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.quarry.database.profile.Bin;
import org.quarry.ui.kit.Texts;

/** Bars of the bins of a histogram, side by side, with the ends of the axis below. */
final class HistogramPlot extends Region {
  private static final double BARS = 72;
  private static final double WORDS = 20;

  private final List<BinBar> bars = new ArrayList<>();
  private final Label low;
  private final Label high;
  private final Region base = new Region();

  /**
   * Makes one.
   *
   * @param exact whether the bins know their least and greatest values
   * @param typed the filter of the column now
   * @param pick filters by a text
   */
  HistogramPlot(List<Bin> bins, boolean exact, String typed, Consumer<String> pick) {
    getStyleClass().add("histogram");
    setId("profile-histogram");
    long most = bins.stream().mapToLong(Bin::count).max().orElse(0);
    for (Bin bin : bins) {
      String filter = ProfileModel.filter(bin, exact);
      bars.add(
          new BinBar(
              words(bin), bin.count(), most, filter.equals(typed), () -> pick.accept(filter)));
    }
    PickBar.walk(bars);
    low = end(FigureText.of(bins.getFirst().low()));
    high = end(FigureText.of(bins.getLast().high()));
    base.getStyleClass().add("histogram-base");
    getChildren().addAll(bars);
    getChildren().addAll(base, low, high);
  }

  private static Label end(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("histogram-end");
    return label;
  }

  private static String words(Bin bin) {
    String from = FigureText.of(bin.low());
    String to = FigureText.of(bin.high());
    String range =
        from.equals(to) ? from : bin.numeric() ? from + " to below " + to : from + " to " + to;
    return range + ", " + Texts.count(bin.count(), "row");
  }

  @Override
  protected double computePrefHeight(double width) {
    return BARS + WORDS;
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
    double width = getWidth();
    double step = width / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      double from = snapPositionX(i * step);
      double to = snapPositionX((i + 1) * step);
      bars.get(i).resizeRelocate(from, 0, to - from, BARS);
    }
    base.resizeRelocate(0, BARS, width, 1);
    layoutInArea(low, 0, BARS + 2, width / 2, WORDS - 2, 0, HPos.LEFT, VPos.CENTER);
    layoutInArea(high, width / 2, BARS + 2, width / 2, WORDS - 2, 0, HPos.RIGHT, VPos.CENTER);
  }

  /** One bin: all its height takes the click, the bar itself stands at its foot. */
  private static final class BinBar extends PickBar {
    private final Region bar = new Region();
    private final double part;

    BinBar(String words, long count, long most, boolean picked, Runnable pick) {
      super(words, picked, pick);
      part = most == 0 ? 0 : (double) count / most;
      bar.getStyleClass().add("value-bar");
      bar.setVisible(count > 0);
      getStyleClass().add("bin");
      getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
      double height = Math.max(2, snapSizeY((getHeight() - 2) * part));
      double gap = getWidth() > 5 ? 1 : 0;
      bar.resizeRelocate(gap, getHeight() - height, Math.max(1, getWidth() - 2 * gap), height);
    }
  }
}
