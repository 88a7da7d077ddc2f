package org.quarry.database.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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
  private static final int BUFFERED = 1 << 16;

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

  /** Takes the records of a file one by one. */
  interface Records {
    void take(byte[] record) throws IOException;
  }

  /** How many bytes it holds. */
  long size() throws IOException {
    return channel.size();
  }

  /**
   * Reads all records from the first to the last; the beginning of one at the end, which a dying
   * process left, is none.
   *
   * @return why there are no more than these, or empty
   */
  String read(Records each) throws IOException {
    channel.position(0);
    long left = channel.size();
    // Not closed: the stream would close the channel, and with it let the file go.
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFERED));
    byte[] first = in.readNBytes(FIRST_LINE.length);
    if (!Arrays.equals(first, Arrays.copyOf(FIRST_LINE, first.length))) {
      return "The file does not begin as one of them does.";
    }
    left -= first.length;
    for (int number = 1; left >= HEAD; number++) {
      int length = in.readInt();
      int sum = in.readInt();
      left -= HEAD;
      if (length > left) {
        break;
      }
      byte[] record = in.readNBytes(Math.max(0, length));
      if (length <= 0 || sum(record) != sum) {
        return "Its record " + number + " is damaged.";
      }
      left -= length;
      each.take(record);
    }
    return "";
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
