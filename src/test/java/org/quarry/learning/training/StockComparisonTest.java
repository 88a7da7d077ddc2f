package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.work.Monitor;

/** Both solvers side by side. */
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
}
