package org.quarry.database.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of staging, as undo takes it back.
 *
 * @param name what it did: "3 cells in predictions"
 * @param moves what it did to each row
 */
public record JournalStep(String name, List<Move> moves) {
  /** Keeps its own copy. */
  public JournalStep {
    moves = List.copyOf(moves);
  }

  /**
   * What a step did to one row.
   *
   * @param before what was staged for it, or null for nothing
   * @param after what is staged for it, or null for nothing
   */
  public record Move(
      String table, RowKey key, @Nullable RowChange before, @Nullable RowChange after) {}
}
