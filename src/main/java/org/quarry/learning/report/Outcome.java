package org.quarry.learning.report;

/** The four cells of a confusion matrix of one class against the rest. */
public enum Outcome {
  /** Of the class, and predicted so. */
  TRUE_POSITIVE(true, true),
  /** Not of the class, but predicted so. */
  FALSE_POSITIVE(false, true),
  /** Of the class, but not predicted so. */
  FALSE_NEGATIVE(true, false),
  /** Not of the class, nor predicted so. */
  TRUE_NEGATIVE(false, false);

  private final boolean actual;
  private final boolean predicted;

  Outcome(boolean actual, boolean predicted) {
    this.actual = actual;
    this.predicted = predicted;
  }

  /** Whether its rows are of the class. */
  public boolean actual() {
    return actual;
  }

  /** Whether its rows are predicted to be of the class. */
  public boolean predicted() {
    return predicted;
  }
}
