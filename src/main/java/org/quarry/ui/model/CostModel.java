package org.quarry.ui.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.StratifiedSample;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingCost;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/** What a training on many rows costs, measured on few of them. For the UI thread. */
public final class CostModel {
  private final Database database;
  private final Training training;
  private final Latest measuring;
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private @Nullable Question asked;

  /**
   * What is asked.
   *
   * @param source where the rows are
   * @param settings what is to be trained
   * @param rows how many rows it would be trained on
   */
  record Question(DataSource source, TrainingSettings settings, long rows) {}

  /** Makes one for a file; nothing is measured yet. */
  CostModel(Background background, Database database, Training training) {
    this.database = database;
    this.training = training;
    measuring = new Latest(background);
  }

  /** What all rows cost, or that it is being measured; empty when nothing was asked. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** Measures, unless this was asked last. */
  void ask(Question question) {
    if (question.equals(asked)) {
      return;
    }
    asked = question;
    say(question, "what they cost is being measured…");
    measuring.start(
        "Measuring what a training costs",
        monitor -> measure(question, monitor),
        seconds ->
            say(
                question,
                "about " + Texts.nanos((long) (seconds * 1e9)) + " on this machine, as measured."),
        problem -> fail(question, problem));
  }

  private double measure(Question question, Monitor monitor) {
    TrainingSettings settings = question.settings();
    Rows sample =
        StratifiedSample.read(
            database,
            question.source(),
            settings.roles(),
            TrainingCost.SAMPLE,
            settings.split().seed(),
            monitor);
    monitor.report(0, Monitor.UNKNOWN, "Training on few rows");
    return training.expectedSeconds(sample, question.rows(), settings, monitor);
  }

  private void say(Question question, String what) {
    sentence.set(Texts.number(question.rows()) + " rows to train on are many: " + what);
  }

  private void fail(Question question, Problem problem) {
    say(question, "what they cost could not be measured. " + problem.what());
  }

  /** Stops measuring and forgets what was found. */
  void forget() {
    measuring.cancel();
    asked = null;
    sentence.set("");
  }
}
