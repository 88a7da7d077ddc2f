package org.quarry.ui.model;

import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.Solver;
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
    Parts.whenever(() -> size.setText(size(model)), search.grid(), model.check().summary());
    Button preset = new Button("The notebook's grid", Icons.of(Feather.ROTATE_CCW));
    preset.setId("model-preset");
    preset.setOnAction(event -> search.choosePreset());
    Label hint = Parts.words("model-list-hint", "secondary");
    hint.setText("Numbers, or ranges such as 0.1..1000 or 2^-5..2^15");
    VBox degree = Parts.field("model-degree", "Degree of poly", search.degree());
    VBox coef0 = Parts.field("model-coef0", "coef0 of poly", search.coef0());
    HBox poly = new HBox(8, degree, coef0);
    for (VBox field : new VBox[] {degree, coef0}) {
      HBox.setHgrow(field, Priority.ALWAYS);
      field.setPrefWidth(96);
    }
    VBox shape =
        new VBox(
            4,
            poly,
            Parts.error("model-degree", search.degree()),
            Parts.error("model-coef0", search.coef0()));
    search.kernel(Kernel.Shape.POLY).subscribe(tried -> Parts.show(shape, tried));
    getChildren()
        .addAll(
            Parts.checked("model-cs", "C", search.cs()),
            Parts.checked("model-gammas", "Gamma", search.gammas()),
            hint,
            Parts.captioned("Kernels", kernels),
            shape,
            weights(search),
            Parts.captioned(
                "Strategy",
                Parts.choice(
                    "model-strategy", search.strategy(), Strategy.values(), Strategy::title)),
            Parts.captioned(
                "Solver",
                Parts.choice("model-solver", search.solver(), Solver.values(), Solver::title)),
            size,
            preset);
  }

  /** Two have a name; a person may write their own. */
  private static VBox weights(SearchModel search) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(SearchModel.WEIGHTS));
    box.setId("model-class-weights");
    box.setEditable(true);
    box.getEditor().textProperty().bindBidirectional(search.weights().typed());
    box.valueProperty().bindBidirectional(search.weights().typed());
    box.setTooltip(
        new Tooltip("none, balanced, or a number for each class in order, such as 1, 5"));
    VBox field = Parts.captioned("Class weights", box);
    field.getChildren().add(Parts.error("model-class-weights", search.weights()));
    return field;
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
            + (different < candidates
                ? ", " + Texts.count(different, "distinct problem")
                : ", all distinct problems");
    int tests = model.check().tests();
    return tests == 0 ? text : text + "; " + Texts.count((long) candidates * tests, "fit");
  }
}
