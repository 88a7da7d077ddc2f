package org.quarry.ui.model.report;

import org.quarry.work.Problem;

/** Why a report or a picture of it could not be written. */
public final class ReportProblem extends Problem {
  private static final long serialVersionUID = 1L;

  ReportProblem(String file, String why, Throwable cause) {
    super(
        "Nothing could be written to " + file + ".", why, "Choose another folder or name.", cause);
  }
}
