package org.quarry.database.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.StagedCheck;
import org.quarry.database.records.WrittenRow;
import org.quarry.work.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal file that nobody has open, read to its end. */
final class LeftJournal {
  private static final Logger LOG = LoggerFactory.getLogger(LeftJournal.class);

  private final JournalFile file;
  private final ChangeJournal journal = new ChangeJournal();
  private final List<String> replaces = new ArrayList<>();
  private @Nullable FileIdentity since;
  private @Nullable List<WrittenRow> writing;
  private String damage = "";

  private LeftJournal(JournalFile file) {
    this.file = file;
  }

  /** Reads a file that is held. */
  static LeftJournal read(JournalFile file) throws IOException {
    LeftJournal left = new LeftJournal(file);
    try {
      left.damage = file.read(left::take);
    } catch (BadRecord defect) {
      left.damage = "Its records do not follow from each other: " + defect.getMessage() + ".";
    }
    return left;
  }

  /** A record that is whole, but says nothing that can be. */
  private static final class BadRecord extends IOException {
    private static final long serialVersionUID = 1L;

    BadRecord(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  private void take(byte[] record) throws BadRecord {
    try {
      take(JournalCodec.read(record));
    } catch (IOException | RuntimeException defect) {
      throw new BadRecord(defect);
    }
  }

  private void take(Object read) {
    switch (read) {
      case FileIdentity identity -> since = identity;
      case JournalRecord.Writing begun -> writing = begun.rows();
      case JournalRecord.NotWritten _ -> writing = null;
      case JournalRecord.InPlaceOf other -> {
        replaces.add(other.name());
        journal.replay(other.event());
      }
      case JournalEvent event -> {
        journal.replay(event);
        if (event instanceof JournalEvent.Written) {
          writing = null;
        }
      }
      default -> throw new IllegalStateException("no record is a " + read.getClass());
    }
  }

  /**
   * Takes note of what became of rows that were about to be committed.
   *
   * @return whether nobody knows
   */
  boolean settle(Journals.Look look) {
    List<WrittenRow> begun = writing;
    if (begun == null) {
      return false;
    }
    StagedCheck.Outcome outcome;
    try {
      outcome = look.outcome(begun);
    } catch (Problem unreadable) {
      LOG.info("could not look at what {} began to write", name(), unreadable);
      outcome = StagedCheck.Outcome.UNCLEAR;
    }
    if (outcome == StagedCheck.Outcome.WRITTEN) {
      journal.replay(new JournalEvent.Written(begun));
    }
    return outcome == StagedCheck.Outcome.UNCLEAR;
  }

  JournalFile file() {
    return file;
  }

  String name() {
    return file.path().getFileName().toString();
  }

  ChangeJournal journal() {
    return journal;
  }

  /** The names of the files whose edits it took over. */
  List<String> replaces() {
    return replaces;
  }

  /** What the database was when something was kept last, or null if nothing was. */
  @Nullable FileIdentity since() {
    return since;
  }

  /** Why it cannot be read to its end, or empty. */
  String damage() {
    return damage;
  }
}
