package org.quarry.database.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one database file from another.
 *
 * @param path where it is, links resolved
 * @param key what the file system calls it, which a rename keeps; empty where there is none
 * @param size its bytes
 * @param counter the change counter of its header: bytes 24 to 27, as SQLite's "Database File
 *     Format" says
 */
public record FileIdentity(String path, String key, long size, long counter) {
  /**
   * The identity of a file as it is now.
   *
   * @throws IOException if it is gone or cannot be read
   */
  public static FileIdentity of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return new FileIdentity(
        file.toRealPath().toString(),
        key == null ? "" : key.toString(),
        attributes.size(),
        counter(file));
  }

  private static long counter(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(28);
      return header.length < 28 ? 0 : Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(24));
    }
  }

  /** Whether a journal of {@code other} belongs to this file: same place, or renamed to here. */
  boolean continues(FileIdentity other) {
    return path.equals(other.path)
        || (!key.isEmpty() && key.equals(other.key) && !Files.exists(Path.of(other.path)));
  }
}
