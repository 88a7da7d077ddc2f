package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes some rows in which the classes have the shares that they have in all. */
public final class StratifiedSample {
  private StratifiedSample() {}

  /**
   * About so many of the rows that have a target, in their order; of every class one at least. Rows
   * without a target stay, for they are counted. The same rows come for the same seed.
   *
   * @param rows the rows
   * @param target the column whose classes are to keep their shares
   * @param most how many rows with a target there shall be; where there are no more, all stay
   * @param seed chooses them
   * @throws org.quarry.learning.LearningProblem.UnknownColumn if there is no such column
   */
  public static Rows of(Rows rows, String target, long most, long seed) {
    int at = Rows.position(rows.columns(), target);
    Map<ClassLabel, List<Integer>> classes = new TreeMap<>();
    long labelled = 0;
    boolean[] kept = new boolean[rows.rows().size()];
    Arrays.fill(kept, true);
    for (int i = 0; i < kept.length; i++) {
      @Nullable Object value = rows.rows().get(i).values().get(at);
      ClassLabel label = value == null ? null : ClassLabel.of(value);
      if (label != null) {
        labelled++;
        classes.computeIfAbsent(label, none -> new ArrayList<>()).add(i);
      }
    }
    if (labelled <= most) {
      return rows;
    }
    Map<ClassLabel, Long> shares = shares(classes, labelled, most);
    classes.forEach(
        (label, members) -> {
          int[] order = new MersenneTwister(seed).permutation(members.size());
          for (int i = Math.toIntExact(shares.getOrDefault(label, 0L)); i < order.length; i++) {
            kept[members.get(order[i])] = false;
          }
        });
    List<Row> sample = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        sample.add(rows.rows().get(i));
      }
    }
    return new Rows(rows.columns(), sample);
  }

  /** How many rows of each class, what is left over by rounding given to the largest remainders. */
  private static Map<ClassLabel, Long> shares(
      Map<ClassLabel, List<Integer>> classes, long labelled, long most) {
    Map<ClassLabel, Long> shares = new HashMap<>();
    Map<ClassLabel, Double> remainders = new TreeMap<>();
    long given = 0;
    for (Map.Entry<ClassLabel, List<Integer>> each : classes.entrySet()) {
      double exact = (double) each.getValue().size() * most / labelled;
      long share = Math.max(1, (long) exact);
      shares.put(each.getKey(), share);
      remainders.put(each.getKey(), exact - share);
      given += share;
    }
    List<Map.Entry<ClassLabel, Double>> order =
        remainders.entrySet().stream()
            .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
            .toList();
    for (int i = 0; i < order.size() && given < most; i++, given++) {
      shares.merge(order.get(i).getKey(), 1L, Long::sum);
    }
    return shares;
  }
}
