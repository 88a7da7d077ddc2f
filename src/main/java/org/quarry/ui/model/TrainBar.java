package org.quarry.ui.model;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** Trains or stops, and says how far the training is. */
final class TrainBar extends VBox {
  private final TrainingRun run;
  private final Label words = Parts.words("model-progress-words", "secondary");

  TrainBar(ModelModel model) {
    this.run = model.run();
    getStyleClass().add("train-bar");
    Button train = CommandControls.button(model.train(), Feather.PLAY);
    train.getStyleClass().add("accent");
    Button stop = CommandControls.button(model.stopTraining(), Feather.SQUARE);
    Button pause = CommandControls.button(model.pauseTraining(), Feather.PAUSE);
    run.paused()
        .subscribe(paused -> pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE)));
    pause.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(stop, Priority.ALWAYS);
    HBox halts = new HBox(8, pause, stop);
    halts.getStyleClass().add("halts");
    StackPane buttons = new StackPane(train, halts);
    for (Button button : new Button[] {train, stop}) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    ProgressBar progress = new ProgressBar();
    progress.setId("model-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress
        .progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    run.done().get() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) run.done().get() / run.total().get(),
                run.done(),
                run.total()));
    getChildren().addAll(buttons, progress, words);
    run.running()
        .subscribe(
            running -> {
              train.setVisible(!running);
              halts.setVisible(running);
              Parts.show(progress, running);
            });
    Parts.whenever(
        () -> tell(model),
        run.running(),
        run.done(),
        run.total(),
        run.paused(),
        run.stopped(),
        model.fault());
  }

  private void tell(ModelModel model) {
    String text = text(model);
    words.setText(text);
    Parts.show(words, !text.isEmpty());
  }

  private String text(ModelModel model) {
    if (!run.running().get()) {
      return model.fault().get().isEmpty() ? run.stopped().get() : model.fault().get();
    }
    String done =
        "%s of %s".formatted(Texts.number(run.done().get()), Texts.count(run.total().get(), "fit"));
    long left = run.nanosLeft();
    if (run.paused().get()) {
      return "Paused at " + done;
    }
    return left < 0 ? done : done + ", " + Texts.left(left) + " left";
  }
}
