package org.quarry.learning.data;

import java.util.List;

/**
 * Several partitions of the same rows one after the other: each row is tested once by each.
 *
 * @param repeats the partitions, one at least, all of as many folds
 */
public record RepeatedFolds(List<Partition> repeats) implements Folds {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty or two differ in how many folds they have
   */
  public RepeatedFolds {
    repeats = List.copyOf(repeats);
    if (repeats.stream().mapToInt(Partition::count).distinct().count() != 1) {
      throw new IllegalArgumentException("partitions of one size are repeated");
    }
  }

  @Override
  public int count() {
    return repeats.size() * each();
  }

  @Override
  public int[] test(int fold) {
    return repeats.get(fold / each()).test(fold % each());
  }

  @Override
  public int[] training(int fold) {
    return repeats.get(fold / each()).training(fold % each());
  }

  private int each() {
    return repeats.getFirst().count();
  }
}
