package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.work.Monitor;

/** Both solvers side by side, and what is told before a long training. */
class StockComparisonTest {
  private static final Training TRAINING =
      new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK);

  @Test
  void onTheNotebooksHoldOutBothSayTheSame() throws Exception {
    StockComparison compared =
        TRAINING.compareWithStock(
            Reference.rows("breast_cancer.csv"),
            TrainingSettings.notebook("n", Reference.FEATURES, "target"),
            new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10),
            Monitor.NONE);
    assertThat(compared.heldOut()).isTrue();
    assertThat(compared.rows()).hasSize(114);
    assertThat(compared.agreeing()).isEqualTo(114);
    assertThat(compared.ownVectors()).isEqualTo(74);
    assertThat(compared.difference()).isPositive().isLessThan(0.02);
  }

  @Test
  void aSampleKeepsTheProportionOfTheClassesAndTheOrderOfTheRows() throws Exception {
    Rows rows = Reference.rows("breast_cancer.csv");
    TrainingSettings settings = TrainingSettings.notebook("n", Reference.FEATURES, "target");
    Rows sample = Training.sample(rows, settings, 100, 1);
    DataSet data = DataSet.of(sample, Reference.FEATURES, "target");
    long malignant = IntStream.range(0, data.size()).filter(i -> data.label(i) == 0).count();
    // 212 of 569 and 357 of 569, each rounded up.
    assertThat(malignant).isEqualTo(38);
    assertThat(data.size()).isEqualTo(38 + 63);
    assertThat(sample.rows()).isSubsetOf(rows.rows());
    assertThat(sample.rows())
        .isSortedAccordingTo(
            (one, other) -> Long.compare((Long) one.identity(), (Long) other.identity()));
    assertThat(Training.sample(rows, settings, 100, 2).rows()).isNotEqualTo(sample.rows());
    assertThat(Training.sample(rows, settings, 1000, 1).rows()).hasSize(569);
  }

  @Test
  void moreRowsAreExpectedToTakeLonger() {
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      long label = i % 2;
      rows.add(
          new Row(
              (long) i,
              List.of(random.nextGaussian() + 4 * label, random.nextGaussian() - label, label)));
    }
    TrainingSettings settings = TrainingSettings.notebook("n", List.of("x", "y"), "class");
    List<String> columns = List.of("x", "y", "class");
    CostEstimate large = TRAINING.estimate(new Rows(columns, rows), settings, Monitor.NONE);
    CostEstimate small =
        TRAINING.estimate(new Rows(columns, rows.subList(0, 6000)), settings, Monitor.NONE);
    assertThat(large.rows()).isEqualTo(60_000);
    assertThat(large.seconds()).isGreaterThan(5 * small.seconds());
    assertThat(large.sampled()).isBetween(10_000, 60_000);
    assertThat(small.sampled()).isEqualTo(6000);
  }
}
