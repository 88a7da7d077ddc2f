package org.quarry.database.records;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.Scratch;
import org.quarry.database.Session;
import org.quarry.database.SqliteErrors;
import org.quarry.work.Monitor;

/**
 * Rows of values by their place, in a temporary table on a connection of its own, so that memory
 * stays flat. One thread adds; others may read what was added before {@link #size} said so.
 */
final class KeptRows implements AutoCloseable {
  /** The table: {@code place} from 0, then {@code c0}, {@code c1} and so on. */
  static final String TABLE = "temp.quarry_order";

  private static final int BATCH = 4096;

  private final Database database;
  private final Scratch scratch;
  private final int columns;
  private final List<@Nullable Object[]> pending = new ArrayList<>();
  private volatile long size;
  private boolean created;

  KeptRows(Database database, int columns) {
    this.database = database;
    this.columns = columns;
    scratch = database.scratch();
  }

  int columns() {
    return columns;
  }

  /** How many rows can be read. */
  long size() {
    return size;
  }

  void add(@Nullable Object[] values) {
    pending.add(values);
    if (pending.size() == BATCH) {
      flush();
    }
  }

  /** Makes all that was added readable. */
  void flush() {
    if (pending.isEmpty()) {
      return;
    }
    scratch.use(
        Monitor.NONE,
        session -> {
          try {
            write(session);
            return true;
          } catch (SQLException failed) {
            throw SqliteErrors.translate(failed, database.name());
          }
        });
    long before = size;
    size = before + pending.size();
    pending.clear();
  }

  /** A transaction a batch: one over all of them would hold a lock on the file meanwhile. */
  private void write(Session session) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      if (!created) {
        statement.execute(
            IntStream.range(0, columns)
                .mapToObj(i -> ", c" + i)
                .collect(
                    Collectors.joining(
                        "", "CREATE TABLE " + TABLE + "(place INTEGER PRIMARY KEY", ")")));
        created = true;
      }
      statement.execute("BEGIN");
      try {
        insert(session);
        statement.execute("COMMIT");
      } catch (SQLException failed) {
        statement.execute("ROLLBACK");
        throw failed;
      }
    }
  }

  private void insert(Session session) throws SQLException {
    String sql = "INSERT INTO " + TABLE + " VALUES (?" + ", ?".repeat(columns) + ")";
    try (PreparedStatement insert = session.connection().prepareStatement(sql)) {
      long place = size;
      for (@Nullable Object[] values : pending) {
        insert.setLong(1, place++);
        for (int i = 0; i < columns; i++) {
          insert.setObject(i + 2, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Reads on the connection that has the table, with the file beside it. */
  <T> T read(Monitor monitor, Function<RecordMapper, T> work) {
    return scratch.use(monitor, session -> work.apply(session.mapper(RecordMapper.class)));
  }

  /** Drops everything. */
  @Override
  public void close() {
    scratch.close();
  }
}
