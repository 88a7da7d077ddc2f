package org.quarry.database.filter;

import org.quarry.work.Problem;

/** Why a filter cannot be understood. */
public abstract sealed class FilterProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private FilterProblem(String what, String why, String next) {
    super(what, why, next);
  }

  /** What was typed for a column is not the filter language. */
  public static final class Syntax extends FilterProblem {
    private static final long serialVersionUID = 1L;

    Syntax(String what, String why, String next) {
      super(what, why, next);
    }
  }

  /** What was typed as a WHERE condition is no condition. */
  public static final class Where extends FilterProblem {
    private static final long serialVersionUID = 1L;

    Where(String why) {
      super(
          "This is no condition on these rows.",
          why,
          "Write what may stand after WHERE, such as a > 1 AND b IS NOT NULL.");
    }
  }
}
