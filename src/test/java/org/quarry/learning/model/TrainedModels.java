package org.quarry.learning.model;

import java.util.List;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.work.Monitor;

/** Models of the reference's rows, trained at once. */
public final class TrainedModels {
  private TrainedModels() {}

  /** The notebook's winner by a name, on the columns that the sample has. */
  public static Model tumours(String name) throws Exception {
    Rows rows = Reference.rows("breast_cancer.csv");
    List<String> columns = rows.columns().stream().map(each -> each.replace(' ', '_')).toList();
    return train(
        name,
        new Rows(columns, rows.rows()),
        List.of("mean_concavity", "worst_area", "mean_area"),
        "target");
  }

  /** A model of some rows by the notebook's best candidate. */
  public static Model train(String name, Rows rows, List<String> features, String target) {
    TrainingSettings settings =
        new TrainingSettings(
            name,
            features,
            target,
            Split.DEFAULT,
            3,
            List.of(new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10)),
            false);
    return new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
        .run(rows, settings, ScoreListener.NONE, Monitor.NONE)
        .model();
  }
}
