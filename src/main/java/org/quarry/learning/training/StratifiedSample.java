package org.quarry.learning.training;

import java.util.Arrays;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.MersenneTwister;

/** Draws rows so that every class keeps its proportion. */
public final class StratifiedSample {
  private StratifiedSample() {}

  /**
   * Draws rows; of each class its share rounded up, so that none is lost and there may be a few
   * more than asked for.
   *
   * @param data the rows
   * @param size about how many are wanted
   * @param seed 0 to 2³² - 1
   * @return the rows in ascending order; all of them when there are no more
   */
  public static int[] of(DataSet data, int size, long seed) {
    int rows = data.size();
    if (size >= rows) {
      int[] all = new int[rows];
      Arrays.setAll(all, i -> i);
      return all;
    }
    int[] left = new int[data.classes().size()];
    for (int row = 0; row < rows; row++) {
      left[data.label(row)]++;
    }
    for (int label = 0; label < left.length; label++) {
      left[label] = (int) Math.ceil((double) left[label] * size / rows);
    }
    int[] order = new MersenneTwister(seed).permutation(rows);
    return Arrays.stream(order).filter(row -> left[data.label(row)]-- > 0).sorted().toArray();
  }
}
