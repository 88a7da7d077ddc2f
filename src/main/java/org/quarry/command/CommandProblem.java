package org.quarry.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Problem;

/** Why a command could not do what it was asked, apart from what the core says itself. */
abstract sealed class CommandProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private CommandProblem(String what, String why, String next) {
    this(what, why, next, null);
  }

  private CommandProblem(String what, String why, String next, @Nullable Throwable cause) {
    super(what, why, next, cause);
  }

  /** The file has no table or view of that name. */
  static final class NoSuchTable extends CommandProblem {
    private static final long serialVersionUID = 1L;

    NoSuchTable(String file, String table, List<String> known) {
      super(
          file + " has no table “" + table + "”.",
          known.isEmpty() ? "It has none at all." : "It has " + String.join(", ", known) + ".",
          "");
    }
  }

  /** The table has no column of that name. */
  static final class NoSuchColumn extends CommandProblem {
    private static final long serialVersionUID = 1L;

    NoSuchColumn(String table, String column, List<String> known) {
      super(
          table + " has no column “" + column + "”.",
          "It has " + String.join(", ", known) + ".",
          "");
    }
  }

  /** A column has no first or last day. */
  static final class NoDays extends CommandProblem {
    private static final long serialVersionUID = 1L;

    NoDays(String column) {
      super(
          "The column “" + column + "” has no first and last day.",
          "It is empty, or its values are not written as 2019-09-01 is.",
          "Give --from and --to, or choose another --date-column.");
    }
  }

  /** A model has that name already. */
  static final class NameTaken extends CommandProblem {
    private static final long serialVersionUID = 1L;

    NameTaken(String name) {
      super(
          "There is a model “" + name + "” in this file already.",
          "",
          "Choose another --name, or --replace it.");
    }
  }

  /** The statements began a transaction and did not end it. */
  static final class TransactionLeft extends CommandProblem {
    private static final long serialVersionUID = 1L;

    TransactionLeft() {
      super(
          "The transaction was begun and not ended, so that nothing of it was written.",
          "",
          "Put COMMIT behind its last statement.");
    }
  }

  /** The report of a training cannot be written. */
  static final class ReportFailed extends CommandProblem {
    private static final long serialVersionUID = 1L;

    ReportFailed(Path file, String why, @Nullable Throwable cause) {
      super(
          "The report cannot be written to " + file + ".", why, "Choose another --report.", cause);
    }
  }

  /** Rows to be kept until the last statement has run are too many. */
  static final class TooManyRows extends CommandProblem {
    private static final long serialVersionUID = 1L;

    TooManyRows(long rows) {
      super(
          "All statements have run, but the last result is too large to be kept: it has more than "
              + rows
              + " rows.",
          "Rows are kept when statements without rows come behind.",
          "Put the statement that yields the rows last.");
    }
  }
}
