package org.quarry.database.profile;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.quarry.database.Session;
import org.sqlite.ProgressHandler;

/**
 * A moment after which SQLite stops what it does, as if cancelled. SQLite itself asks for the time
 * every now and then, so that no thread has to wait for it.
 */
final class TimeLimit {
  /** Steps of SQLite's machine between two looks at the clock: well under a millisecond. */
  private static final int STEPS = 20_000;

  private final long end;
  private final boolean endless;
  private volatile boolean over;

  private TimeLimit(long end, boolean endless) {
    this.end = end;
    this.endless = endless;
  }

  /** So many milliseconds from now. */
  static TimeLimit in(long millis) {
    return new TimeLimit(System.nanoTime() + millis * 1_000_000, false);
  }

  /** Never. */
  static TimeLimit never() {
    return new TimeLimit(0, true);
  }

  /** Whether something was stopped because the moment had come. */
  boolean over() {
    return over;
  }

  /** Does work with a session, whose statements end with the time. */
  <T> T during(Session session, Supplier<T> work) {
    if (endless) {
      return work.get();
    }
    try {
      ProgressHandler.setHandler(session.connection(), STEPS, new Clock());
      try {
        return work.get();
      } finally {
        ProgressHandler.clearHandler(session.connection());
      }
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  private final class Clock extends ProgressHandler {
    @Override
    protected int progress() {
      if (System.nanoTime() - end < 0) {
        return 0;
      }
      over = true;
      return 1;
    }
  }
}
