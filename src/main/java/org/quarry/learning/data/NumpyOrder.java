package org.quarry.learning.data;

import java.util.Arrays;

/**
 * The order in which numpy 1.24's {@code argsort} leaves numbers, equal ones included: quicksort by
 * the median of three, the shorter part first, and insertion up to {@value #SMALL} numbers. Source:
 * numpy's {@code npysort/quicksort.cpp}; its change to heapsort for inputs built against it is left
 * out.
 */
final class NumpyOrder {
  private static final int SMALL = 16;

  private final int[] values;
  private final int[] order;

  private NumpyOrder(int[] values) {
    this.values = values;
    order = new int[values.length];
    Arrays.setAll(order, i -> i);
  }

  /** The positions of numbers, the smallest number first. */
  static int[] of(int[] values) {
    NumpyOrder order = new NumpyOrder(values);
    order.sort(0, values.length - 1);
    return order.order;
  }

  private void sort(int from, int to) {
    int left = from;
    int right = to;
    while (right - left >= SMALL) {
      int middle = partition(left, right);
      if (middle - left < right - middle) {
        sort(left, middle - 1);
        left = middle + 1;
      } else {
        sort(middle + 1, right);
        right = middle - 1;
      }
    }
    for (int i = left + 1; i <= right; i++) {
      int moved = order[i];
      int j = i;
      for (; j > left && values[moved] < values[order[j - 1]]; j--) {
        order[j] = order[j - 1];
      }
      order[j] = moved;
    }
  }

  private int partition(int left, int right) {
    int middle = left + (right - left) / 2;
    swapIfLess(middle, left);
    swapIfLess(right, middle);
    swapIfLess(middle, left);
    int pivot = values[order[middle]];
    int i = left;
    int j = right - 1;
    swap(middle, j);
    while (true) {
      do {
        i++;
      } while (values[order[i]] < pivot);
      do {
        j--;
      } while (pivot < values[order[j]]);
      if (i >= j) {
        swap(i, right - 1);
        return i;
      }
      swap(i, j);
    }
  }

  private void swapIfLess(int i, int j) {
    if (values[order[i]] < values[order[j]]) {
      swap(i, j);
    }
  }

  private void swap(int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}
