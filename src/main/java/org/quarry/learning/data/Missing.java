package org.quarry.learning.data;

import java.util.Set;

/** What becomes of a row in which a feature is NULL. */
public enum Missing {
  /** It is not learned from, and nothing is predicted for it. */
  LEAVE_OUT("leave-out", Set.of(Kind.NUMERIC, Kind.NOMINAL, Kind.DATE)),
  /** It counts as the mean of the rows trained on. */
  MEAN("mean", Set.of(Kind.NUMERIC, Kind.DATE)),
  /** It counts as the most frequent value of the rows trained on; of equals the least. */
  MODE("mode", Set.of(Kind.NUMERIC, Kind.NOMINAL, Kind.DATE)),
  /** It is a category of its own. */
  CATEGORY("category", Set.of(Kind.NOMINAL)),
  /** It counts as the mean, and one more number tells by 1 that it was missing. */
  INDICATOR("indicator", Set.of(Kind.NUMERIC, Kind.DATE));

  private final String text;
  private final Set<Kind> kinds;

  Missing(String text, Set<Kind> kinds) {
    this.text = text;
    this.kinds = kinds;
  }

  /** Its name in files and commands. */
  public String text() {
    return text;
  }

  /** Whether features of a kind can have it. */
  public boolean suits(Kind kind) {
    return kinds.contains(kind);
  }
}
