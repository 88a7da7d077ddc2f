package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Stopping;

class TrainingCostTest {
  @TempDir Path folder;

  private final Rows rows;
  private final TrainingSettings settings =
      TrainingSettings.notebook("cost", Reference.FEATURES, "target");

  TrainingCostTest() throws IOException {
    rows = Reference.rows("breast_cancer.csv");
  }

  private Training training() {
    return new Training(WekaHome.at(folder), Workers.onCallingThread(), InstantSource.system());
  }

  @Test
  void aHundredTimesTheRowsCostMuchMoreThanAHundredTimesAsMuch() {
    Training training = training();
    double few = training.expectedSeconds(rows, 10_000, settings, Monitor.NONE);
    double many = training.expectedSeconds(rows, 1_000_000, settings, Monitor.NONE);
    assertThat(few).isPositive();
    assertThat(many / few).isBetween(400.0, 1_000_000.0);
  }

  @Test
  void validatingTheSearchCostsMore() {
    Training training = training();
    TrainingSettings nested =
        settings.with(settings.validation().with(settings.validation().metric(), true));
    assertThat(training.expectedSeconds(rows, 100_000, nested, Monitor.NONE))
        .isGreaterThan(training.expectedSeconds(rows, 10_000, settings, Monitor.NONE) * 10);
  }

  @Test
  void itStopsWhenAskedAndRefusesWhatCannotBeTrained() {
    assertThatThrownBy(
            () -> training().expectedSeconds(rows, 100_000, settings, new Stopping(() -> true)))
        .isInstanceOf(Cancelled.class);
    TrainingSettings other =
        new TrainingSettings(
            "cost", List.of("no such"), "target", Split.DEFAULT, 3, settings.candidates(), false);
    assertThatThrownBy(() -> training().expectedSeconds(rows, 100_000, other, Monitor.NONE))
        .isInstanceOf(LearningProblem.UnknownColumn.class);
  }
}
