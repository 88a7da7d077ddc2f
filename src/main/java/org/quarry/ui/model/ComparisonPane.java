package org.quarry.ui.model;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.quarry.ui.kit.Texts;

/**
 * Two trainings side by side: what was asked and found, and their scores candidate by candidate.
 */
final class ComparisonPane extends ScrollPane {
  private final VBox content = new VBox(12);

  ComparisonPane() {
    setId("model-comparison");
    setFitToWidth(true);
    getStyleClass().addAll("edge-to-edge", "comparison");
    content.getStyleClass().add("model-pane-content");
    setContent(content);
  }

  /** Shows two trainings, or what is needed to do so. */
  void show(List<PastRun> compared) {
    content.getChildren().clear();
    if (compared.size() < 2) {
      Label what = Parts.words("model-comparison-empty", "secondary");
      what.setText(
          compared.isEmpty()
              ? "Tick two runs, and they stand here side by side."
              : "Tick a second run to compare it with run " + compared.getFirst().number() + ".");
      content.getChildren().add(what);
      return;
    }
    List<PastRun> inOrder =
        compared.stream().sorted(Comparator.comparingInt(PastRun::number)).toList();
    RunComparison comparison =
        RunComparison.of(inOrder.getFirst(), inOrder.getLast(), PairedFolds::text);
    Label verdict = Parts.words("model-comparison-verdict");
    verdict.setText(comparison.verdict());
    content
        .getChildren()
        .addAll(
            Parts.heading(
                "Run %d and run %d"
                    .formatted(comparison.first().number(), comparison.second().number())),
            verdict,
            aspects(comparison));
    maps(comparison);
  }

  private static GridPane aspects(RunComparison comparison) {
    GridPane grid = new GridPane(8, 4);
    grid.setId("model-comparison-aspects");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setPrefWidth(160);
    grid.getColumnConstraints().addAll(names, new ColumnConstraints(12), values, values);
    grid.addRow(
        0,
        new Label(),
        new Label(),
        Parts.heading("Run " + comparison.first().number()),
        Parts.heading("Run " + comparison.second().number()));
    int line = 1;
    for (RunComparison.Aspect aspect : comparison.aspects()) {
      Label name = new Label(aspect.name());
      name.getStyleClass().add("secondary");
      GridPane.setValignment(name, VPos.TOP);
      grid.addRow(line, name, new Label(), value(aspect.first()), value(aspect.second()));
      if (aspect.differs()) {
        Label differs = new Label("≠");
        differs.setAccessibleText("differs");
        differs.getStyleClass().add("differs");
        GridPane.setValignment(differs, VPos.TOP);
        grid.add(differs, 1, line);
      }
      line++;
    }
    return grid;
  }

  private static Label value(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private void maps(RunComparison comparison) {
    List<RunComparison.Pair> shared = comparison.shared();
    if (shared.isEmpty()) {
      Label none = Parts.words("model-comparison-none", "secondary");
      none.setText("They have no candidate in common.");
      content.getChildren().add(none);
      return;
    }
    HeatPlan plan = new HeatPlan(shared.stream().map(RunComparison.Pair::candidate).toList());
    if (plan.tooLarge()) {
      Label many = Parts.words("model-comparison-many", "secondary");
      many.setText(plan.tooLargeWords());
      content.getChildren().add(many);
      return;
    }
    HeatMaps[] self = new HeatMaps[1];
    Label words = Parts.words("model-difference-words", "secondary");
    words.setText("Click a cell or step to it, and both means stand here.");
    HeatMaps maps =
        new HeatMaps(
            "Heat maps of the difference by C and gamma",
            index -> {
              self[0].select(index);
              words.setText(comparison.words(shared.get(index)));
            },
            index -> comparison.words(shared.get(index)));
    self[0] = maps;
    maps.setId("model-difference-maps");
    maps.plan(plan);
    double largest = comparison.largest();
    maps.show(index -> comparison.look(shared.get(index)));
    HeatLegend legend = HeatLegend.ofDifferences();
    Parts.show(legend, largest > 0);
    ScoreText text = comparison.first().text();
    legend.ends(text.difference(-largest), text.difference(largest));
    content
        .getChildren()
        .addAll(
            Parts.heading(
                "Difference of the means of %s in common"
                    .formatted(Texts.count(shared.size(), "candidate"))),
            maps,
            legend,
            words);
  }
}
