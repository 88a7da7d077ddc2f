package org.quarry.database.records;

import java.util.stream.Collectors;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Problem;

/** Why the rows of a table cannot be read or filled as asked. */
public abstract sealed class RecordProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private RecordProblem(String what, String why, String next) {
    super(what, why, next);
  }

  /** The table has no column of that name. */
  public static final class UnknownColumn extends RecordProblem {
    private static final long serialVersionUID = 1L;

    UnknownColumn(Table table, String column) {
      super(
          table.name() + " has no column “" + column + "”.",
          table.columns().stream()
              .map(Column::name)
              .collect(Collectors.joining(", ", "Its columns are ", ".")),
          "Choose one of them.");
    }
  }

  /** The rows of the table cannot be written. */
  public static final class NotWritable extends RecordProblem {
    private static final long serialVersionUID = 1L;

    NotWritable(Table table, String why) {
      super("The rows of " + table.name() + " cannot be filled.", why, "Choose a table.");
    }
  }

  /** The column is one that SQLite or the table's key needs as it is. */
  public static final class NotFillable extends RecordProblem {
    private static final long serialVersionUID = 1L;

    NotFillable(Table table, Column column) {
      super(
          "The column “" + column.name() + "” of " + table.name() + " cannot be filled.",
          column.generated()
              ? "SQLite computes it from other columns."
              : "It is part of the primary key, which tells the rows apart.",
          "Choose another column.");
    }
  }
}
