package org.quarry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/**
 * A connection with temporary tables of its own, which outlive one piece of work. It cannot write
 * to the file. It is opened when first used; closing it drops its tables. Safe for several threads,
 * one at a time inside.
 */
public final class Scratch implements AutoCloseable {
  private final Database database;
  private final Connections connections;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  Scratch(Database database, Connections connections) {
    this.database = database;
    this.connections = connections;
  }

  /**
   * Lends the connection; waits while it is lent.
   *
   * @param <T> what the work yields
   * @throws Cancelled if the work was cancelled or this is closed
   * @throws DatabaseProblem if SQLite refuses
   */
  public <T> T use(Monitor monitor, Function<Session, T> work) {
    lock.lock();
    try {
      if (closed) {
        throw new Cancelled();
      }
      Connection own = connection;
      if (own == null) {
        own = connections.own();
        connection = own;
      }
      return database.lend(own, monitor, work);
    } catch (SQLException | RuntimeException failed) {
      throw SqliteErrors.translate(failed, database.name());
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Interrupts what runs and closes the connection; twice does nothing more. */
  @Override
  public void close() {
    closed = true;
    Connection own = connection;
    if (own != null) {
      Connections.interrupt(own);
    }
    lock.lock();
    try {
      own = connection;
      connection = null;
      if (own != null) {
        connections.release(own);
      }
    } catch (SQLException failed) {
      throw SqliteErrors.translate(failed, database.name());
    } finally {
      lock.unlock();
    }
  }
}
