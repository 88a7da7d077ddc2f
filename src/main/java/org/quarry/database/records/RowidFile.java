package org.quarry.database.records;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quarry.work.Cancelled;

/**
 * Rowids by their place in a temporary file of eight bytes each, so that memory stays flat at any
 * number of rows. One thread adds; others may read what {@link #size} says is there, also threads
 * that are interrupted. The file is gone when this is closed, or when the process ends.
 */
final class RowidFile implements AutoCloseable {
  private static final int BUFFERED = 1 << 13;

  private final File path;

  /** Not a channel: an interrupt of one reader would close that for all. Guarded by itself. */
  private final RandomAccessFile file;

  private final ByteBuffer pending = ByteBuffer.allocate(BUFFERED * Long.BYTES);
  private volatile long size;
  private volatile boolean closed;

  /** Makes an empty one among the system's temporary files. */
  RowidFile() throws IOException {
    this(Files.createTempFile("quarry", ".rowids"));
  }

  /**
   * Takes an empty file for its own.
   *
   * @throws IOException if it cannot be opened; then it is gone too
   */
  RowidFile(Path path) throws IOException {
    this.path = path.toFile();
    try {
      file = new RandomAccessFile(this.path, "rw");
    } catch (IOException failed) {
      remove();
      throw failed;
    }
    // Where the system allows it the name goes at once, so that nothing is left by a process that
    // is killed.
    remove();
  }

  /** Tries to remove the file; what a system does not remove now it may remove at the end. */
  private void remove() {
    if (!path.delete() && path.exists()) {
      path.deleteOnExit();
    }
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
    long before = size;
    int bytes = pending.position();
    synchronized (file) {
      requireOpen();
      file.seek(before * Long.BYTES);
      file.write(pending.array(), 0, bytes);
    }
    pending.clear();
    size = before + bytes / Long.BYTES;
  }

  /**
   * The rowids from a place on, before another.
   *
   * @throws Cancelled if this is closed
   */
  long[] read(long first, long end) throws IOException {
    byte[] bytes = new byte[Math.toIntExact((end - first) * Long.BYTES)];
    synchronized (file) {
      requireOpen();
      file.seek(first * Long.BYTES);
      file.readFully(bytes);
    }
    long[] rowids = new long[(int) (end - first)];
    ByteBuffer.wrap(bytes).asLongBuffer().get(rowids);
    return rowids;
  }

  private void requireOpen() {
    if (closed) {
      throw new Cancelled();
    }
  }

  /** Lets go of the file. What fails here leaves at most a temporary file, which none waits for. */
  @Override
  public void close() {
    synchronized (file) {
      closed = true;
      try {
        file.close();
      } catch (IOException failed) {
        path.deleteOnExit();
      }
      remove();
    }
  }
}
