package org.quarry.database.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.JournalState;
import org.quarry.database.records.WrittenRow;
import org.quarry.work.Problem;

/**
 * The staged changes of one opening of a database, kept on disk as they happen, and what earlier
 * openings left. Its methods are for the one thread that stages; the disk is the writer's, which
 * does one thing after the other.
 */
public final class KeptJournal {
  /** From so many bytes on a file is made short when half of it is no longer needed. */
  static final long LONG = 64L << 20;

  private final Path folder;
  private final Path database;
  private final Executor writer;
  private final Consumer<? super Problem> failed;
  private final ChangeJournal journal = new ChangeJournal(this::keep);
  private final List<JournalProblem.SetAside> setAside;
  private final boolean changedSince;
  private final boolean replacedSince;
  private List<LeftEdits> left;
  private @Nullable JournalFile file;
  private boolean broken;

  /** The file of which the next event takes over all; for the thread that stages. */
  private @Nullable String takingOver;

  /** Whether rows are about to be committed; for the thread that stages and the one that writes. */
  private volatile boolean writing;

  /** What the file takes, and what it would take at least when it was last made short. */
  private volatile long bytes;

  private volatile long shortest;

  KeptJournal(
      Path folder,
      Path database,
      FileIdentity now,
      Executor writer,
      Consumer<? super Problem> failed,
      List<LeftEdits> left,
      List<JournalProblem.SetAside> setAside) {
    this.folder = folder;
    this.database = database;
    this.writer = writer;
    this.failed = failed;
    this.left = List.copyOf(left);
    this.setAside = List.copyOf(setAside);
    changedSince = left.stream().anyMatch(edits -> !edits.since().equals(now));
    replacedSince = left.stream().anyMatch(edits -> !edits.since().key().equals(now.key()));
  }

  /** The staged changes. */
  public ChangeJournal journal() {
    return journal;
  }

  /**
   * How many edits earlier openings left unwritten; none after they were brought back or dropped.
   */
  public int leftEdits() {
    return left.stream().mapToInt(LeftEdits::edits).sum();
  }

  /** Whether the database was changed since the edits were left. */
  public boolean changedSince() {
    return changedSince;
  }

  /** Whether another file stands in the place of the one that was edited. */
  public boolean replacedSince() {
    return replacedSince;
  }

  /** Whether an opening ended while it wrote, and nobody knows whether it did. */
  public boolean unclear() {
    return left.stream().anyMatch(LeftEdits::unclear);
  }

  /** Journals that could not be read, each set aside. */
  public List<JournalProblem.SetAside> setAside() {
    return setAside;
  }

  /** Stages again what earlier openings left. */
  public void bringBack() {
    for (LeftEdits edits : left) {
      takingOver = edits.file().path().getFileName().toString();
      journal.bringBack(edits.state());
      takingOver = null;
      writer.execute(() -> let(edits, !broken));
    }
    left = List.of();
  }

  /** Deletes what earlier openings left. */
  public void drop() {
    left.forEach(edits -> writer.execute(() -> let(edits, true)));
    left = List.of();
  }

  /**
   * Keeps on disk that rows are about to be committed, so that a crash between the commit and the
   * journal's note of it does not offer them a second time. Waits for the disk; for any thread.
   */
  public void writing(List<WrittenRow> rows) {
    writing = true;
    CompletableFuture.runAsync(
            () -> append(JournalCodec.record(new JournalRecord.Writing(rows)), false), writer)
        .join();
  }

  /** Keeps on disk that what was about to be committed was not. */
  public void notWritten() {
    if (writing) {
      writing = false;
      writer.execute(() -> append(JournalCodec.record(new JournalRecord.NotWritten()), false));
    }
  }

  /**
   * Lets go of the files. What is staged stays on disk and is offered at the next opening; what
   * earlier openings left stays too.
   */
  public void close() {
    boolean empty = journal.size() == 0;
    List<LeftEdits> undecided = left;
    writer.execute(
        () -> {
          undecided.forEach(edits -> let(edits, false));
          close(empty);
        });
  }

  private void let(LeftEdits edits, boolean delete) {
    try {
      if (delete) {
        edits.file().delete();
      } else {
        edits.file().close();
      }
    } catch (IOException denied) {
      fail(denied);
    }
  }

  private void close(boolean empty) {
    try {
      if (file != null && empty) {
        file.delete();
      } else if (file != null) {
        file.close();
      }
    } catch (IOException denied) {
      fail(denied);
    }
    broken = true;
  }

  private void keep(JournalEvent event) {
    String other = takingOver;
    if (event instanceof JournalEvent.Written) {
      writing = false;
    }
    if (other == null && !writing && bytes > LONG && bytes > 2 * shortest) {
      bytes = 0;
      JournalState state = journal.state();
      writer.execute(() -> shorten(state));
      return;
    }
    writer.execute(
        () ->
            append(
                other == null
                    ? JournalCodec.event(event)
                    : JournalCodec.record(new JournalRecord.InPlaceOf(other, event)),
                event instanceof JournalEvent.Written));
  }

  /** Begins a new file with the state alone in place of the one that has grown long. */
  private void shorten(JournalState state) {
    JournalFile old = file;
    if (broken || old == null) {
      return;
    }
    try {
      JournalFile fresh = create();
      fresh.append(
          JournalCodec.record(
              new JournalRecord.InPlaceOf(
                  old.path().getFileName().toString(), new JournalEvent.Restored(state))));
      file = fresh;
      bytes = fresh.size();
      shortest = bytes;
      old.delete();
    } catch (IOException denied) {
      fail(denied);
    }
  }

  private JournalFile create() throws IOException {
    JournalFile fresh = JournalFile.create(folder.resolve(UUID.randomUUID() + Journals.ENDING));
    fresh.append(JournalCodec.identity(FileIdentity.of(database)));
    return fresh;
  }

  private void append(byte[] record, boolean written) {
    if (broken) {
      return;
    }
    try {
      JournalFile open = file;
      if (open == null) {
        open = create();
        file = open;
      }
      open.append(record);
      if (written) {
        open.append(JournalCodec.identity(FileIdentity.of(database)));
      }
      bytes = open.size();
    } catch (IOException denied) {
      fail(denied);
    }
  }

  private void fail(IOException denied) {
    if (!broken) {
      broken = true;
      failed.accept(new JournalProblem.NotKept(folder, denied));
    }
  }
}
