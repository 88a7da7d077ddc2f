package org.quarry.ui.kit;

import org.quarry.work.Problem;

/** A failure that nobody foresaw: a defect of Quarry. The log has the rest. */
public final class Unexpected extends Problem {
  private static final long serialVersionUID = 1L;

  Unexpected(String title, Throwable failure) {
    super(
        "\"" + title + "\" stopped.",
        "Quarry met something that it does not know: " + failure + ".",
        "Nothing was written. The log file has the details.",
        failure);
  }
}
