package org.quarry.ui.model;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours and marks of heat maps mean. */
final class HeatLegend extends FlowPane {
  private final Label title = new Label();
  private final Label low = new Label();
  private final Label high = new Label();
  private HBox underWay = new HBox();
  private HBox unconverged = new HBox();

  /** The legend of scores. */
  static HeatLegend ofScores() {
    HeatLegend legend = new HeatLegend();
    HBox scale = new HBox(0);
    scale.getStyleClass().add("heat-scale");
    for (int level = 0; level < HeatScale.LEVELS; level++) {
      scale.getChildren().add(swatch("level-" + level));
    }
    legend.entry(legend.title, legend.low, scale, legend.high);
    legend.entry(marked("best"), new Label("best"));
    legend.underWay = legend.entry(marked("under-way"), new Label("being fitted"));
    Label corner = new Label("◥");
    corner.getStyleClass().add("heat-corner-key");
    legend.unconverged = legend.entry(corner, new Label("did not converge"));
    legend.marks(false, false);
    return legend;
  }

  /** The legend of differences. */
  static HeatLegend ofDifferences() {
    HeatLegend legend = new HeatLegend();
    HBox scale = new HBox(0);
    scale.getStyleClass().add("heat-scale");
    for (String style :
        new String[] {
          "worse-3", "worse-2", "worse-1", "same", "better-1", "better-2", "better-3"
        }) {
      scale.getChildren().add(swatch(style));
    }
    legend.entry(legend.title, legend.low, scale, legend.high);
    legend.title("Second − first");
    return legend;
  }

  private HeatLegend() {
    super(16, 4);
    getStyleClass().add("heat-legend");
    title.setId("heat-title");
    low.setId("heat-low");
    high.setId("heat-high");
  }

  /** Says what the colours show. */
  void title(String text) {
    title.setText(text);
  }

  /** Says what the ends of the scale are. */
  void ends(String lowest, String highest) {
    low.setText(lowest);
    high.setText(highest);
  }

  /** Says which of the marks there are to be explained. */
  void marks(boolean fitted, boolean stuck) {
    Parts.show(underWay, fitted);
    Parts.show(unconverged, stuck);
  }

  private HBox entry(Node... parts) {
    HBox entry = new HBox(4, parts);
    entry.getStyleClass().add("heat-entry");
    getChildren().add(entry);
    return entry;
  }

  private static HeatCell marked(String mark) {
    HeatCell cell = new HeatCell("heat-key-" + mark, () -> mark);
    cell.show(new HeatLook("", 0, "", mark.equals("best"), mark.equals("under-way"), false));
    cell.setMinSize(18, 14);
    cell.setMaxSize(18, 14);
    return cell;
  }

  private static Region swatch(String style) {
    HeatCell swatch = new HeatCell("", () -> "");
    swatch.setId(null);
    swatch.getStyleClass().add("heat-swatch");
    swatch.show(new HeatLook(style, 1, "", false, false, false));
    swatch.setMinSize(16, 12);
    swatch.setMaxSize(16, 12);
    return swatch;
  }
}
