package org.quarry.database.records;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Problem;

/** Why the rows of a table cannot be read or filled as asked. */
public abstract sealed class RecordProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private RecordProblem(String what, String why, String next) {
    this(what, why, next, null);
  }

  private RecordProblem(String what, String why, String next, @Nullable Throwable cause) {
    super(what, why, next, cause);
  }

  /** Rows to be written are no longer what they were when they were read. */
  public static final class Conflicts extends RecordProblem {
    private static final long serialVersionUID = 1L;

    private final transient List<RowConflict> rows;

    Conflicts(List<RowConflict> rows) {
      super(
          rows.size() == 1
              ? rows.getFirst().name()
                  + (rows.getFirst().gone() ? " is gone." : " was changed meanwhile.")
              : rows.size() + " rows were changed or deleted meanwhile.",
          "Another program or query did it after "
              + (rows.size() == 1 ? "the row was" : "they were")
              + " read here.",
          "Decide whose values stay, then write again. Nothing was written, and no edit is lost.");
      this.rows = List.copyOf(rows);
    }

    /** Every row concerned. */
    public List<RowConflict> rows() {
      return rows;
    }
  }

  /** A NOT NULL, UNIQUE, CHECK or foreign key rule refuses a staged row. */
  public static final class RowRefused extends RecordProblem {
    private static final long serialVersionUID = 1L;

    private final transient StagedRow row;
    private final @Nullable String column;

    RowRefused(StagedRow row, @Nullable String column, DatabaseProblem.Constraint rule) {
      super(
          "A rule of the table refuses "
              + row.table()
              + ", "
              + row.key()
              + (column == null ? "." : ", column “" + column + "”."),
          rule.rule() + ".",
          "Change the value, or drop the change. Nothing was written, and no other edit is lost.",
          rule);
      this.row = row;
      this.column = column;
    }

    /** The row. */
    public StagedRow row() {
      return row;
    }

    /** Whether the rule is a foreign key. */
    boolean isForeignKey() {
      return getCause() instanceof DatabaseProblem.Constraint rule
          && rule.rule().startsWith("FOREIGN KEY");
    }

    /** The column the rule is about, as far as SQLite tells. */
    public Optional<String> column() {
      return Optional.ofNullable(column);
    }
  }

  /** The places of sorted or filtered rows could not be kept on disk. */
  public static final class OrderNotKept extends RecordProblem {
    private static final long serialVersionUID = 1L;

    OrderNotKept(Table table, IOException cause) {
      super(
          "The order of " + table.name() + " could not be kept.",
          "Its list of rows is larger than memory allows, and the temporary file for it failed: "
              + cause.getMessage()
              + ".",
          "Make room among the temporary files, or filter to fewer rows.",
          cause);
    }
  }

  /** Foreign keys would delete or change other rows along with those staged to be deleted. */
  public static final class TakesAlong extends RecordProblem {
    private static final long serialVersionUID = 1L;

    TakesAlong(Consequences consequences) {
      super(
          "Writing this also touches other rows: " + consequences.words() + ".",
          "Foreign keys do it when the row they refer to is deleted.",
          consequences.undo() + " Nothing was written yet.");
    }
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
