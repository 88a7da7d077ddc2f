package org.quarry.ui.query;

import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.query.QueryProblem;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.work.Problem;

/** The Query screen: the editor above, parameters, problems and results below. */
public final class QueryView extends BorderPane {
  private final QueryModel model;
  private final SqlEditor editor;
  private final ProblemBar problems = new ProblemBar();

  /** Makes the view of {@code model}; {@code picker} asks where pictures go. */
  public QueryView(QueryModel model, FilePicker picker) {
    this.model = model;
    this.editor = new SqlEditor(model);
    setId("query-view");
    getStyleClass().add("query-view");
    getStylesheets()
        .add(Objects.requireNonNull(QueryView.class.getResource("query.css")).toExternalForm());
    ResultPane results = new ResultPane(model, picker);
    VBox.setVgrow(results, Priority.ALWAYS);
    VBox below =
        new VBox(
            new FrequenciesRow(model.frequencies()),
            new ParameterRow(model),
            problems,
            transactionBar(),
            results);
    SplitPane split = new SplitPane(editor, below);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.3);
    SplitPane.setResizableWithParent(editor, false);
    setTop(toolBar());
    setCenter(split);
    model.problem().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Its model. */
  public QueryModel model() {
    return model;
  }

  private HBox toolBar() {
    Button run = CommandControls.button(model.command("run-statement"), Feather.PLAY);
    run.getStyleClass().add("accent");
    Label message = new Label();
    message.setId("query-message");
    message.getStyleClass().add("query-note");
    message.textProperty().bind(model.message());
    Label running = new Label("Running…", Icons.of(Feather.LOADER));
    running.setId("query-running");
    running.getStyleClass().add("query-note");
    running.visibleProperty().bind(model.busy());
    running.managedProperty().bind(model.busy());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            run,
            CommandControls.button(model.command("run-all"), Feather.FAST_FORWARD),
            CommandControls.button(model.command("stop-query"), Feather.SQUARE),
            new Separator(Orientation.VERTICAL),
            CommandControls.button(model.command("frequencies"), Feather.BAR_CHART_2),
            space,
            running,
            message);
    bar.getStyleClass().add("query-bar");
    return bar;
  }

  private HBox transactionBar() {
    Label words = new Label("A transaction is open: its changes are not written yet.");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox bar =
        new HBox(
            Icons.of(Feather.GIT_COMMIT),
            words,
            small(CommandControls.button(model.command("commit"), Feather.CHECK)),
            small(CommandControls.button(model.command("roll-back"), Feather.CORNER_UP_LEFT)));
    bar.setId("transaction-bar");
    bar.getStyleClass().addAll("query-row", "transaction-bar");
    bar.visibleProperty().bind(model.transactionOpen());
    bar.managedProperty().bind(model.transactionOpen());
    return bar;
  }

  private static Button small(Button button) {
    button.getStyleClass().add("small");
    return button;
  }

  private void show(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
      editor.clearError();
    } else if (problem instanceof QueryProblem placed
        && placed.end() <= model.text().get().length()) {
      editor.markError(placed.start(), placed.end());
      Button go = new Button("Go to it");
      go.setId("go-to-error");
      go.setOnAction(event -> editor.goTo(placed.start()));
      problems.show(problem, go);
    } else {
      problems.show(problem);
    }
  }

  private void pressed(KeyEvent event) {
    for (Command command : model.commands()) {
      if (!command.key().isEmpty() && KeyCombination.valueOf(command.key()).match(event)) {
        command.run();
        event.consume();
      }
    }
  }
}
