package org.quarry.database;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function of SQL that a room above gives to the connections of a file, beside those of SQLite
 * and of {@link SqlFunctions}. It takes any number of values, and the same values give the same
 * result while a statement runs.
 */
public interface SqlFunction {
  /** Its name in SQL. */
  String name();

  /**
   * Makes what is called on one connection, by one thread at a time.
   *
   * @param caller the connection; to be used within a call only
   */
  Body on(Caller caller);

  /** The function on one connection. */
  @FunctionalInterface
  interface Body {
    /**
     * Computes the result.
     *
     * @param arguments Long, Double, String, {@code byte[]} or null each
     * @return one of these
     * @throws org.quarry.work.Problem to make the statement fail with its sentences
     */
    @Nullable Object call(List<@Nullable Object> arguments);
  }

  /** The connection whose statement calls. */
  interface Caller {
    /** A number that is another one when the connection may see other rows than before. */
    long version();

    /** Reads on the connection itself, so that an open transaction's own rows are seen. */
    <T> T read(Function<Session, T> work);
  }
}
