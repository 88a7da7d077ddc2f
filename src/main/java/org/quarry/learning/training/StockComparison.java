package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.svm.Machine;

/**
 * The same candidate trained on the same rows by our solver and by Weka's stock SMO, side by side
 * on the rows held out, or on those trained on when none were.
 *
 * @param rows the rows with what both say
 * @param heldOut whether the rows were held out
 * @param ownVectors how many support vectors ours keeps
 * @param stockVectors how many stock SMO's solution has
 * @param ownSeconds how long ours took
 * @param stockSeconds how long stock SMO took
 */
public record StockComparison(
    List<Row> rows,
    boolean heldOut,
    int ownVectors,
    int stockVectors,
    double ownSeconds,
    double stockSeconds) {
  /** Copies the list. */
  public StockComparison {
    rows = List.copyOf(rows);
  }

  /**
   * What both say of a row.
   *
   * @param identity the row
   * @param actual its class
   * @param own the class by our solver
   * @param stock the class by stock SMO
   * @param ownDecisions the decision of each pair of classes by our solver
   * @param stockDecisions by stock SMO
   */
  public record Row(
      Object identity,
      ClassLabel actual,
      ClassLabel own,
      ClassLabel stock,
      List<Double> ownDecisions,
      List<Double> stockDecisions) {
    /** Copies the lists. */
    public Row {
      ownDecisions = List.copyOf(ownDecisions);
      stockDecisions = List.copyOf(stockDecisions);
    }

    /** By how much the decisions differ at most. */
    public double difference() {
      double most = 0;
      for (int i = 0; i < ownDecisions.size(); i++) {
        most = Math.max(most, Math.abs(ownDecisions.get(i) - stockDecisions.get(i)));
      }
      return most;
    }

    /** The pair of classes whose decisions differ most, the first of several. */
    public int farthest() {
      return IntStream.range(0, ownDecisions.size())
          .boxed()
          .max(
              Comparator.comparingDouble(
                      (Integer pair) -> Math.abs(ownDecisions.get(pair) - stockDecisions.get(pair)))
                  .thenComparing(Comparator.reverseOrder()))
          .orElse(0);
    }

    /** Whether both give it the same class. */
    public boolean agrees() {
      return own.equals(stock);
    }
  }

  /** The rows that get another class first, then those whose decisions differ most. */
  public List<Row> ordered() {
    return rows.stream()
        .sorted(
            Comparator.comparing(Row::agrees)
                .thenComparing(Row::difference, Comparator.reverseOrder()))
        .toList();
  }

  /** How many rows get the same class from both. */
  public long agreeing() {
    return rows.stream().filter(Row::agrees).count();
  }

  /** By how much any decision differs at most. */
  public double difference() {
    return rows.stream().mapToDouble(Row::difference).max().orElse(0);
  }

  static List<Row> rows(
      DataSet data, int[] chosen, Preparation preparation, Machine own, Machine stock) {
    List<Row> rows = new ArrayList<>();
    for (int row : chosen) {
      double[] point = preparation.apply(data.values(row));
      rows.add(
          new Row(
              data.identity(row),
              data.classes().get(data.label(row)),
              data.classes().get(own.predict(point)),
              data.classes().get(stock.predict(point)),
              boxed(own.decisions(point)),
              boxed(stock.decisions(point))));
    }
    return rows;
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
