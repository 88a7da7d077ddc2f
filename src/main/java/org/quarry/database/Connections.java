package org.quarry.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Cancelled;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * The connections of one file: one writer, and up to {@value #READERS} readers that cannot write.
 * All are opened when first needed. Safe for several threads.
 */
final class Connections implements AutoCloseable {
  static final int READERS = 8;

  /** How long SQLite waits for another program's lock, in milliseconds. */
  private static final int PATIENCE = 2_000;

  /** Threads with which SQLite may sort many rows, beside its own. */
  private static final int SORTERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final Path file;
  private final boolean writable;
  private final Preparation preparation;
  private final BlockingQueue<Slot> free = new ArrayBlockingQueue<>(READERS);
  private final List<Connection> open = new ArrayList<>();
  private final ReentrantLock writing = new ReentrantLock(true);
  private @Nullable Connection writer;
  private boolean closed;

  /** A place for a reader; its connection is opened when the place is first taken. */
  private static final class Slot {
    @Nullable Connection connection;
  }

  /** What is done to each connection before it is first lent. */
  interface Preparation {
    void prepare(Connection connection) throws SQLException;
  }

  Connections(Path file, boolean writable, Preparation preparation) {
    this.file = file;
    this.writable = writable;
    this.preparation = preparation;
    for (int i = 0; i < READERS; i++) {
      free.add(new Slot());
    }
  }

  /** Something done with a connection. */
  interface Use<T> {
    T with(Connection connection) throws SQLException;
  }

  <T> T reading(Use<T> use) throws SQLException {
    Slot slot;
    try {
      slot = free.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
    try {
      Connection connection = slot.connection;
      if (connection == null) {
        connection = connect(true);
        slot.connection = connection;
      }
      return use.with(connection);
    } finally {
      free.add(slot);
    }
  }

  <T> T writing(Use<T> use) throws SQLException {
    writing.lock();
    try {
      if (writer == null) {
        writer = connect(!writable);
      }
      return use.with(writer);
    } finally {
      writing.unlock();
    }
  }

  /** A reader for one owner alone, who hands it to {@link #release}. */
  Connection own() throws SQLException {
    return connect(true);
  }

  void release(Connection connection) throws SQLException {
    synchronized (open) {
      open.remove(connection);
    }
    connection.close();
  }

  /** As {@link #writing}, or empty while the writer is lent or when all is closed. */
  <T> Optional<T> writingIfFree(Use<T> use) throws SQLException {
    if (!writing.tryLock()) {
      return Optional.empty();
    }
    try {
      synchronized (open) {
        if (closed) {
          return Optional.empty();
        }
      }
      return Optional.of(writing(use));
    } finally {
      writing.unlock();
    }
  }

  static Long dataVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA data_version")) {
      return result.getLong(1);
    }
  }

  private Connection connect(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(PATIENCE);
    config.enforceForeignKeys(true);
    config.setExplicitReadOnly(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      firstRead(connection);
    } catch (SQLException failed) {
      connection.close();
      if (!readOnly || !leftWithoutLog(failed)) {
        throw failed;
      }
      connection = config.createConnection(unchangingUri());
      firstRead(connection);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA threads = " + SORTERS);
    }
    SqlFunctions.register(connection);
    preparation.prepare(connection);
    synchronized (open) {
      if (closed) {
        connection.close();
        throw new Cancelled();
      }
      open.add(connection);
    }
    return connection;
  }

  private static void firstRead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
    }
  }

  /**
   * A database in WAL mode cannot be opened for reading where its log cannot be made. If no log is
   * left behind, the file alone is complete and may be read as one that never changes.
   */
  private boolean leftWithoutLog(SQLException failed) {
    int code = failed.getErrorCode() & 0xff;
    return (code == 14 || code == 8) && !Files.exists(Path.of(file + "-wal"));
  }

  private String unchangingUri() {
    return "jdbc:sqlite:"
        + file.toAbsolutePath().toUri().toString().replace("file:///", "file:/")
        + "?immutable=1";
  }

  /** Stops the statement that runs on the connection now, if one does. */
  static void interrupt(Connection connection) {
    try {
      connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    } catch (SQLException closedMeanwhile) {
      // Nothing runs on a closed connection.
    }
  }

  /** Interrupts what runs and closes every connection; an open transaction is rolled back. */
  @Override
  public void close() {
    synchronized (open) {
      closed = true;
      open.forEach(Connections::interrupt);
    }
    int taken = 0;
    boolean interrupted = false;
    while (taken < READERS) {
      try {
        free.take();
        taken++;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    writing.lock();
    try {
      for (Connection connection : open) {
        connection.close();
      }
    } catch (SQLException failed) {
      throw SqliteErrors.translate(failed, FileInspection.name(file));
    } finally {
      writing.unlock();
      for (int i = 0; i < READERS; i++) {
        free.add(new Slot());
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
