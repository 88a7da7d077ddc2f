package org.quarry.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.training.KeptSearches;
import org.quarry.learning.training.SearchStores;
import org.quarry.learning.training.StockComparison;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/** The work of {@link TrainCommand}. */
final class TrainingRun {
  private final TrainCommand asked;
  private final Surroundings surroundings;
  private final Split split;
  private final List<Candidate> candidates;
  private final Validation validation;

  /**
   * What is to be trained on which rows.
   *
   * @param rows where the rows are
   * @param settings what is trained
   * @param proposed the roles that were proposed, a line for each column, or empty
   */
  record Asked(TrainingRows rows, TrainingSettings settings, List<String> proposed) {}

  /**
   * What came of it.
   *
   * @param asked what was trained
   * @param result what the training found
   * @param compared stock SMO beside it, or null when that was not asked
   * @param lost why the model or the report could not be written, or null when they were or were
   *     not to be
   */
  record Trained(
      Asked asked,
      TrainingResult result,
      @Nullable StockComparison compared,
      @Nullable RuntimeException lost) {}

  /** Reads what was asked. */
  TrainingRun(TrainCommand asked, Surroundings surroundings) {
    this.asked = asked;
    this.surroundings = surroundings;
    validation = asked.check.validation(asked.columns.group != null);
    asked.check.strategy();
    asked.check.solver();
    candidates = asked.grid.candidates();
    try {
      split = Split.parse(asked.split);
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }

  /** Trains and saves. What forbids saving is met before the training where it is there already. */
  Trained run(Monitor monitor) {
    if (asked.report != null) {
      ReportFile.requireFolder(asked.report);
    }
    try (Database database = OpenFile.of(asked.file)) {
      ModelStore store = new ModelStore(database);
      Asked what = ask(database, name(store, monitor), monitor);
      Rows rows = what.rows().read(database, what.settings(), monitor);
      Training training =
          new Training(
              WekaHome.at(surroundings.wekaFolder()),
              new Workers(surroundings.executor(), surroundings.parallelism()),
              InstantSource.system(),
              asked.resume ? new KeptSearches(surroundings.searchFolder()) : SearchStores.NONE);
      TrainingResult result = training.run(rows, what.settings(), ScoreListener.NONE, monitor);
      StockComparison compared =
          asked.stock
              ? training.compareWithStock(rows, what.settings(), result.best().candidate(), monitor)
              : null;
      RuntimeException unsaved =
          asked.noSave ? null : kept(() -> store.save(result.model(), asked.replace, monitor));
      Path page = asked.report;
      RuntimeException unwritten =
          page == null
              ? null
              : kept(() -> ReportFile.write(page, training.report(result), monitor));
      return new Trained(what, result, compared, unsaved == null ? unwritten : unsaved);
    }
  }

  /** What the options say of this file. Blocks on the disk. */
  Asked ask(Database database, String name, Monitor monitor) {
    ChosenRoles chosen = ChosenRoles.of(asked.columns, database, monitor);
    Long sample = asked.columns.sample;
    return new Asked(
        new TrainingRows(chosen.source(), sample == null ? TrainingRows.ALL : sample),
        new TrainingSettings(
            name,
            chosen.roles(),
            split,
            validation,
            candidates,
            asked.check.strategy(),
            asked.check.solver()),
        chosen.proposed());
  }

  /** Why it failed, or null: a search of hours is not to be lost for a lock of a moment. */
  private static @Nullable RuntimeException kept(Runnable writing) {
    try {
      writing.run();
      return null;
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (RuntimeException lost) {
      return lost;
    }
  }

  private String name(ModelStore store, Monitor monitor) {
    if (asked.noSave) {
      return asked.columns.target;
    }
    store.requireWritable(monitor);
    Set<String> taken =
        store.list(monitor).stream().map(ModelStore.Saved::name).collect(Collectors.toSet());
    if (asked.name != null) {
      if (taken.contains(asked.name) && !asked.replace) {
        throw new CommandProblem.NameTaken(asked.name);
      }
      return asked.name;
    }
    String name = asked.columns.target;
    for (int i = 2; taken.contains(name); i++) {
      name = asked.columns.target + "-" + i;
    }
    return name;
  }
}
