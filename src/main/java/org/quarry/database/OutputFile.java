package org.quarry.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is written for others: a picture, a report, a model, a script, a value. Another
 * program sees the old file or the whole new one, and never does one take the place of a database.
 */
public final class OutputFile {
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

  private OutputFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to the stream, which is closed by the caller. */
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, in place of one that may be there. What is no file, such as a pipe, is written
   * to as it is. When the content throws, nothing has changed. A file that is protected from
   * writing is not replaced.
   *
   * @throws DatabaseProblem.InTheWay if a database, or a part of one, is there
   * @throws IOException if the system refuses
   */
  public static void write(Path file, Content content) throws IOException {
    requireNoDatabase(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.to(out);
      }
      return;
    }
    // To replace a file the folder's permission is enough; the file's own is to count as well.
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    // Not createTempFile: its file would be readable by its owner alone for ever.
    Path part =
        place.resolveSibling(
            "." + place.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        content.to(out);
      }
      move(part, place);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a text in UTF-8, as {@link #write} does.
   *
   * @throws DatabaseProblem.InTheWay if a database, or a part of one, is there
   * @throws IOException if the system refuses
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Makes sure that a file may be written without harm to a database.
   *
   * @throws DatabaseProblem.InTheWay if a database, or a part of one, is there
   */
  public static void requireNoDatabase(Path file) {
    String name = FileInspection.name(file);
    boolean part =
        BESIDE.stream()
            .filter(name::endsWith)
            .map(ending -> name.substring(0, name.length() - ending.length()))
            .anyMatch(whole -> FileInspection.isDatabase(file.resolveSibling(whole)));
    if (part || FileInspection.isDatabase(file)) {
      throw new DatabaseProblem.InTheWay(file.toString());
    }
  }

  /** Why a file could not be written, as a sentence. */
  public static String reason(IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return "There is no such folder.";
    }
    if (failed instanceof AccessDeniedException) {
      return "You may not write there.";
    }
    String reason =
        failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
    return reason == null ? "The system gives no reason." : "The system says: " + reason + ".";
  }
}
