package org.quarry.learning.data;

/** What becomes of a row in which a feature is NULL. */
public enum Missing {
  /** It is not learned from, and nothing is predicted for it. */
  LEAVE_OUT("leave-out"),
  /** A number or date counts as the mean of the rows trained on. */
  MEAN("mean"),
  /** It counts as the most frequent value of the rows trained on; of equals the least. */
  MODE("mode"),
  /** It is a category of its own of a nominal feature. */
  CATEGORY("category"),
  /**
   * A number or date counts as the mean, and one more number tells by 1 that it was missing, unless
   * none was missing in the rows trained on.
   */
  INDICATOR("indicator");

  private final String text;

  Missing(String text) {
    this.text = text;
  }

  /** Its name in files and commands. */
  public String text() {
    return text;
  }

  /** Whether features of a kind can have it. */
  public boolean suits(Kind kind) {
    return switch (this) {
      case LEAVE_OUT, MODE -> true;
      case MEAN, INDICATOR -> kind != Kind.NOMINAL;
      case CATEGORY -> kind == Kind.NOMINAL;
    };
  }
}
