package org.quarry.ui.chart;

import org.quarry.work.Problem;

/** Why a picture of a chart could not be written. */
public final class ChartProblem extends Problem {
  private static final long serialVersionUID = 1L;

  ChartProblem(String file, String why, Throwable cause) {
    super(
        "The picture could not be written to " + file + ".",
        why,
        "Choose another folder or name.",
        cause);
  }
}
