package org.quarry.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Table;
import org.quarry.learning.Candidate;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.ModelStore;
import org.quarry.learning.ParameterGrid;
import org.quarry.learning.Rows;
import org.quarry.learning.ScoreListener;
import org.quarry.learning.Split;
import org.quarry.learning.TableData;
import org.quarry.learning.Training;
import org.quarry.learning.TrainingResult;
import org.quarry.learning.TrainingSettings;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.work.Monitor;

/** The work of {@link TrainCommand}. */
final class TrainingRun {
  private final TrainCommand asked;
  private final Surroundings surroundings;
  private final Split split;

  /** Reads what was asked. */
  TrainingRun(TrainCommand asked, Surroundings surroundings) {
    this.asked = asked;
    this.surroundings = surroundings;
    try {
      split = Split.parse(asked.split);
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }

  /** Trains and saves; a model that could not be saved is not trained. */
  TrainingResult run(Monitor monitor) {
    try (Database database = Database.open(asked.file)) {
      Table table = Tables.find(database, asked.table, monitor);
      ModelStore store = new ModelStore(database);
      TrainingSettings settings =
          new TrainingSettings(
              name(database, store, monitor),
              asked.features,
              asked.target,
              split,
              asked.folds,
              candidates(),
              asked.scaleBeforeFolds);
      Rows rows = TableData.read(database, table, asked.features, asked.target, monitor);
      TrainingResult result =
          new Training(
                  WekaHome.at(surroundings.wekaFolder()),
                  new Workers(surroundings.executor(), surroundings.parallelism()),
                  InstantSource.system())
              .run(rows, settings, ScoreListener.NONE, monitor);
      if (!asked.noSave) {
        store.save(result.model(), asked.replace, monitor);
      }
      return result;
    }
  }

  private List<Candidate> candidates() {
    return switch (asked.grid) {
      case NOTEBOOK -> ParameterGrid.notebook().candidates();
    };
  }

  private String name(Database database, ModelStore store, Monitor monitor) {
    if (asked.noSave) {
      return asked.target;
    }
    if (!database.access().writable()) {
      throw new DatabaseProblem.ReadOnly(database.name(), database.access().reason(), null);
    }
    Set<String> taken =
        store.list(monitor).stream().map(ModelStore.Saved::name).collect(Collectors.toSet());
    if (asked.name != null) {
      if (taken.contains(asked.name) && !asked.replace) {
        throw new CommandProblem.NameTaken(asked.name);
      }
      return asked.name;
    }
    String name = asked.target;
    for (int i = 2; taken.contains(name); i++) {
      name = asked.target + "-" + i;
    }
    return name;
  }
}
