package org.quarry.database.records;

import java.util.List;

/**
 * What happens to a {@link ChangeJournal}. The same events in the same order make the same journal,
 * which is how one is kept on disk.
 */
public sealed interface JournalEvent {
  /** A step was taken. */
  record Taken(JournalStep step) implements JournalEvent {}

  /** The last step was undone. */
  record Undone() implements JournalEvent {}

  /** The step that was undone last was redone. */
  record Redone() implements JournalEvent {}

  /** Rows were written to the file. */
  record Written(List<WrittenRow> rows) implements JournalEvent {
    /** Keeps its own copy. */
    public Written {
      rows = List.copyOf(rows);
    }
  }

  /** The state of another journal was brought back into this one, which was empty. */
  record Restored(JournalState state) implements JournalEvent {}
}
