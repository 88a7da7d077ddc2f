package org.quarry.ui.changes;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.EditProblem;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedRow;

/** A line of the Changes panel. */
public sealed interface ChangeLine {
  /** A table, above its edits. */
  record Heading(String table, int edits) implements ChangeLine {}

  /**
   * A changed cell.
   *
   * @param known whether {@code old} is the value it was read with
   * @param conflict what the file holds meanwhile, if that stood in the way of writing
   * @param problem the rule that speaks against it
   */
  record Cell(
      StagedRow row,
      String column,
      boolean known,
      @Nullable Object old,
      @Nullable Object now,
      @Nullable RowConflict conflict,
      @Nullable EditProblem problem)
      implements ChangeLine {}

  /** A new or a deleted row. */
  record Whole(StagedRow row, @Nullable RowConflict conflict, @Nullable EditProblem problem)
      implements ChangeLine {}

  /** Says how many rows more are staged than are listed. */
  record More(int rows) implements ChangeLine {}
}
