package org.quarry.database.records;

import java.util.List;

/**
 * All that a {@link ChangeJournal} holds at one moment.
 *
 * @param staged the staged rows in the order in which they were first changed
 * @param done the steps that can be undone, the last one first
 * @param undone the steps that can be redone, the next one first
 */
public record JournalState(
    List<StagedRow> staged, List<JournalStep> done, List<JournalStep> undone) {
  /** Keeps its own copies. */
  public JournalState {
    staged = List.copyOf(staged);
    done = List.copyOf(done);
    undone = List.copyOf(undone);
  }

  /** Whether there is nothing staged and nothing to undo or redo. */
  public boolean isEmpty() {
    return staged.isEmpty() && done.isEmpty() && undone.isEmpty();
  }
}
