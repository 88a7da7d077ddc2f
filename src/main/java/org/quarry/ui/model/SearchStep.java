package org.quarry.ui.model;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Kernel;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** The controls of the step Search. */
final class SearchStep extends VBox {
  SearchStep(ModelModel model) {
    SearchModel search = model.search();
    FlowPane kernels = new FlowPane(12, 4);
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      CheckBox box = new CheckBox(shape.text());
      box.setId("model-kernel-" + shape.text());
      box.selectedProperty().bindBidirectional(search.kernel(shape));
      kernels.getChildren().add(box);
    }
    Label size = Parts.words("model-grid-size", "model-sentence");
    Parts.whenever(() -> size.setText(size(model)), search.grid(), model.check().folds().reading());
    Button preset = new Button("The notebook's grid", Icons.of(Feather.ROTATE_CCW));
    preset.setId("model-preset");
    preset.setOnAction(event -> search.choosePreset());
    getChildren()
        .addAll(
            Parts.field("model-cs", "C", search.cs()),
            Parts.error("model-cs", search.cs()),
            Parts.field("model-gammas", "Gamma", search.gammas()),
            Parts.error("model-gammas", search.gammas()),
            Parts.captioned("Kernels", kernels),
            size,
            preset);
  }

  private static String size(ModelModel model) {
    Entry.Reading<ParameterGrid> grid = model.search().grid().get();
    if (grid.value().isEmpty()) {
      return grid.error();
    }
    int candidates = model.search().candidates();
    long different = grid.value().get().distinct();
    String text =
        Texts.count(candidates, "candidate")
            + (different < candidates ? ", " + Texts.number(different) + " of them different" : "");
    return model
        .check()
        .folds()
        .value()
        .map(folds -> text + "; " + Texts.count((long) candidates * folds, "fit"))
        .orElse(text);
  }
}
