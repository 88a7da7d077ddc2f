package org.quarry.ui.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quarry.database.records.RowKey;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.StockComparison;

/** Two solvers side by side, as it is read. */
class StockTableTest {
  private static final List<ClassLabel> CLASSES =
      List.of(new ClassLabel("a"), new ClassLabel("b"), new ClassLabel("c"));

  private static StockComparison.Row row(
      int rowid, int own, int stock, List<Double> ownDecisions, List<Double> stockDecisions) {
    return new StockComparison.Row(
        new RowKey.Rowid(rowid),
        CLASSES.get(0),
        CLASSES.get(own),
        CLASSES.get(stock),
        ownDecisions,
        stockDecisions);
  }

  private static StockTable table(boolean heldOut) {
    List<StockComparison.Row> rows =
        List.of(
            row(1, 0, 0, List.of(-1.0, -2.0, 0.5), List.of(-1.0, -2.0, 0.5)),
            row(2, 0, 0, List.of(-1.0, -2.0, 0.5), List.of(-1.0, -2.25, 0.5)),
            row(3, 0, 2, List.of(-1.0, -0.01, 0.5), List.of(-1.0, 0.01, 0.5)));
    return StockTable.of(
        CLASSES,
        new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10),
        new StockComparison(rows, heldOut, 1200, 1201, 0.0123, 1.5));
  }

  @Test
  void rowsOfAnotherClassComeFirstThenTheLargestDifference() {
    assertThat(table(true).lines())
        .extracting(StockTable.Line::name)
        .containsExactly("row 3", "row 2", "row 1");
    assertThat(table(true).lines().getFirst().differs()).isTrue();
    assertThat(table(true).lines().get(1).differs()).isFalse();
  }

  @Test
  void ofSeveralPairsOfClassesTheOneThatDiffersMostIsShown() {
    StockTable.Line line = table(true).lines().get(1);
    assertThat(table(true).pairs()).isTrue();
    assertThat(line.pair()).isEqualTo("a / c");
    assertThat(line.ownDecision()).isEqualTo(-2);
    assertThat(line.stockDecision()).isEqualTo(-2.25);
    assertThat(line.difference()).isEqualTo(0.25);
    assertThat(table(true).lines().getLast().pair()).isEqualTo("a / b");
  }

  @Test
  void theSummarySaysHowManyAgreeAndWhatBothCost() {
    assertThat(table(true).agreement())
        .isEqualTo(
            "2 of 3 rows held out get the same class from both. Their decisions differ by 2.5e−01 at"
                + " most.");
    assertThat(table(false).agreement()).contains("3 rows trained on, for none are held out, get");
    assertThat(table(true).cost())
        .contains("1\u202f200 support vectors by Quarry, 1\u202f201 by stock SMO")
        .contains("0.012 s and 1.500 s to train");
  }
}
