package org.quarry.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.OutputFile;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelFile;
import org.quarry.learning.model.ModelStore;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/** The models that a file keeps, and what can be done with them. For the UI thread. */
final class SavedModels {
  private final Background background;
  private final OpenDatabase open;
  private final Consumer<@Nullable Problem> problem;
  private final ModelStore store;
  private final Latest reading;
  private final Runnable written = this::read;
  private final ObservableList<ModelStore.Saved> all = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");

  /** Makes the list of a file and begins to read it. */
  SavedModels(Background background, OpenDatabase open, Consumer<@Nullable Problem> problem) {
    this.background = background;
    this.open = open;
    this.problem = problem;
    store = new ModelStore(open.database());
    reading = new Latest(background);
    open.onWritten(written);
    read();
  }

  /** The models by name. */
  ObservableList<ModelStore.Saved> all() {
    return all;
  }

  /** What was done last, a sentence, or empty. */
  ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  private void read() {
    if (open.schema().get().table(ModelStore.TABLE).isEmpty()) {
      reading.cancel();
      all.clear();
      return;
    }
    reading.start("Reading the models", store::list, all::setAll, problem);
  }

  /** Deletes a model from the file. */
  void delete(String name) {
    change(
        "Deleting model " + name,
        monitor -> {
          store.delete(name, monitor);
          return "Deleted " + name + ".";
        });
  }

  /** Gives a model another name. */
  void rename(String old, String name) {
    if (!old.equals(name)) {
      change(
          "Renaming model " + old,
          monitor -> {
            store.rename(old, name, monitor);
            return old + " is now " + name + ".";
          });
    }
  }

  /** Writes a model to a file of its own. */
  void export(String name, Path file) {
    start(
        "Writing " + file.getFileName(),
        monitor -> {
          ModelFile.write(store.find(name, monitor), file);
          return "Wrote " + file.getFileName() + ".";
        },
        false);
  }

  /** Keeps the model of a file; one of its name is not replaced. */
  void take(Path file) {
    change(
        "Reading " + file.getFileName(),
        monitor -> {
          Model model = ModelFile.read(file);
          store.save(model, false, monitor);
          return "Kept " + model.origin().name() + ".";
        });
  }

  /** Something that writes a file. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  /** Writes a file in the background and says so. */
  void writeFile(String title, Path file, Writing writing) {
    start(
        title,
        monitor -> {
          try {
            writing.write();
          } catch (IOException failed) {
            throw new LearningProblem.ModelFileFailed(
                "The file " + file + " cannot be written.",
                OutputFile.reason(failed),
                "Choose another place.",
                failed);
          }
          return "Wrote " + file.getFileName() + ".";
        },
        false);
  }

  private void change(String title, Work<String> work) {
    start(title, work, true);
  }

  private void start(String title, Work<String> work, boolean changes) {
    problem.accept(null);
    done.set("");
    background.start(
        title,
        work,
        said -> {
          done.set(said);
          if (changes) {
            open.written();
          }
        },
        problem);
  }

  void close() {
    reading.cancel();
    open.removeOnWritten(written);
  }
}
