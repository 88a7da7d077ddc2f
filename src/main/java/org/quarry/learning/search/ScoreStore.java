package org.quarry.learning.search;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what came of fits, so that a search that was stopped goes on where it was. Implementations
 * are safe for several threads, quick, and keep whatever they cannot write to themselves.
 */
public interface ScoreStore {
  /** A store that is closed when the search has ended, however it did. */
  interface Kept extends ScoreStore, AutoCloseable {
    @Override
    void close();
  }

  /** Keeps nothing. */
  Kept NONE =
      new Kept() {
        @Override
        public @Nullable FoldScore find(Fitted fitted) {
          return null;
        }

        @Override
        public void keep(Fitted fitted, FoldScore score) {}

        @Override
        public void close() {}
      };

  /**
   * What was fitted: equal for candidates that are the same problem.
   *
   * @param problem the kernel, C and weights, in words with all digits
   * @param fold the fold
   * @param share the share of the fold's training rows, 1 for all
   */
  record Fitted(String problem, int fold, double share) {}

  /** What came of a fit, or null when it is not known. */
  @Nullable FoldScore find(Fitted fitted);

  /** Keeps what came of a fit. */
  void keep(Fitted fitted, FoldScore score);
}
