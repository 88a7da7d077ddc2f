package org.quarry.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;

/** Looks at a file before SQLite does, for reasons that SQLite does not give. */
final class FileInspection {
  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Map<String, String> KNOWN =
      Map.of(
          "PK\3\4", "a ZIP archive or a spreadsheet",
          "\u001f\u008b", "a gzip archive",
          "\u0089PNG", "a PNG picture",
          "%PDF", "a PDF document",
          "\u00ff\u00d8\u00ff", "a JPEG picture",
          "PAR1", "a Parquet file",
          "\u00d0\u00cf\u0011\u00e0", "an Access or old Office file");

  private FileInspection() {}

  /**
   * Checks that the file can be opened as a database; an empty one can.
   *
   * @return whether it can be written
   * @throws DatabaseProblem if it is missing, may not be read, is encrypted or something else
   */
  static Access inspect(Path file) {
    String name = name(file);
    if (!Files.exists(file)) {
      throw new DatabaseProblem.Missing(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new DatabaseProblem.NotADatabase(name, "It is a folder.");
    }
    if (!Files.isReadable(file)) {
      throw new DatabaseProblem.NoPermission("read", file.toString());
    }
    byte[] start = start(file);
    if (start.length > 0 && !Arrays.equals(Arrays.copyOf(start, HEADER.length), HEADER)) {
      throw stranger(name, start);
    }
    return access(file);
  }

  /** Whether a file is there that begins as a database; false also if that cannot be read. */
  static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
    } catch (IOException unreadable) {
      return false;
    }
  }

  static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4096);
    } catch (AccessDeniedException denied) {
      throw new DatabaseProblem.NoPermission("read", file.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static DatabaseProblem stranger(String name, byte[] start) {
    String head = new String(start, 0, Math.min(8, start.length), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> known : KNOWN.entrySet()) {
      if (head.startsWith(known.getKey())) {
        return new DatabaseProblem.NotADatabase(name, "It is " + known.getValue() + ".");
      }
    }
    boolean wholePages = start.length >= 512 && start.length % 512 == 0;
    if (wholePages && bitsPerByte(start) > (start.length >= 4096 ? 7.8 : 7.2)) {
      return new DatabaseProblem.Encrypted(name);
    }
    return new DatabaseProblem.NotADatabase(
        name, "It does not begin as one does; it may be text or another program's file.");
  }

  /** Shannon's entropy of the bytes; 8 for perfect noise. */
  private static double bitsPerByte(byte[] bytes) {
    int[] counts = new int[256];
    for (byte b : bytes) {
      counts[b & 0xff]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / bytes.length;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** A file without any write permission is kept as it is even from a user who may do all. */
  private static Access access(Path file) {
    boolean marked;
    try {
      marked =
          Files.getPosixFilePermissions(file).stream()
              .noneMatch(
                  permission ->
                      permission == PosixFilePermission.OWNER_WRITE
                          || permission == PosixFilePermission.GROUP_WRITE
                          || permission == PosixFilePermission.OTHERS_WRITE);
    } catch (UnsupportedOperationException | IOException notPosix) {
      marked = false;
    }
    if (marked || !Files.isWritable(file)) {
      return Access.readOnly("The file is write-protected.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isWritable(folder)) {
      return Access.readOnly(
          "Its folder is write-protected, and SQLite needs to put its journal there.");
    }
    return Access.WRITABLE;
  }
}
