package org.quarry.ui.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.model.report.ReportPane;
import org.quarry.work.Problem;

/** The Model screen: four steps on the left, what belongs to the open one on the right. */
public final class ModelView extends BorderPane {
  private static final double NARROWEST = 264;
  private static final double WIDEST = 400;

  private final ModelModel model;
  private final FilePicker picker;
  private final ProblemBar problems = new ProblemBar();

  /**
   * Makes the view of {@code model}.
   *
   * @param picker asks for the files of models and scripts
   */
  public ModelView(ModelModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    setId("model-view");
    getStyleClass().add("model-view");
    getStylesheets()
        .add(Objects.requireNonNull(ModelView.class.getResource("model.css")).toExternalForm());
    setTop(problems);
    BorderPane left = left();
    StackPane right = right();
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(left, right);
    var width =
        Bindings.createDoubleBinding(
            () -> Math.clamp(getWidth() / 3, NARROWEST, WIDEST), widthProperty());
    left.minWidthProperty().bind(width);
    left.maxWidthProperty().bind(width);
    VBox empty = empty();
    setCenter(new StackPane(both, empty));
    Runnable choose =
        () -> {
          boolean none = model.data().tables().isEmpty();
          Parts.show(both, !none);
          Parts.show(empty, none);
        };
    model.data().tables().addListener((ListChangeListener<String>) change -> choose.run());
    choose.run();
    model.problem().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private BorderPane left() {
    Map<Step, StepPane> panes = new EnumMap<>(Step.class);
    VBox column = new VBox();
    for (Step step : Step.values()) {
      StepPane pane = new StepPane(step, model.step(), body(step));
      panes.put(step, pane);
      column.getChildren().add(pane);
    }
    Parts.whenever(
        () -> panes.forEach((step, pane) -> pane.setSummary(model.summary(step))),
        model.data().survey(),
        model.data().fault(),
        model.check().summary(),
        model.search().grid(),
        model.run().result());
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    BorderPane left = new BorderPane(scroll);
    left.setBottom(new TrainBar(model));
    left.getStyleClass().add("model-steps");
    return left;
  }

  private Node body(Step step) {
    return switch (step) {
      case DATA -> new DataStep(model);
      case CHECK -> new CheckStep(model.check());
      case SEARCH -> new SearchStep(model);
      case USE -> new UseStep(model, picker);
    };
  }

  private StackPane right() {
    Map<Step, Node> panes = new EnumMap<>(Step.class);
    panes.put(Step.DATA, new ColumnsPane(model.data()));
    panes.put(Step.CHECK, new CheckPane(model));
    panes.put(Step.SEARCH, new SearchPane(model));
    panes.put(
        Step.USE,
        new ReportPane(model.report(), new ResultPane(model.use(), model.report()), picker));
    model.step().subscribe(open -> panes.forEach((step, pane) -> Parts.show(pane, step == open)));
    StackPane right = new StackPane();
    right.getChildren().addAll(panes.values());
    right.setMinWidth(0);
    return right;
  }

  private static VBox empty() {
    Label what = new Label("There is nothing to learn from");
    what.getStyleClass().add("empty-what");
    Label next = Parts.words("model-empty-next", "secondary");
    next.setText(
        "A training needs a table with numbers and a column to learn. Make one in a query, or open"
            + " another file.");
    VBox empty = new VBox(what, next);
    empty.setId("model-empty");
    empty.getStyleClass().add("empty-state");
    return empty;
  }

  private void show(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
    } else if (problem instanceof LearningProblem.ModelExists) {
      Button replace = new Button("Replace it");
      replace.setId("replace-model");
      replace.setOnAction(event -> model.use().save(true));
      problems.show(problem, replace);
    } else {
      problems.show(problem);
    }
  }

  private void pressed(KeyEvent event) {
    if (KeyCombination.valueOf(model.train().key()).match(event)) {
      model.train().run();
      event.consume();
    }
  }
}
