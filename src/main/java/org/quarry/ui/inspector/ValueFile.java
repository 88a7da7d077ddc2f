package org.quarry.ui.inspector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.quarry.database.OutputFile;
import org.quarry.database.records.TypedValue;
import org.quarry.work.Monitor;

/** A value in a file of its own. Blocks on the disk. */
final class ValueFile {
  /** Bytes of a file that a cell takes: what is staged is held in memory. */
  static final long MOST = 100L * 1024 * 1024;

  private static final int CHUNK = 1024 * 1024;

  private ValueFile() {}

  /**
   * Saves a BLOB as its bytes and anything else as UTF-8 text. A file of that name is replaced once
   * all is written, and stays as it was when that fails.
   *
   * @return how many bytes it has
   * @throws InspectorProblem.FileFailed if it cannot be written
   */
  static long save(Path file, Object value, Monitor monitor) {
    byte[] bytes =
        value instanceof byte[] blob
            ? blob
            : TypedValue.text(value).getBytes(StandardCharsets.UTF_8);
    try {
      OutputFile.write(file, out -> write(bytes, out, monitor));
      return bytes.length;
    } catch (IOException failed) {
      throw new InspectorProblem.FileFailed(
          file.getFileName() + " could not be written.", OutputFile.reason(failed), failed);
    }
  }

  private static void write(byte[] bytes, OutputStream out, Monitor monitor) throws IOException {
    for (int at = 0; at < bytes.length; at += CHUNK) {
      monitor.checkpoint();
      monitor.report(at, bytes.length, "");
      out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
    }
  }

  /**
   * Reads a file.
   *
   * @throws InspectorProblem.FileTooLarge if it has more than {@link #MOST} bytes
   * @throws InspectorProblem.FileFailed if it cannot be read
   */
  static byte[] read(Path file, Monitor monitor) {
    try {
      long size = Files.size(file);
      if (size > MOST) {
        throw new InspectorProblem.FileTooLarge(file, size, MOST);
      }
      byte[] bytes = new byte[(int) size];
      try (InputStream in = Files.newInputStream(file)) {
        int read = 0;
        int got = 0;
        while (read < bytes.length && got >= 0) {
          monitor.checkpoint();
          monitor.report(read, size, "");
          got = in.read(bytes, read, Math.min(CHUNK, bytes.length - read));
          read += Math.max(got, 0);
        }
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
      }
    } catch (IOException failed) {
      throw new InspectorProblem.FileFailed(
          file.getFileName() + " could not be read.", reason(failed), failed);
    }
  }

  /** The text of a file's bytes. */
  static String text(Path file, byte[] bytes) {
    return Utf8.exactly(bytes).orElseThrow(() -> new InspectorProblem.NotText(file));
  }

  private static String reason(IOException failed) {
    return switch (failed) {
      case AccessDeniedException _ -> "Its folder or file does not allow it.";
      case NoSuchFileException missing -> "There is no " + missing.getFile() + ".";
      default -> failed.getMessage() == null ? "The disk refused." : failed.getMessage() + ".";
    };
  }
}
