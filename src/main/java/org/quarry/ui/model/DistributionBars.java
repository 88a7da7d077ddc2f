package org.quarry.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.quarry.learning.data.Distribution;

/** A distribution, tiny: a bar for each stretch or value. */
final class DistributionBars extends HBox {
  private static final double HEIGHT = 16;
  private static final double WIDTH = 4;

  DistributionBars(Distribution distribution) {
    super(1);
    setAlignment(Pos.BOTTOM_LEFT);
    setMaxHeight(HEIGHT);
    long highest = Math.max(1, distribution.highest());
    for (Distribution.Bar bar : distribution.bars()) {
      Region region = new Region();
      double height = bar.rows() == 0 ? 0 : Math.max(1, HEIGHT * bar.rows() / highest);
      region.setMinSize(WIDTH, height);
      region.setMaxSize(WIDTH, height);
      region.getStyleClass().add("distribution-bar");
      getChildren().add(region);
    }
    Tooltip.install(this, new Tooltip(distribution.words()));
  }
}
