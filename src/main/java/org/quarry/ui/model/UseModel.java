package org.quarry.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.model.ColumnPrediction;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/** What becomes of a trained model: it is saved, and fills a column. For the UI thread. */
public final class UseModel {
  private final Background background;
  private final OpenDatabase open;
  private final Consumer<@Nullable Problem> problem;
  private final FillChoice fill;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable TrainingResult> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ColumnPrediction.@Nullable Result> filled =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
  private final StringBinding saveFault =
      Bindings.createStringBinding(this::findSaveFault, name, result, writing);
  private final StringBinding fillFault;
  private String trainedOn = "";

  UseModel(Background background, OpenDatabase open, Consumer<@Nullable Problem> problem) {
    this.background = background;
    this.open = open;
    this.problem = problem;
    fill = new FillChoice(open);
    fillFault =
        Bindings.createStringBinding(
            this::findFillFault, fill.table(), fill.column(), fill.tables(), result, writing);
  }

  /** Takes the result of a training on a table, or null when there is none any more. */
  void offer(@Nullable TrainingResult trained, String table) {
    result.set(trained);
    saved.set("");
    filled.set(null);
    trainedOn = table;
    if (trained != null) {
      name.set(trained.settings().name());
      fill.offer(trained.settings().features(), table, trained.settings().target());
    }
  }

  /** What was trained, or null. */
  public ReadOnlyObjectProperty<@Nullable TrainingResult> result() {
    return result.getReadOnlyProperty();
  }

  /** The table it was trained on, or empty. */
  public String trainedOn() {
    return trainedOn;
  }

  /** Where predictions go. */
  public FillChoice fill() {
    return fill;
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
  public ReadOnlyObjectProperty<ColumnPrediction.@Nullable Result> filled() {
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

  /** Saves it; {@code replace} says whether in place of one of the same name. */
  public void save(boolean replace) {
    TrainingResult trained = result.get();
    if (trained == null || !saveFault.get().isEmpty()) {
      return;
    }
    String by = name.get().strip();
    Model model = trained.model().named(by);
    write(
        trained,
        "Saving model " + by,
        monitor -> {
          new ModelStore(open.database()).save(model, replace, monitor);
          return by;
        },
        saved::set);
  }

  /** Writes what the model says into the chosen column, in one transaction. */
  public void fillColumn() {
    TrainingResult trained = result.get();
    if (trained == null || !fillFault.get().isEmpty()) {
      return;
    }
    filled.set(null);
    write(trained, "Filling " + fill.column().get(), fill.work(trained.model()), filled::set);
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
          open.written();
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
    fill.close();
  }
}
