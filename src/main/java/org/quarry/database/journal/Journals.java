package org.quarry.database.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.StagedCheck;
import org.quarry.database.records.WrittenRow;
import org.quarry.work.Problem;

/**
 * The folder in which staged changes are kept. Each opening of a database has a file of its own,
 * held by a lock while its process lives, so that windows and processes on the same database leave
 * each other's edits alone.
 */
public final class Journals {
  static final String ENDING = ".journal";

  private final Path folder;
  private final Executor writer;

  /**
   * Makes one.
   *
   * @param folder where the files are; it is made when it is first needed
   * @param writer runs one thing after the other, off the UI thread
   */
  public Journals(Path folder, Executor writer) {
    this.folder = folder;
    this.writer = writer;
  }

  /** Finds out what became of rows that were about to be committed when a program ended. */
  public interface Look {
    /** Holds the rows against the file. */
    StagedCheck.Outcome outcome(List<WrittenRow> rows);
  }

  /** As the other, without a look at what became of rows that were about to be committed. */
  public KeptJournal open(Path database, Consumer<? super Problem> failed) {
    return open(database, rows -> StagedCheck.Outcome.UNCLEAR, failed);
  }

  /**
   * An empty journal for a database that was just opened, with what earlier openings of it left.
   * Blocks on the disk.
   *
   * @param look asked where an opening ended while it wrote
   * @param failed told, on any thread, when changes cannot be kept
   */
  public KeptJournal open(Path database, Look look, Consumer<? super Problem> failed) {
    List<LeftJournal> found = new ArrayList<>();
    List<LeftEdits> left = new ArrayList<>();
    List<JournalProblem.SetAside> setAside = new ArrayList<>();
    FileIdentity now = new FileIdentity("", "", 0, 0);
    try {
      Files.createDirectories(folder);
      now = FileIdentity.of(database);
      for (Path path : files()) {
        Optional<JournalFile> held = JournalFile.hold(path);
        if (held.isPresent()) {
          found.add(LeftJournal.read(held.get()));
        }
      }
      Set<String> replaced = new HashSet<>();
      found.forEach(each -> replaced.addAll(each.replaces()));
      for (LeftJournal each : found) {
        if (replaced.contains(each.name())) {
          each.file().delete();
        } else {
          keep(each, now, look, left, setAside);
        }
      }
    } catch (IOException denied) {
      failed.accept(new JournalProblem.NotKept(folder, denied));
    }
    return new KeptJournal(folder, database, now, writer, failed, left, setAside);
  }

  /** The oldest first. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .toList();
    } catch (UncheckedIOException denied) {
      throw denied.getCause();
    }
  }

  /** Keeps the file held if its edits are to be offered. */
  private void keep(
      LeftJournal each,
      FileIdentity now,
      Look look,
      List<LeftEdits> left,
      List<JournalProblem.SetAside> setAside)
      throws IOException {
    FileIdentity since = each.since();
    if (since != null && !now.continues(since)) {
      each.file().close();
    } else if (!each.damage().isEmpty()) {
      Path kept = folder.resolve(each.name() + ".damaged");
      each.file().moveTo(kept);
      String name = since == null ? "a database" : Path.of(since.path()).getFileName().toString();
      setAside.add(new JournalProblem.SetAside(name, kept, each.damage()));
    } else {
      boolean unclear = each.settle(look);
      ChangeJournal journal = each.journal();
      if (since == null || journal.size() == 0) {
        each.file().delete();
      } else {
        left.add(new LeftEdits(each.file(), journal.state(), journal.size(), since, unclear));
      }
    }
  }
}
