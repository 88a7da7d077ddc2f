package org.quarry.database.journal;

import java.util.List;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.WrittenRow;

/** What a journal file holds beside the events of its journal and the file's identity. */
sealed interface JournalRecord {
  /**
   * The rows are about to be committed. If neither this was undone nor {@link JournalEvent.Written}
   * follows, nobody knows whether they were.
   */
  record Writing(List<WrittenRow> rows) implements JournalRecord {
    /** Keeps its own copy. */
    public Writing {
      rows = List.copyOf(rows);
    }
  }

  /** What was about to be committed was not. */
  record NotWritten() implements JournalRecord {}

  /**
   * An event that takes over all that another journal file holds. As both are said in one record,
   * no crash leaves the same edits in two files that count.
   *
   * @param name the other file's name
   */
  record InPlaceOf(String name, JournalEvent event) implements JournalRecord {}
}
