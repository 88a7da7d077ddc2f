package org.quarry.ui.model;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The heat maps of the search with their legend. */
final class HeatPane extends VBox {
  /** The share of the screen's height for cells, and its bounds. */
  private static final double SHARE = 0.27;

  private static final double LEAST = 130;
  private static final double MOST = 300;
  private static final double AROUND = HeatLayout.HEAD + 2 * HeatLayout.TICK + 4;

  private final ScoresModel scores;
  private final HeatMaps maps;
  private final HeatLegend legend = HeatLegend.ofScores();
  private final Label tooLarge = Parts.words("model-heat-too-large", "secondary");
  private final ScrollPane scroll = new ScrollPane();
  private double room = LEAST;

  HeatPane(ScoresModel scores) {
    super(8);
    this.scores = scores;
    TrainingRun run = scores.run();
    maps =
        new HeatMaps(
            "Heat maps of the mean score by C and gamma",
            scores::choose,
            index -> HeatScale.words(run.scores().get(index), run.text()));
    maps.setId("model-heat-maps");
    getStyleClass().add("heat-pane");
    scroll.setContent(maps);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setMinHeight(USE_PREF_SIZE);
    maps.heightProperty().subscribe(height -> fit());
    getChildren().addAll(scroll, legend, tooLarge);
    run.plan()
        .subscribe(
            plan -> {
              maps.plan(plan.tooLarge() ? new HeatPlan(List.of()) : plan);
              tooLarge.setText(
                  plan.tooLarge() ? plan.tooLargeWords() + " The table below holds them all." : "");
              Parts.show(tooLarge, plan.tooLarge());
              Parts.show(scroll, !plan.tooLarge());
              Parts.show(legend, !plan.tooLarge());
              maps.select(scores.chosen().get());
            });
    Parts.whenever(this::show, run.revision());
    scores.chosen().subscribe(index -> maps.select(index.intValue()));
  }

  /** Says how tall the screen is that it is part of. */
  void setScreen(double height) {
    room = Math.clamp(height * SHARE, LEAST, MOST);
    maps.setRoom(room);
    fit();
  }

  private void fit() {
    scroll.setPrefHeight(Math.min(room + AROUND, maps.getHeight() + 2));
  }

  private void show() {
    TrainingRun run = scores.run();
    boolean any = run.plan().get().size() > 0 && run.plan().get().size() == run.scores().size();
    Parts.show(this, any);
    if (!any || run.plan().get().tooLarge()) {
      return;
    }
    HeatScale scale = HeatScale.of(run.scores());
    ScoreText text = run.text();
    maps.show(index -> scale.look(run.scores().get(index), text));
    legend.marks(
        run.scores().stream().anyMatch(ScoreRow::underWay),
        run.scores().stream().anyMatch(row -> !row.converged()));
    legend.title(text.mean());
    String clipped = text.direction() > 0 ? "≤ " : "≥ ";
    legend.ends(
        (scale.clipped() ? clipped : "") + text.three(scale.low()), text.three(scale.high()));
  }
}
