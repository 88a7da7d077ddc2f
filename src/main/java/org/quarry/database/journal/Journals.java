package org.quarry.database.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalEvent;
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

  /**
   * An empty journal for a database that was just opened, with what earlier openings of it left.
   * Blocks on the disk.
   *
   * @param failed told, on any thread, when changes cannot be kept
   */
  public KeptJournal open(Path database, Consumer<? super Problem> failed) {
    List<LeftEdits> left = new ArrayList<>();
    List<JournalProblem.SetAside> setAside = new ArrayList<>();
    FileIdentity now = new FileIdentity("", "", 0, 0);
    try {
      Files.createDirectories(folder);
      now = FileIdentity.of(database);
      for (Path path : files()) {
        Optional<JournalFile> held = JournalFile.hold(path);
        if (held.isPresent()) {
          look(held.get(), now, left, setAside);
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
  private void look(
      JournalFile file,
      FileIdentity now,
      List<LeftEdits> left,
      List<JournalProblem.SetAside> setAside)
      throws IOException {
    JournalFile.Content content = file.read();
    ChangeJournal journal = new ChangeJournal();
    FileIdentity since = null;
    String damage = content.damage();
    try {
      for (byte[] record : content.whole()) {
        Object read = JournalCodec.read(record);
        if (read instanceof FileIdentity identity) {
          since = identity;
        } else {
          journal.replay((JournalEvent) read);
        }
      }
    } catch (IOException | RuntimeException defect) {
      damage = "Its records do not follow from each other: " + defect.getMessage() + ".";
    }
    if (since != null && !now.continues(since)) {
      file.close();
    } else if (!damage.isEmpty()) {
      Path kept = folder.resolve(file.path().getFileName() + ".damaged");
      file.moveTo(kept);
      String name = since == null ? "a database" : Path.of(since.path()).getFileName().toString();
      setAside.add(new JournalProblem.SetAside(name, kept, damage));
    } else if (since == null || journal.size() == 0) {
      file.delete();
    } else {
      left.add(new LeftEdits(file, journal.state(), journal.size(), since));
    }
  }
}
