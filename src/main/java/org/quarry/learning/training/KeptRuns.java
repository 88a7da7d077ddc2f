package org.quarry.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import tools.jackson.core.JacksonException;

/**
 * The runs of one database in a folder, a file for each, so that two windows may keep theirs at
 * once. The oldest beyond {@value #MOST} are deleted. A file that cannot be read is renamed, told
 * once, and in nobody's way any more. Every method blocks on the disk.
 */
public final class KeptRuns {
  /** Keeps nothing. */
  public static final KeptRuns NONE = new KeptRuns(null);

  /** How many runs of a database are kept. */
  public static final int MOST = 100;

  private static final String SUFFIX = ".run.json";

  private final @Nullable Path folder;

  /** Those in a folder, which is made when it is first needed; null keeps nothing. */
  KeptRuns(@Nullable Path folder) {
    this.folder = folder;
  }

  /**
   * What was read.
   *
   * @param runs the runs, the latest first
   * @param aside what was said of files that could not be read, or null when all could
   */
  public record Read(List<KeptRun> runs, @Nullable Problem aside) {
    /** Copies the list. */
    public Read {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Reads them.
   *
   * @throws LearningProblem.RunsNotKept if the folder cannot be read
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public Read read(Monitor monitor) {
    List<KeptRun> runs = new ArrayList<>();
    List<String> aside = new ArrayList<>();
    try {
      for (Path file : files()) {
        monitor.checkpoint();
        try {
          runs.add(RunJson.read(Files.readString(file)));
        } catch (JacksonException
            | IllegalArgumentException
            | DateTimeException
            | LearningProblem damaged) {
          Files.move(
              file,
              file.resolveSibling(file.getFileName() + ".damaged"),
              StandardCopyOption.REPLACE_EXISTING);
          aside.add(file.getFileName() + ": " + first(damaged));
        }
      }
    } catch (IOException failed) {
      throw new LearningProblem.RunsNotKept("The list of runs cannot be read.", failed);
    }
    runs.sort(Comparator.comparing(KeptRun::began).reversed());
    return new Read(runs, aside.isEmpty() ? null : new LearningProblem.DamagedRuns(aside));
  }

  private static String first(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("it is empty");
  }

  /**
   * Keeps a run, in place of one of the same id.
   *
   * @throws LearningProblem.RunsNotKept if it cannot be written
   */
  public void keep(KeptRun run) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "run", ".part");
      Files.writeString(part, RunJson.write(run));
      Files.move(
          part,
          folder.resolve(run.id() + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      List<Path> files = files();
      for (Path old : files.subList(0, Math.max(0, files.size() - MOST))) {
        Files.deleteIfExists(old);
      }
    } catch (IOException failed) {
      throw new LearningProblem.RunsNotKept("The run cannot be kept in the list.", failed);
    }
  }

  /**
   * Forgets the run of an id; nothing happens when it is not kept.
   *
   * @throws LearningProblem.RunsNotKept if its file cannot be deleted
   */
  public void forget(String id) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve(id + SUFFIX));
    } catch (IOException failed) {
      throw new LearningProblem.RunsNotKept("The run cannot be taken off the list.", failed);
    }
  }

  /** Their files, the oldest first: an id begins with the time of its run. */
  private List<Path> files() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }
}
