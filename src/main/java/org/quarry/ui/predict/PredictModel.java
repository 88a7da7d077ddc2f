package org.quarry.ui.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.NewColumn;
import org.quarry.database.schema.Table;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingCost;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** Predicts one column of a table and stages what it becomes. For the UI thread. */
public final class PredictModel {
  /** How many rows can be learned from at most; of more a stratified sample is drawn. */
  static final List<Long> MOST = List.of(5_000L, 20_000L, TrainingCost.MANY_ROWS);

  private final OpenDatabase open;
  private final Training training;
  private final String tableName;
  private final String column;
  private final Latest looking;
  private final ReadOnlyObjectWrapper<@Nullable Proposal> proposal = new ReadOnlyObjectWrapper<>();
  private final ObservableSet<String> features = FXCollections.observableSet();
  private final ObjectProperty<Long> most = new SimpleObjectProperty<>(MOST.getFirst());
  private final BooleanProperty beside = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Prediction> prediction =
      new ReadOnlyObjectWrapper<>();
  private final PredictionRun run;
  private final StagingModel staging;
  private final BooleanBinding busy;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final StringBinding fault;
  private final StringBinding stagedNote;
  private final Command predict;
  private final Command stop;
  private final Command stage;
  private final Runnable written = this::forget;

  /**
   * Makes the screen of a column and begins to look at the table.
   *
   * @param table a table that can be written to
   * @param column one of its columns, which is no key
   */
  public PredictModel(
      Background background, OpenDatabase open, Training training, Table table, String column) {
    this.open = open;
    this.training = training;
    this.tableName = table.name();
    this.column = column;
    looking = new Latest(background);
    staging = new StagingModel(background, open, tableName, new Outcome());
    run = new PredictionRun(background);
    run.progress().subscribe(far -> progress.set(far.doubleValue()));
    busy = run.underWay().or(staging.underWay());
    staging.progress().subscribe(far -> progress.set(far.doubleValue()));
    fault = Bindings.createStringBinding(this::findFault, proposal, features, beside);
    stagedNote = Bindings.createStringBinding(this::findStagedNote, open.staged());
    predict =
        new Command("preview-prediction", "Train and preview", "Shortcut+Enter", this::start)
            .when(fault.isEmpty().and(busy.not()));
    stop = new Command("stop-predicting", "Stop", "", this::stop).when(busy);
    stage =
        new Command("stage-predictions", "Stage", "", this::stage)
            .when(Bindings.createBooleanBinding(this::canStage, prediction, busy));
    stage.title().bind(Bindings.createStringBinding(this::stageTitle, prediction));
    features.addListener((SetChangeListener<String>) change -> outdate());
    beside.addListener((property, was, is) -> outdate());
    most.addListener((property, was, is) -> outdate());
    open.onWritten(written);
    look(true);
  }

  /** The table. */
  public String table() {
    return tableName;
  }

  /** The column that is predicted. */
  public String column() {
    return column;
  }

  /** What it could be predicted from, or null until all rows are looked at. */
  public ReadOnlyObjectProperty<@Nullable Proposal> proposal() {
    return proposal.getReadOnlyProperty();
  }

  /** The columns to learn from; what is proposed to begin with. */
  public ObservableSet<String> features() {
    return features;
  }

  /** How many rows to learn from at most, one of {@link #MOST}. */
  ObjectProperty<Long> most() {
    return most;
  }

  /** That only some of the rows are learned from, a sentence, or empty. */
  String sampling() {
    Proposal looked = proposal.get();
    return looked == null || looked.rows() <= most.get()
        ? ""
        : "A stratified sample of %s is learned from, drawn by the seed %d: each class has its share. The whole table is predicted."
            .formatted(Texts.count(most.get(), "row"), Prediction.SEED);
  }

  /** What is made of edits that are staged and not written, a sentence, or empty. */
  StringBinding stagedNote() {
    return stagedNote;
  }

  private String findStagedNote() {
    int staged = open.staged().get();
    return staged == 0
        ? ""
        : "%s %s not written yet: nothing is learned from %s, but values count where rows are predicted."
            .formatted(
                Texts.count(staged, "staged edit"),
                staged == 1 ? "is" : "are",
                staged == 1 ? "it" : "them");
  }

  /** Whether all rows are predicted into columns of their own, not the NULLs of the column. */
  public BooleanProperty beside() {
    return beside;
  }

