package org.quarry.ui.tour;

import org.jspecify.annotations.Nullable;
import org.quarry.work.Problem;

/** Why a tour ended early. */
public final class TourProblem extends Problem {
  private static final long serialVersionUID = 1L;

  TourProblem(String what, String why, @Nullable Throwable cause) {
    super(what, why, "", cause);
  }
}
