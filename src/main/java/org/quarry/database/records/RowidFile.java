package org.quarry.database.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rowids by their place in a temporary file of eight bytes each, so that memory stays flat at any
 * number of rows. One thread adds; others may read what {@link #size} says is there. The file is
 * gone when this is closed.
 */
final class RowidFile implements AutoCloseable {
  private static final int BUFFERED = 1 << 13;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer pending = ByteBuffer.allocate(BUFFERED * Long.BYTES);
  private volatile long size;

  /** Makes an empty one among the system's temporary files. */
  RowidFile() throws IOException {
    path = Files.createTempFile("quarry", ".rowids");
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Where the file is. */
  Path path() {
    return path;
  }

  /** How many rowids can be read. */
  long size() {
    return size;
  }

  void add(long rowid) throws IOException {
    pending.putLong(rowid);
    if (!pending.hasRemaining()) {
      flush();
    }
  }

  /** Makes all that was added readable. */
  void flush() throws IOException {
    pending.flip();
    long added = pending.remaining() / Long.BYTES;
    long at = size * Long.BYTES;
    while (pending.hasRemaining()) {
      at += channel.write(pending, at);
    }
    pending.clear();
    long before = size;
    size = before + added;
  }

  /** The rowids from a place on, before another. */
  long[] read(long first, long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact((end - first) * Long.BYTES));
    long at = first * Long.BYTES;
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, at);
      if (read < 0) {
        throw new IOException("the file is shorter than was written");
      }
      at += read;
    }
    bytes.flip();
    long[] rowids = new long[(int) (end - first)];
    bytes.asLongBuffer().get(rowids);
    return rowids;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