  /** What the training says, or null before it and after a choice was changed. */
  public ReadOnlyObjectProperty<@Nullable Prediction> prediction() {
    return prediction.getReadOnlyProperty();
  }

  /** Whether a training or the staging of what it says is under way. */
  public BooleanBinding busy() {
    return busy;
  }

  /** How far it is, 0 to 1, or a negative number while that is not known. */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** What was staged last, a sentence, or empty. */
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** What went wrong last, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Why nothing can be predicted now, a sentence, or empty. */
  public StringBinding fault() {
    return fault;
  }

  /** Trains, and computes what would be staged. */
  public Command predict() {
    return predict;
  }

  /** Stops the training or the staging; nothing is kept of it. */
  public Command stopPredicting() {
    return stop;
  }

  /** Stages the predictions as one step. */
  public Command stagePredictions() {
    return stage;
  }

  private Optional<Table> found() {
    return open.schema().get().table(tableName);
  }

  /** Looks at the rows; {@code anew} takes what is proposed in place of what is chosen. */
  private void look(boolean anew) {
    Optional<Table> table = found();
    if (table.isEmpty() || table.get().column(column).isEmpty()) {
      proposal.set(null);
      return;
    }
    looking.start(
        "Looking at " + tableName,
        monitor -> Proposal.of(open.database(), table.get(), column, monitor),
        taken -> {
          proposal.set(taken);
          if (anew) {
            features.addAll(taken.proposed());
          } else {
            features.retainAll(taken.possible());
          }
        },
        problem::set);
  }

  private String findFault() {
    Proposal looked = proposal.get();
    if (looked == null) {
      return found().isEmpty() ? "The table is gone." : "Looking at the rows…";
    }
    if (!open.database().access().writable()) {
      return "The file is open for reading only. " + open.database().access().reason();
    }
    if (!looked.fault(column).isEmpty()) {
      return looked.fault(column);
    }
    if (features.isEmpty()) {
      return "Choose at least one column to learn from.";
    }
    return looked.waiting() == 0 && !beside.get()
        ? "“%s” is set in every row, so there is nothing to fill. Add columns instead."
            .formatted(column)
        : "";
  }

  private void start() {
    Optional<Table> table = found();
    Proposal looked = proposal.get();
    if (table.isEmpty() || looked == null) {
      return;
    }
    outdate();
    problem.set(null);
    run.start(
        "Predicting " + column,
        Prediction.work(
            training,
            open.database(),
            new Prediction.Wish(
                table.get(),
                looked.roles(column, features),
                most.get(),
                beside.get(),
                open.journal().rows())),
        prediction::set,
        problem::set);
  }

  private void stop() {
    run.stop();
    staging.stop();
  }

  private boolean canStage() {
    Prediction known = prediction.get();
    return known != null && !known.edits().edits().isEmpty() && !busy.get();
  }

  private String stageTitle() {
    Prediction known = prediction.get();
    return known == null
        ? "Stage the predictions"
        : "Stage " + Texts.count(known.edits().edits().size(), "edit");
  }

  private void stage() {
    Prediction known = prediction.get();
    if (known != null && found().isPresent()) {
      problem.set(null);
      staging.start(known);
    }
  }

  /** What comes of staging. */
  private final class Outcome implements StagingModel.Listener {
    @Override
    public void staged(Prediction known, int edits) {
      prediction.set(null);
      List<String> added = known.columns().added().stream().map(NewColumn::name).toList();
      String columns =
          added.isEmpty()
              ? ""
              : " The columns %s were added; undo takes them away again."
                  .formatted(String.join(", ", added));
      List<String> sentences = new ArrayList<>();
      sentences.add("Staged %s.%s".formatted(Texts.count(edits, "edit"), columns));
      sentences.addAll(known.edits().counts().remarks(Texts::number));
      sentences.add("Look at them in %s, then write or undo them.".formatted(tableName));
      done.set(String.join("\n", sentences));
    }

    @Override
    public void failed(Problem why) {
      problem.set(why);
    }
  }

  /** A choice was changed: what was predicted with another is no longer shown. */
  private void outdate() {
    prediction.set(null);
    done.set("");
  }

  /** The rows may be others now. */
  private void forget() {
    prediction.set(null);
    staging.schemaRead();
    look(false);
  }

  /** What can be done, for the menu. */
  public List<Command> commands() {
    return Stream.of(predict, stop, stage).toList();
  }

  /** Stops everything that is under way for this screen. */
  public void close() {
    open.removeOnWritten(written);
    looking.cancel();
    stop();
    staging.close();
  }
}
