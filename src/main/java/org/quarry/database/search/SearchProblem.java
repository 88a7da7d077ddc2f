package org.quarry.database.search;

import java.util.regex.PatternSyntaxException;
import org.quarry.work.Problem;

/** Why text cannot be found or replaced as asked. */
public abstract sealed class SearchProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private SearchProblem(String what, String why, String next) {
    super(what, why, next);
  }

  /** What was typed is no regular expression. */
  public static final class BadPattern extends SearchProblem {
    private static final long serialVersionUID = 1L;

    BadPattern(PatternSyntaxException bad, int length) {
      super(
          "This is no regular expression.",
          bad.getDescription()
              + (bad.getIndex() < 0 ? "" : " at character " + Math.min(bad.getIndex() + 1, length))
              + ".",
          "Correct it, or search for plain text.");
    }
  }

  /** What was typed as a replacement names a group that the expression does not have. */
  public static final class BadReplacement extends SearchProblem {
    private static final long serialVersionUID = 1L;

    BadReplacement(String why) {
      super(
          "This is no replacement.",
          why + ".",
          "$1 stands for the first group, \\$ for a dollar sign.");
    }
  }

  /** An expression that tries too many ways to match. */
  public static final class Endless extends SearchProblem {
    private static final long serialVersionUID = 1L;

    Endless() {
      super(
          "The expression tries too many ways to match one of the values.",
          "It may repeat what is repeated already, as (a+)+ does.",
          "Write it with fewer repetitions.");
    }
  }

  /** Text in a row that nothing names. */
  public static final class Unnamed extends SearchProblem {
    private static final long serialVersionUID = 1L;

    Unnamed(String view) {
      super(
          "A row that matches cannot be edited.",
          "Rows of the view "
              + view
              + " are told apart by their values, and this one has a long"
              + " text or a BLOB.",
          "Filter such rows away, or edit the table behind the view.");
    }
  }

  /** More cells than a step of editing stages. */
  public static final class TooManyCells extends SearchProblem {
    private static final long serialVersionUID = 1L;

    private final String sql;

    TooManyCells(String most, String sql) {
      super(
          "More than " + most + " cells match, too many to edit by hand.",
          "Each would be staged and shown.",
          "An UPDATE in an SQL tab does it at once.");
      this.sql = sql;
    }

    /** The UPDATE statements that do it, for rows as they are in the file. */
    public String sql() {
      return sql;
    }
  }
}
