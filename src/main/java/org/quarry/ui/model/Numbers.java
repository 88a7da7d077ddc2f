package org.quarry.ui.model;

import java.util.Locale;

/** How the figures of this screen read. */
final class Numbers {
  private Numbers() {}

  /** A share of 0 to 1 to three digits, or empty while it is not known. */
  static String share(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.3f", share);
  }

  /** A share of 0 to 1 to four digits, or empty while it is not known. */
  static String score(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
  }
}
