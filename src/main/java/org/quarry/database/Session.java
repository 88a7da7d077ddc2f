package org.quarry.database;

import java.sql.Connection;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/**
 * A connection lent to one piece of work on one thread. It must not be kept past the call that lent
 * it.
 */
public final class Session {
  private final SqlSession session;
  private final Connection connection;

  Session(SqlSession session, Connection connection) {
    this.session = session;
    this.connection = connection;
  }

  /**
   * A mapper on this connection.
   *
   * @param <M> the mapper
   * @param type an interface whose methods carry SQL
   */
  public <M> M mapper(Class<M> type) {
    Configuration configuration = session.getConfiguration();
    synchronized (configuration) {
      if (!configuration.hasMapper(type)) {
        configuration.addMapper(type);
      }
    }
    return session.getMapper(type);
  }

  /** The connection itself, for SQL that a person wrote; nobody but the pool closes it. */
  public Connection connection() {
    return connection;
  }
}
