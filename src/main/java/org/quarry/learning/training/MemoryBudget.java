package org.quarry.learning.training;

/** How much memory the kernels of a training may take. */
final class MemoryBudget {
  private static final long MOST = 1200L << 20;
  private static final double SHARE = 0.5;

  private MemoryBudget() {}

  /** Half of what the process may use, at most 1.2 GiB. */
  static long usual() {
    return Math.min(MOST, (long) (Runtime.getRuntime().maxMemory() * SHARE));
  }
}
