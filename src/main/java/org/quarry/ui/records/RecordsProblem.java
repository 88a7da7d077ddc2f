package org.quarry.ui.records;

import org.quarry.work.Problem;

/** Why rows cannot be edited as asked. */
public abstract sealed class RecordsProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private RecordsProblem(String what, String why, String next) {
    super(what, why, next);
  }

  /** More rows than a step of editing stages. */
  public static final class TooManyRows extends RecordsProblem {
    private static final long serialVersionUID = 1L;

    TooManyRows(String rows, String most) {
      super(
          rows + " rows are too many to edit by hand.",
          "Each would be staged and shown; up to " + most + " are.",
          "Select fewer, or write one UPDATE or DELETE in an SQL tab.");
    }
  }

  /** What is on the clipboard does not fit where it is to go. */
  public static final class NotPasted extends RecordsProblem {
    private static final long serialVersionUID = 1L;

    NotPasted(String why, String next) {
      super("Nothing was pasted.", why, next);
    }
  }

  /** NULL where the table refuses it. */
  public static final class NotNull extends RecordsProblem {
    private static final long serialVersionUID = 1L;

    NotNull(String column) {
      super(column + " cannot be NULL.", "The table declares it NOT NULL.", "");
    }
  }

  /** A foreign key's value that no row of the table referred to has. */
  public static final class NoSuchRow extends RecordsProblem {
    private static final long serialVersionUID = 1L;

    NoSuchRow(String table, String key) {
      super(
          "No row of " + table + " has " + key + ".",
          "The cell breaks its foreign key: the row was deleted, or never there.",
          "Insert that row, or give the cell a value that there is.");
    }
  }

  /** Rows that cannot be edited, or not so. */
  public static final class NotEdited extends RecordsProblem {
    private static final long serialVersionUID = 1L;

    NotEdited(String why) {
      super("Nothing was changed.", why, "");
    }
  }
}
