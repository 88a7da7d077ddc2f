package org.quarry.ui.predict;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** The screen of a {@link PredictModel}: the choices on the left, what would be staged beside. */
public final class PredictView extends BorderPane {
  private static final double WIDTH = 320;

  private final PredictModel model;
  private final ProblemBar problems = new ProblemBar();

  /** Makes the view of {@code model}. */
  public PredictView(PredictModel model) {
    this.model = model;
    setId("predict-view");
    getStyleClass().add("predict-view");
    getStylesheets()
        .add(Objects.requireNonNull(PredictView.class.getResource("predict.css")).toExternalForm());
    setTop(problems);
    setLeft(left());
    setCenter(new PreviewPane(model));
    model.problem().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void show(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
    } else {
      problems.show(problem);
    }
  }

  private void pressed(KeyEvent event) {
    if (KeyCombination.valueOf(model.predict().key()).match(event)) {
      model.predict().run();
      event.consume();
    }
  }

  private BorderPane left() {
    Label title = Words.wrapped("predict-title", "predict-title");
    title.setText("Predict " + model.column());
    Label rows = Words.wrapped("predict-rows", "predict-words");
    model.proposal().subscribe(taken -> rows.setText(taken == null ? "" : rows(taken)));
    Label staged = Words.wrapped("predict-staged", "predict-words");
    model
        .stagedNote()
        .subscribe(
            note -> {
              staged.setText(note);
              Words.show(staged, !note.isEmpty());
            });
    VBox body =
        new VBox(
            new VBox(4, title, rows, staged),
            new VBox(8, heading("Where to"), where()),
            new VBox(8, heading("Learn from"), sample(), new OffersPane(model)));
    body.getStyleClass().add("predict-choices-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    BorderPane left = new BorderPane(scroll);
    left.setBottom(foot());
    left.setMinWidth(WIDTH);
    left.setMaxWidth(WIDTH);
    left.getStyleClass().add("predict-choices");
    return left;
  }

  /** Of many rows a sample is learned from; how large it is, a person chooses. */
  private VBox sample() {
    ComboBox<Long> most = new ComboBox<>(FXCollections.observableArrayList(PredictModel.MOST));
    most.setId("predict-most");
    most.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Long rows) {
            return rows == null ? "" : Texts.count(rows, "row") + " at most";
          }

          @Override
          public Long fromString(String text) {
            throw new UnsupportedOperationException("rows are chosen, not typed");
          }
        });
    most.valueProperty().bindBidirectional(model.most());
    most.setMaxWidth(Double.MAX_VALUE);
    Label words = Words.wrapped("predict-sample", "predict-words");
    VBox sample = new VBox(8, most, words);
    Runnable follow =
        () -> {
          Proposal known = model.proposal().get();
          words.setText(model.sampling());
          Words.show(words, !model.sampling().isEmpty());
          Words.show(sample, known != null && known.rows() > PredictModel.MOST.getFirst());
        };
    model.proposal().subscribe(known -> follow.run());
    model.most().subscribe(rows -> follow.run());
    return sample;
  }

  private String rows(Proposal taken) {
    return ("%s of %s have a value to learn from, %s NULL."
            + " All rows of the table count, whatever filter Records shows.")
        .formatted(
            Texts.count(taken.rows(), "row"),
            model.table(),
            taken.waiting() == 1 ? "1 is" : Texts.number(taken.waiting()) + " are");
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("predict-heading");
    return heading;
  }

  private VBox where() {
    ToggleGroup group = new ToggleGroup();
    RadioButton fill = new RadioButton("Fill " + model.column() + " where it is NULL");
    fill.setId("predict-fill");
    RadioButton beside = new RadioButton("Add columns for prediction, confidence and model");
    beside.setId("predict-beside");
    for (RadioButton button : new RadioButton[] {fill, beside}) {
      button.setToggleGroup(group);
      button.setWrapText(true);
      button.setMnemonicParsing(false);
    }
    model.beside().subscribe(chosen -> (chosen ? beside : fill).setSelected(true));
    beside.selectedProperty().subscribe(chosen -> model.beside().set(chosen));
    Label note = Words.wrapped("predict-beside-note", "predict-reason");
    note.setText(
        ("Every row is predicted into predicted_%s. Columns that are missing are added to the table"
                + " when you stage, for staged values need a place. Undo takes them away again,"
                + " also after writing, as long as they hold nothing else and the file stays open.")
            .formatted(model.column()));
    model.beside().subscribe(chosen -> Words.show(note, chosen));
    return new VBox(8, fill, beside, note);
  }

  private VBox foot() {
    Button predict = CommandControls.button(model.predict(), Feather.PLAY);
    Button stop = CommandControls.button(model.stopPredicting(), Feather.SQUARE);
    StackPane first = new StackPane(predict, stop);
    Button stage = CommandControls.button(model.stagePredictions(), Feather.EDIT_3);
    for (Button button : new Button[] {predict, stop, stage}) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    ProgressBar progress = new ProgressBar();
    progress.setId("predict-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.progressProperty().bind(model.progress());
    model
        .busy()
        .subscribe(
            running -> {
              predict.setVisible(!running);
              stop.setVisible(running);
              Words.show(progress, running);
            });
    model
        .prediction()
        .subscribe(
            known -> {
              predict.getStyleClass().remove("accent");
              stage.getStyleClass().remove("accent");
              (known == null ? predict : stage).getStyleClass().add("accent");
            });
    Label words = Words.wrapped("predict-fault", "predict-words");
    words.textProperty().bind(model.fault());
    words.visibleProperty().bind(Bindings.isNotEmpty(model.fault()));
    words.managedProperty().bind(words.visibleProperty());
    VBox foot = new VBox(first, progress, stage, words);
    foot.getStyleClass().add("predict-foot");
    return foot;
  }
}
