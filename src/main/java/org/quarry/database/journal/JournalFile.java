package org.quarry.database.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file of records, each its length, its checksum (CRC-32) and its bytes, after a first line. It
 * is only appended to, so a process that dies while it writes leaves whole records and at most the
 * beginning of one. Held by a lock, which ends with the process. For one thread at a time.
 */
final class JournalFile implements AutoCloseable {
  private static final byte[] FIRST_LINE =
      "Quarry staged edits 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 8;

  private final Path path;
  private final FileChannel channel;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes a new file and holds it. */
  static JournalFile create(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException("another program holds " + path);
      }
      write(channel, ByteBuffer.wrap(FIRST_LINE));
      return new JournalFile(path, channel);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Holds an existing file, unless a living process holds it or it has just gone. */
  static Optional<JournalFile> hold(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = channel.tryLock() != null && Files.exists(path);
    } catch (OverlappingFileLockException heldByThisProcess) {
      held = false;
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return held ? Optional.of(new JournalFile(path, channel)) : Optional.empty();
  }

  Path path() {
    return path;
  }

  /** Appends a record; when this returns it is on the disk. */
  void append(byte[] record) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + record.length);
    bytes.putInt(record.length).putInt(sum(record)).put(record).flip();
    channel.position(channel.size());
    write(channel, bytes);
    channel.force(false);
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * What a journal file holds.
   *
   * @param whole its records from the first to the last; the beginning of one at the end, which a
   *     dying process left, is none
   * @param damage why it holds no more than these, or empty
   */
  record Content(List<byte[]> whole, String damage) {}

  /** Reads all of it. */
  Content read() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (read >= 0 && all.hasRemaining()) {
      read = channel.read(all, all.position());
    }
    all.flip();
    List<byte[]> whole = new ArrayList<>();
    byte[] first = new byte[Math.min(FIRST_LINE.length, all.remaining())];
    all.get(first);
    if (!Arrays.equals(first, Arrays.copyOf(FIRST_LINE, first.length))) {
      return new Content(whole, "The file does not begin as one of them does.");
    }
    while (all.remaining() >= HEAD) {
      int length = all.getInt();
      int sum = all.getInt();
      if (length > all.remaining()) {
        break;
      }
      byte[] record = new byte[Math.max(0, length)];
      all.get(record);
      if (length <= 0 || sum(record) != sum) {
        return new Content(whole, "Its record " + (whole.size() + 1) + " is damaged.");
      }
      whole.add(record);
    }
    return new Content(whole, "");
  }

  private static int sum(byte[] record) {
    CRC32 crc = new CRC32();
    crc.update(record);
    return (int) crc.getValue();
  }

  /** Deletes the file. */
  void delete() throws IOException {
    Files.deleteIfExists(path);
    close();
  }

  /** Gives the file another name and lets it go. */
  void moveTo(Path other) throws IOException {
    close();
    Files.move(path, other);
  }

  /** Lets the file go. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
