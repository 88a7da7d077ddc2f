package org.quarry.learning.data;

import java.util.Arrays;

/**
 * The generator behind numpy's {@code RandomState(seed)}: MT19937 with its legacy seeding, and the
 * shuffles drawn from it. Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998);
 * numpy's {@code random_interval} and {@code RandomState.shuffle}. Not safe for threads.
 */
public final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;
  private static final int MATRIX = 0x9908b0df;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  /**
   * Makes a generator.
   *
   * @param seed its low 32 bits count
   */
  public MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < SIZE; i++) {
      int last = state[i - 1];
      state[i] = 1812433253 * (last ^ (last >>> 30)) + i;
    }
  }

  /** The next 32 random bits. */
  int next() {
    if (position == SIZE) {
      refill();
    }
    int y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void refill() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX);
    }
    position = 0;
  }

  /** A number from 0 to a bound, the bound included, each as likely: by mask and rejection. */
  private int upTo(int bound) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(bound);
    int value = next() & mask;
    while (value > bound) {
      value = next() & mask;
    }
    return value;
  }

  /** The numbers from 0 to n - 1 in random order. */
  public int[] permutation(int n) {
    int[] numbers = new int[n];
    Arrays.setAll(numbers, i -> i);
    shuffle(numbers);
    return numbers;
  }

  /** Brings numbers into random order (Fisher and Yates, from the end). */
  public void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = upTo(i);
      int kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }
}
