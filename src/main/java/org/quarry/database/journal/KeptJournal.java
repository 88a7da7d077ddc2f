package org.quarry.database.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalEvent;
import org.quarry.work.Problem;

/**
 * The staged changes of one opening of a database, kept on disk as they happen, and what earlier
 * openings left. Its methods are for the one thread that stages; the disk is the writer's, which
 * does one thing after the other.
 */
public final class KeptJournal {
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

  /** Journals that could not be read, each set aside. */
  public List<JournalProblem.SetAside> setAside() {
    return setAside;
  }

  /** Stages again what earlier openings left. */
  public void bringBack() {
    for (LeftEdits edits : left) {
      journal.bringBack(edits.state());
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
    writer.execute(() -> append(event));
  }

  private void append(JournalEvent event) {
    if (broken) {
      return;
    }
    try {
      JournalFile open = file;
      if (open == null) {
        open = JournalFile.create(folder.resolve(UUID.randomUUID() + Journals.ENDING));
        file = open;
        open.append(JournalCodec.identity(FileIdentity.of(database)));
      }
      open.append(JournalCodec.event(event));
      if (event instanceof JournalEvent.Written) {
        open.append(JournalCodec.identity(FileIdentity.of(database)));
      }
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
