package org.quarry.ui.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.training.StockComparison;
import org.quarry.ui.kit.Texts;

/**
 * Our solver and Weka's stock SMO side by side, as it is read.
 *
 * @param agreement in how many rows they agree and by how much decisions differ
 * @param cost support vectors and seconds of both
 * @param pairs whether there are more pairs of classes than one, so that a decision needs its pair
 * @param lines a line for each row, those that get another class first, then by the difference
 */
record StockTable(String agreement, String cost, boolean pairs, List<Line> lines) {
  /** Copies the lines. */
  StockTable {
    lines = List.copyOf(lines);
  }

  /**
   * A row. Of several pairs of classes it has the decisions of the pair that differs most.
   *
   * @param place its place among the rows, from 0
   * @param identity the row
   * @param name the row, as a person reads it
   * @param actual its class
   * @param own the class by our solver
   * @param stock the class by stock SMO
   * @param pair the two classes that the decisions are about
   * @param ownDecision the decision by our solver
   * @param stockDecision by stock SMO
   */
  record Line(
      int place,
      Object identity,
      String name,
      String actual,
      String own,
      String stock,
      String pair,
      double ownDecision,
      double stockDecision) {
    /** By how much the decisions differ. */
    double difference() {
      return Math.abs(ownDecision - stockDecision);
    }

    /** Whether the classes differ. */
    boolean differs() {
      return !own.equals(stock);
    }
  }

  /**
   * Puts a comparison into words and lines.
   *
   * @param classes the classes of the training, in order
   * @param candidate what was trained by both
   */
  static StockTable of(List<ClassLabel> classes, Candidate candidate, StockComparison compared) {
    List<String> pairs = pairs(classes);
    List<Line> lines = new ArrayList<>();
    // Rows may repeat an identity, so a place is not looked up by it.
    List<StockComparison.Row> rows = compared.rows();
    for (int place = 0; place < rows.size(); place++) {
      StockComparison.Row row = rows.get(place);
      int pair = row.farthest();
      lines.add(
          new Line(
              place,
              row.identity(),
              row.identity().toString(),
              row.actual().text(),
              row.own().text(),
              row.stock().text(),
              pairs.get(pair),
              row.ownDecisions().get(pair),
              row.stockDecisions().get(pair)));
    }
    lines.sort(StockTable::order);
    String agreement =
        "%s of %s %s get the same class from both. Their decisions differ by %s at most."
            .formatted(
                Texts.number(compared.agreeing()),
                Texts.count(rows.size(), "row"),
                compared.heldOut() ? "held out" : "trained on, for none are held out,",
                small(compared.difference()));
    String cost =
        "%s · %s by Quarry, %s by stock SMO · %s s and %s s to train"
            .formatted(
                candidate.text(),
                Texts.count(compared.ownVectors(), "support vector"),
                Texts.number(compared.stockVectors()),
                seconds(compared.ownSeconds()),
                seconds(compared.stockSeconds()));
    return new StockTable(agreement, cost, pairs.size() > 1, lines);
  }

  /** As {@link StockComparison#ordered} does. */
  private static int order(Line one, Line other) {
    int differing = Boolean.compare(other.differs(), one.differs());
    return differing == 0 ? Double.compare(other.difference(), one.difference()) : differing;
  }

  private static List<String> pairs(List<ClassLabel> classes) {
    List<String> pairs = new ArrayList<>();
    for (int first = 0; first < classes.size(); first++) {
      for (int second = first + 1; second < classes.size(); second++) {
        pairs.add(classes.get(first).text() + " / " + classes.get(second).text());
      }
    }
    return pairs;
  }

  /** A decision with its sign. */
  static String decision(double decision) {
    return String.format(Locale.ROOT, "%.4f", decision).replace('-', '−');
  }

  /** A difference, however small. */
  static String small(double difference) {
    return difference == 0 ? "0" : String.format(Locale.ROOT, "%.1e", difference).replace('-', '−');
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
