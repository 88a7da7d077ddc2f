package org.quarry.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.OutputFile;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.TableRow;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelFile;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Staging;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/**
 * What becomes of a trained model: it is saved, and what it says of a column is staged. For the UI
 * thread.
 */
public final class UseModel {
  private final Background background;
  private final OpenDatabase open;
  private final Consumer<@Nullable Problem> problem;
  private final FillChoice fill;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable TrainingResult> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable PredictionCounts> filled =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private final SavedModels models;
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
  private final StringBinding saveFault =
      Bindings.createStringBinding(this::findSaveFault, name, result, writing);
  private final StringBinding fillFault;
  private @Nullable TrainingRows from;
  private @Nullable TrainingResult before;
  private @Nullable DataSource beforeFrom;
  private Optional<ResultChange> change = Optional.empty();
  private String trainedOn = "";

  UseModel(Background background, OpenDatabase open, Consumer<@Nullable Problem> problem) {
    this.background = background;
    this.open = open;
    this.problem = problem;
    fill = new FillChoice(open);
    models = new SavedModels(background, open, problem);
    fillFault =
        Bindings.createStringBinding(
            this::findFillFault, fill.table(), fill.column(), fill.tables(), result, writing);
  }

  /**
   * Takes the result of a training and the rows it read, or null when there is none any more.
   *
   * @param trained what was found
   * @param rows what it learned from
   */
  void offer(@Nullable TrainingResult trained, @Nullable TrainingRows rows) {
    from = rows;
    trainedOn = rows == null || trained == null ? "" : table(rows.source(), trained.data());
    if (trained != null && rows != null) {
      change =
          before != null && rows.source().equals(beforeFrom)
              ? ResultChange.of(before, trained)
              : Optional.empty();
      before = trained;
      beforeFrom = rows.source();
    }
    result.set(trained);
    saved.set("");
    filled.set(null);
    asking.set(false);
    if (trained != null) {
      name.set(trained.settings().name());
      fill.offer(trained.settings().features(), trainedOn, trained.settings().target());
    }
  }

  /** What was trained, or null. */
  public ReadOnlyObjectProperty<@Nullable TrainingResult> result() {
    return result.getReadOnlyProperty();
  }

  /** What changed since the training before on the same rows, where that can be said. */
  Optional<ResultChange> change() {
    return change;
  }

  /** The table of the rows, of a query's the one that they lead to; or empty. */
  private static String table(DataSource source, DataSet data) {
    return switch (source) {
      case DataSource.OfTable of -> of.table().name();
      case DataSource.OfQuery _ ->
          data.size() > 0 && data.identity(0) instanceof TableRow row ? row.table() : "";
    };
  }

  /** Where the rows that it was trained on are, or empty while nothing is trained. */
  Optional<DataSource> source() {
    return Optional.ofNullable(from).map(TrainingRows::source);
  }

  /** The table it was trained on, that of a query's rows where they lead to one, or empty. */
  public String trainedOn() {
    return trainedOn;
  }

  /** Where predictions go. */
  public FillChoice fill() {
    return fill;
  }

  /** The models that the file keeps. */
  SavedModels models() {
    return models;
  }

  /**
   * Whether a person is asked if the file may have a table of models, which the first save makes.
   */
  public BooleanProperty asking() {
    return asking;
  }

  /** How to get the same figures again, or empty while nothing is trained. */
  Optional<TrainingRecipe> recipe() {
    TrainingResult trained = result.get();
    TrainingRows rows = from;
    return trained == null || rows == null
        ? Optional.empty()
        : Optional.of(TrainingRecipe.of(open.database().file(), rows, trained));
  }

  /** Writes the trained model to a file of its own. */
  void export(Path file) {
    TrainingResult trained = result.get();
    if (trained != null) {
      Model model = name.get().isBlank() ? trained.model() : trained.model().named(name.get());
      models.writeFile("Writing " + file.getFileName(), file, () -> ModelFile.write(model, file));
    }
  }

  /** Writes the same experiment as a script for scikit-learn. */
  void exportScript(Path file) {
    recipe()
        .flatMap(TrainingRecipe::script)
        .ifPresent(
            script ->
                models.writeFile(
                    "Writing " + file.getFileName(), file, () -> OutputFile.write(file, script)));
  }

  /** The name to save it by. */
  public StringProperty name() {
    return name;
  }

  /** The name it was saved by, or empty. */
  public ReadOnlyStringProperty saved() {
    return saved.getReadOnlyProperty();
  }

  /** What came of the last filling, or null. */
  public ReadOnlyObjectProperty<@Nullable PredictionCounts> filled() {
    return filled.getReadOnlyProperty();
  }

  /** Whether something is being written. */
  public ReadOnlyBooleanProperty writing() {
    return writing.getReadOnlyProperty();
  }

  /** Why it cannot be saved now, a sentence, or empty. */
  public StringBinding saveFault() {
    return saveFault;
  }

  /** Why no column can be filled now, a sentence, or empty. */
  public StringBinding fillFault() {
    return fillFault;
  }

  /**
   * Saves it, or asks first where the file has no table of models yet; when that is {@link #asking}
   * already, it may be made.
   *
   * @param replace whether in place of one of the same name
   */
  public void save(boolean replace) {
    TrainingResult trained = result.get();
    if (trained == null || !saveFault.get().isEmpty()) {
      return;
    }
    if (!asking.get() && open.schema().get().table(ModelStore.TABLE).isEmpty()) {
      asking.set(true);
      return;
    }
    asking.set(false);
    String by = name.get().strip();
    Model model = trained.model().named(by);
    write(
        trained,
        "Saving model " + by,
        monitor -> {
          new ModelStore(open.database()).save(model, replace, monitor);
          return by;
        },
        kept -> {
          saved.set(kept);
          open.written();
        });
  }

  /** Stages what the model says of the chosen column, as one step. */
  public void fillColumn() {
    TrainingResult trained = result.get();
    if (trained == null || !fillFault.get().isEmpty()) {
      return;
    }
    filled.set(null);
    String table = fill.table().get();
    write(
        trained,
        "Predicting " + fill.column().get(),
        fill.work(trained.model()),
        edits ->
            open.staging()
                .start(
                    "Staging predictions for " + table,
                    edits.edits().size() >= Staging.LARGE,
                    (draft, monitor) ->
                        draft.stage("predict", table, edits.edits(), List.of(), monitor),
                    () -> filled.set(edits.counts()),
                    problem));
  }

  /** What is told of a result that was replaced meanwhile is dropped. */
  private <T> void write(TrainingResult of, String title, Work<T> work, Consumer<T> done) {
    problem.accept(null);
    writing.set(true);
    background.start(
        title,
        work,
        written -> {
          writing.set(false);
          if (of.equals(result.get())) {
            done.accept(written);
          }
        },
        failure -> {
          writing.set(false);
          problem.accept(failure);
        },
        () -> writing.set(false));
  }

  private Optional<String> commonFault() {
    if (result.get() == null) {
      return Optional.of("Nothing is trained yet.");
    }
    if (!open.database().access().writable()) {
      return Optional.of("The file is open for reading only. " + open.database().access().reason());
    }
    return writing.get() ? Optional.of("Quarry is writing.") : Optional.empty();
  }

  private String findSaveFault() {
    return commonFault().orElse(name.get().isBlank() ? "Give the model a name." : "");
  }

  private String findFillFault() {
    return commonFault().orElseGet(fill::fault);
  }

  void close() {
    models.close();
    fill.close();
  }
}
