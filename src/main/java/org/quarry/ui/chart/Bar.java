package org.quarry.ui.chart;

import org.jspecify.annotations.Nullable;

/**
 * A bar.
 *
 * @param label what it is about, null for SQL's NULL
 * @param value how long it is; NaN when there is no number
 * @param text the value as it stands on the bar
 */
public record Bar(@Nullable String label, double value, String text) {
  /** What stands beside it; two quotes for the empty text, which would be nothing. */
  public String shownLabel() {
    if (label == null) {
      return "NULL";
    }
    return label.isEmpty() ? "''" : label;
  }
}
