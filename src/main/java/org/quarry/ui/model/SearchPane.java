package org.quarry.ui.model;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.quarry.ui.kit.Texts;

/** What the search finds: heat maps, the chosen candidate and the leaderboard; or the runs. */
final class SearchPane extends BorderPane {
  /** Where the candidate stands beside the leaderboard instead of above it. */
  private static final double WIDE = 700;

  private static final double DETAIL = 308;
  private static final double NARROW_DETAIL = 152;

  private final TrainingRun run;
  private final Label headline = Parts.heading("");
  private final Label best = Parts.words("model-best", "secondary");
  private final ToggleButton runs = new ToggleButton("Runs");

  SearchPane(ModelModel model) {
    this.run = model.run();
    setId("model-scores-pane");
    getStyleClass().add("model-pane");
    getStylesheets()
        .add(Objects.requireNonNull(SearchPane.class.getResource("search.css")).toExternalForm());
    Node board = board(model);
    RunsPane past = new RunsPane(run.history(), model.past());
    setTop(head(board, past));
    setCenter(new StackPane(board, past));
    Parts.whenever(this::tell, run.done(), run.running(), run.result(), run.paused());
    run.history().runs().subscribe(() -> count());
    count();
  }

  private HBox head(Node board, Node past) {
    headline.setId("model-scores-headline");
    headline.setMinWidth(Region.USE_PREF_SIZE);
    best.setMinHeight(Region.USE_PREF_SIZE);
    best.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(best, Priority.ALWAYS);
    ToggleButton scores = new ToggleButton("Scores");
    scores.setId("show-scores");
    runs.setId("show-runs");
    scores.getStyleClass().add("left-pill");
    runs.getStyleClass().add("right-pill");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(scores, runs);
    group
        .selectedToggleProperty()
        .addListener(
            (observed, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              }
            });
    scores.setSelected(true);
    runs.selectedProperty()
        .subscribe(
            shown -> {
              Parts.show(board, !shown);
              Parts.show(past, shown);
            });
    HBox pills = new HBox(scores, runs);
    pills.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(16, headline, best, pills);
    head.getStyleClass().add("model-pane-head");
    return head;
  }

  private static Node board(ModelModel model) {
    CandidatePane candidate = new CandidatePane(model.scores(), model.data());
    LeaderBoard leaders = new LeaderBoard(model.scores());
    VBox.setVgrow(leaders, Priority.ALWAYS);
    leaders.setMinHeight(96);
    BorderPane lower = new BorderPane(leaders);
    VBox.setVgrow(lower, Priority.ALWAYS);
    lower
        .widthProperty()
        .subscribe(
            width -> {
              boolean wide = width.doubleValue() >= WIDE;
              lower.setTop(wide ? null : candidate);
              lower.setRight(wide ? candidate : null);
              candidate.setPrefWidth(wide ? DETAIL : Region.USE_COMPUTED_SIZE);
              candidate.setMaxHeight(wide ? Double.MAX_VALUE : NARROW_DETAIL);
            });
    HeatPane heat = new HeatPane(model.scores());
    VBox board = new VBox(heat, lower);
    board.heightProperty().subscribe(height -> heat.setScreen(height.doubleValue()));
    return board;
  }

  private void count() {
    int count = run.history().runs().size();
    runs.setText(count == 0 ? "Runs" : "Runs " + Texts.number(count));
  }

  private String scored() {
    long complete = run.scores().stream().filter(ScoreRow::complete).count();
    return "%s of %s scored%s"
        .formatted(
            Texts.number(complete),
            Texts.count(run.scores().size(), "candidate"),
            complete == 0 ? "" : ", the best on top");
  }

  private void tell() {
    var result = run.result().get();
    if (result != null) {
      headline.setText(Texts.count(result.candidates().size(), "candidate"));
      best.setText(
          "Best: %s, mean %s %s"
              .formatted(
                  result.best().candidate().text(),
                  run.text().metric().text(),
                  run.text().four(result.best().mean())));
    } else if (run.running().get()) {
      headline.setText(run.paused().get() ? "Paused" : "Searching");
      best.setText(run.paused().get() ? "Resume, and the search goes on." : scored());
    } else {
      headline.setText("Scores");
      best.setText("");
    }
  }
}
