package org.quarry.database.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.RowReader;
import org.quarry.database.Session;
import org.quarry.database.SqliteErrors;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.CoreStatement;

/** One run of one statement on one lent connection. */
final class Run {
  /** Steps of SQLite's machine between two looks at the monitor; costs under 3 %. */
  private static final int STEPS = 100_000;

  private final Connection connection;
  private final SqlStatement statement;
  private final Map<String, ? extends @Nullable Object> values;
  private final String file;

  Run(
      Session session,
      SqlStatement statement,
      Map<String, ? extends @Nullable Object> values,
      String file) {
    this.connection = session.connection();
    this.statement = statement;
    this.values = values;
    this.file = file;
  }

  /** Runs it; the outcome leaves what only the runner knows at false. */
  Outcome go(RowSink sink, Monitor monitor) {
    long started = System.nanoTime();
    try {
      ProgressHandler.setHandler(connection, STEPS, stopping(monitor));
      try (PreparedStatement prepared = connection.prepareStatement(statement.text())) {
        bind(prepared);
        long before = totalChanges();
        List<QueryColumn> columns = List.of();
        Fetched fetched = new Fetched(0, true);
        if (prepared.execute()) {
          try (ResultSet result = prepared.getResultSet()) {
            columns = columns(prepared, result);
            sink.columns(columns);
            fetched = fetch(result, columns.size(), sink, monitor);
          }
        }
        long changed = totalChanges() == before ? 0 : database().changes();
        long nanos = System.nanoTime() - started;
        return new Outcome(
            statement, columns, fetched.rows, fetched.complete, changed, false, false, nanos);
      } finally {
        ProgressHandler.clearHandler(connection);
      }
    } catch (SQLException failed) {
      throw problem(failed);
    }
  }

  private record Fetched(long rows, boolean complete) {}

  /** An interrupt that comes before SQLite has begun is lost; this sees the wish all the same. */
  private static ProgressHandler stopping(Monitor monitor) {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        return monitor.isCancelled() ? 1 : 0;
      }
    };
  }

  private void bind(PreparedStatement prepared) throws SQLException {
    for (SqlParameter parameter : statement.parameters()) {
      prepared.setObject(parameter.index(), values.get(parameter.name()));
    }
  }

  private static Fetched fetch(ResultSet result, int columns, RowSink sink, Monitor monitor)
      throws SQLException {
    long rows = 0;
    while (result.next()) {
      if ((rows & 0xff) == 0) {
        monitor.checkpoint();
        monitor.report(rows, Monitor.UNKNOWN, "");
      }
      rows++;
      if (!sink.row(RowReader.row(result, columns))) {
        return new Fetched(rows, !result.next());
      }
    }
    return new Fetched(rows, true);
  }

  /** The driver invents a type where SQLite declares none; SQLite itself is asked. */
  private static List<QueryColumn> columns(PreparedStatement prepared, ResultSet result)
      throws SQLException {
    CoreStatement core = (CoreStatement) prepared;
    int count = result.getMetaData().getColumnCount();
    List<QueryColumn> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int column = i;
      String type =
          core.pointer.<@Nullable String, SQLException>safeRun(
              (db, pointer) -> db.column_decltype(pointer, column));
      String table =
          core.pointer.<@Nullable String, SQLException>safeRun(
              (db, pointer) -> db.column_table_name(pointer, column));
      columns.add(new QueryColumn(result.getMetaData().getColumnName(i + 1), type, table));
    }
    return List.copyOf(columns);
  }

  private org.sqlite.core.DB database() throws SQLException {
    return connection.unwrap(SQLiteConnection.class).getDatabase();
  }

  private long totalChanges() throws SQLException {
    return database().total_changes();
  }

  private RuntimeException problem(SQLException failed) {
    RuntimeException known = SqliteErrors.translate(failed, file);
    return switch (known) {
      case DatabaseProblem.Refused refused -> {
        ErrorPlace.Range range =
            ErrorPlace.find(statement.text(), refused.detail(), this::complaint);
        yield QueryProblem.refused(
            refused.detail(), statement, range.start(), range.end(), refused);
      }
      case Problem problem -> QueryProblem.because(problem, statement);
      default -> known;
    };
  }

  /** What SQLite says when it is to compile a text; empty when it can. */
  private String complaint(String text) {
    try (PreparedStatement _ = connection.prepareStatement(text)) {
      return "";
    } catch (SQLException refused) {
      return SqliteErrors.translate(refused, file) instanceof DatabaseProblem.Refused known
          ? known.detail()
          : "";
    }
  }
}
