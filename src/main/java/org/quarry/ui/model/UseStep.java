package org.quarry.ui.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Texts;

/** The controls of the step Use. */
final class UseStep extends VBox {
  private final UseModel use;

  UseStep(ModelModel model, FilePicker picker) {
    use = model.use();
    List<Node> ofResult = List.of(fillPart(model), savePart(model), new RecipePane(use, picker));
    ofResult.forEach(part -> getChildren().addAll(part, new Separator()));
    getChildren().add(new SavedModelsPane(use.models(), picker));
    use.result().subscribe(result -> ofResult.forEach(part -> part.setDisable(result == null)));
  }

  private VBox savePart(ModelModel model) {
    TextField name = new TextField();
    name.setId("model-name");
    name.textProperty().bindBidirectional(use.name());
    Button save = CommandControls.button(model.saveModel(), Feather.SAVE);
    save.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label saved = Parts.words("model-saved", "model-done");
    use.saved()
        .subscribe(
            by -> {
              saved.setText("Saved as " + by);
              Parts.show(saved, !by.isEmpty());
            });
    return new VBox(
        8,
        Parts.captioned("Save the model as", new HBox(8, name, save)),
        Parts.words("model-save-fault", use.saveFault(), "model-error"),
        question(),
        saved);
  }

  /** Asked once for a file: afterwards its table is there. */
  private VBox question() {
    Label sentence = Parts.words("first-model", "model-warning");
    sentence.setText("The first model makes a table in this file, quarry_models.");
    Button make = new Button("Make it and save");
    make.setId("make-models-table");
    make.setOnAction(event -> use.save(false));
    Button cancel = new Button("Cancel");
    cancel.setOnAction(event -> use.asking().set(false));
    VBox question = new VBox(8, sentence, new HBox(8, make, cancel));
    use.asking().subscribe(asked -> Parts.show(question, asked));
    return question;
  }

  private VBox fillPart(ModelModel model) {
    FillChoice fill = use.fill();
    CheckBox onlyNull = new CheckBox("Only rows that have NULL there");
    onlyNull.setId("fill-only-null");
    onlyNull.selectedProperty().bindBidirectional(fill.onlyNull());
    Label caution = Parts.words("fill-caution", "model-warning");
    Parts.whenever(
        () -> {
          caution.setText(fill.caution());
          Parts.show(caution, !fill.caution().isEmpty());
        },
        fill.table(),
        fill.column(),
        fill.onlyNull());
    Button button = CommandControls.button(model.fill(), Feather.EDIT_3);
    button.setMaxWidth(Double.MAX_VALUE);
    Label filled = Parts.words("fill-counts", "model-done");
    use.filled()
        .subscribe(
            result -> {
              filled.setText(counts(result));
              Parts.show(filled, result != null);
            });
    return new VBox(
        8,
        Parts.captioned(
            "Stage predictions for",
            Parts.choice("fill-table", "Choose a table", fill.tables(), fill.table())),
        Parts.choice("fill-into", "Choose a column", fill.columns(), fill.column()),
        onlyNull,
        caution,
        button,
        Parts.words("fill-fault", use.fillFault(), "model-error"),
        filled);
  }

  private static String counts(@Nullable PredictionCounts result) {
    if (result == null) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(Texts.count(result.predicted(), "row")).append(" staged");
    String classes =
        result.labels().entrySet().stream().map(UseStep::count).collect(Collectors.joining(", "));
    text.append(classes.isEmpty() ? "." : ": " + classes + ".");
    result.remarks(Texts::number).forEach(remark -> text.append(" ").append(remark));
    return text.toString();
  }

  private static String count(Map.Entry<ClassLabel, Long> of) {
    return "%s × %s".formatted(Texts.number(of.getValue()), of.getKey().text());
  }
}
