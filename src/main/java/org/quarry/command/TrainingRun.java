package org.quarry.command;

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
import org.quarry.learning.search.NumberList;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.KeptSearches;
import org.quarry.learning.training.SearchStores;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
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
   * What came of it.
   *
   * @param result what the training found
   * @param proposed the roles that were proposed, a line for each column, or empty
   * @param lost why the model could not be saved, or null when it was or was not to be
   */
  record Trained(TrainingResult result, List<String> proposed, @Nullable RuntimeException lost) {}

  /** Reads what was asked. */
  TrainingRun(TrainCommand asked, Surroundings surroundings) {
    this.asked = asked;
    this.surroundings = surroundings;
    validation = asked.check.validation(asked.columns.group != null);
    asked.check.strategy();
    asked.check.solver();
    try {
      split = Split.parse(asked.split);
      candidates = grid(asked).candidates();
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }

  /** Trains and saves. What forbids saving is met before the training where it is there already. */
  Trained run(Monitor monitor) {
    try (Database database = OpenFile.of(asked.file)) {
      ModelStore store = new ModelStore(database);
      ChosenRoles chosen = ChosenRoles.of(asked.columns, database, monitor);
      TrainingSettings settings =
          new TrainingSettings(
              name(store, monitor),
              chosen.roles(),
              split,
              validation,
              candidates,
              asked.check.strategy(),
              asked.check.solver());
      Rows rows = chosen.source().read(database, chosen.roles(), monitor);
      TrainingResult result =
          new Training(
                  WekaHome.at(surroundings.wekaFolder()),
                  new Workers(surroundings.executor(), surroundings.parallelism()),
                  InstantSource.system(),
                  asked.resume ? new KeptSearches(surroundings.searchFolder()) : SearchStores.NONE)
              .run(rows, settings, ScoreListener.NONE, monitor);
      return new Trained(
          result, chosen.proposed(), asked.noSave ? null : save(store, result, monitor));
    }
  }

  /** Why it failed, or null: a search of hours is not to be lost for a lock of a moment. */
  private @Nullable RuntimeException save(
      ModelStore store, TrainingResult result, Monitor monitor) {
    try {
      store.save(result.model(), asked.replace, monitor);
      return null;
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (RuntimeException lost) {
      return lost;
    }
  }

  /** The grid of a name, but for the lists that were given. */
  private static ParameterGrid grid(TrainCommand asked) {
    ParameterGrid named =
        switch (asked.grid) {
          case NOTEBOOK -> ParameterGrid.notebook();
        };
    return new ParameterGrid(
        asked.c == null ? named.cs() : NumberList.parse(asked.c),
        asked.gamma == null ? named.gammas() : NumberList.parse(asked.gamma),
        asked.kernels.isEmpty()
            ? named.shapes()
            : asked.kernels.stream().map(String::strip).distinct().map(Kernel.Shape::of).toList(),
        asked.degree,
        asked.coef0,
        asked.classWeight.weighting());
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
