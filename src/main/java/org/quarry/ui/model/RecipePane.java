package org.quarry.ui.model;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;

/** Hands a training on: as a command, as a script, as a file with the model. */
final class RecipePane extends VBox {
  private static final FilePicker.Kind SCRIPTS =
      new FilePicker.Kind("Python scripts", List.of("py"));

  private final UseModel use;
  private final Label said = Parts.words("recipe-said", "model-done");
  private final Label refusal = Parts.words("recipe-refusal", "secondary");

  RecipePane(UseModel use, FilePicker picker) {
    super(8);
    this.use = use;
    Label caption = new Label("Hand it on");
    caption.getStyleClass().add("model-caption");
    Button copy = button("copy-command", "Copy as command", Feather.TERMINAL, this::copy);
    Button script =
        button(
            "export-script",
            "Export as scikit-learn script",
            Feather.CODE,
            () ->
                picker
                    .save("Export as scikit-learn script", use.name().get() + ".py", SCRIPTS)
                    .ifPresent(use::exportScript));
    Button file =
        button(
            "export-model",
            "Export the model as JSON",
            Feather.UPLOAD,
            () ->
                picker
                    .save("Export the model", use.name().get() + ".json", SavedModelsPane.FILES)
                    .ifPresent(use::export));
    getChildren().addAll(caption, copy, script, refusal, file, said);
    use.result()
        .subscribe(
            result -> {
              said.setText("");
              Parts.show(said, false);
              String why = use.recipe().map(TrainingRecipe::refusal).orElse("");
              refusal.setText(why);
              Parts.show(refusal, !why.isEmpty());
              script.setDisable(result == null || !why.isEmpty());
            });
  }

  /** What was saved is saved again; what was not is not. */
  private void copy() {
    use.recipe()
        .map(recipe -> recipe.command(!use.saved().get().isEmpty()))
        .ifPresent(
            line -> {
              ClipboardText.put(line);
              said.setText("Copied. The command gives the same figures again.");
              Parts.show(said, true);
            });
  }

  private static Button button(String id, String verb, Ikon icon, Runnable action) {
    Button button = new Button(verb, Icons.of(icon));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
