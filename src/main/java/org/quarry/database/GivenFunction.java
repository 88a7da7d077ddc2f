package org.quarry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Cancelled;
import org.quarry.work.Problem;
import org.sqlite.Function;

/** A {@link SqlFunction} as the driver calls it. */
final class GivenFunction extends Function {
  /** SQLite's codes for the types of values. */
  private static final int INTEGER = 1;

  private static final int FLOAT = 2;
  private static final int TEXT = 3;
  private static final int BLOB = 4;

  private final SqlFunction.Body body;

  private GivenFunction(SqlFunction.Body body) {
    this.body = body;
  }

  /** Adds a function to a connection. */
  static void register(Connection connection, SqlFunction function, SqlFunction.Caller caller)
      throws SQLException {
    Function.create(
        connection,
        function.name(),
        new GivenFunction(function.on(caller)),
        Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (int i = 0; i < args(); i++) {
      arguments.add(argument(i));
    }
    try {
      give(body.call(Collections.unmodifiableList(arguments)));
    } catch (Problem problem) {
      error(problem.getMessage());
    } catch (Cancelled stopped) {
      error("interrupted");
    }
  }

  private @Nullable Object argument(int at) throws SQLException {
    return switch (value_type(at)) {
      case INTEGER -> value_long(at);
      case FLOAT -> value_double(at);
      case TEXT -> value_text(at);
      case BLOB -> {
        byte[] bytes = value_blob(at);
        yield bytes == null ? new byte[0] : bytes;
      }
      default -> null;
    };
  }

  private void give(@Nullable Object result) throws SQLException {
    switch (result) {
      case null -> result();
      case Long number -> result(number);
      case Double number -> result(number);
      case byte[] bytes -> result(bytes);
      default -> result(result.toString());
    }
  }
}
