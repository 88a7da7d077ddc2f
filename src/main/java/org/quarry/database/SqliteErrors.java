package org.quarry.database;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Cancelled;
import org.quarry.work.Problem;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the driver or MyBatis throws into {@link DatabaseProblem} or {@link Cancelled}. */
public final class SqliteErrors {
  private SqliteErrors() {}

  /**
   * The failure as the core throws it.
   *
   * @param failure anything thrown while a session was in use
   * @param file the database's name, for the sentence
   * @return {@link Cancelled} for an interrupted statement, a {@link DatabaseProblem} for what
   *     SQLite said, and any other failure as it is
   */
  public static RuntimeException translate(Throwable failure, String file) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      // What takes a mapper's rows may stop with one of these, which MyBatis wraps.
      if (at instanceof Problem || at instanceof Cancelled) {
        return (RuntimeException) at;
      }
    }
    SQLException sql = sqlException(failure);
    if (sql == null) {
      if (failure instanceof Error error) {
        throw error;
      }
      return failure instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException(failure);
    }
    String detail = detail(sql);
    return switch (code(sql) & 0xff) {
      case 9 -> new Cancelled();
      case 5, 6 -> new DatabaseProblem.Busy(file, sql);
      case 8 -> new DatabaseProblem.ReadOnly(file, "SQLite says: " + detail + ".", sql);
      case 10, 13 -> new DatabaseProblem.DiskFailed(file, detail, sql);
      case 11 -> new DatabaseProblem.Corrupt(file, detail, sql);
      case 14 -> new DatabaseProblem.NoPermission("open", file);
      case 19 -> new DatabaseProblem.Constraint(detail, "", "Nothing was written.", sql);
      case 26 -> new DatabaseProblem.NotADatabase(file, "SQLite says: " + detail + ".");
      default -> new DatabaseProblem.Refused(detail, sql);
    };
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** SQLite's extended result code; 1, its general error, when the driver gives none. */
  private static int code(SQLException failure) {
    if (failure instanceof SQLiteException sqlite) {
      return sqlite.getResultCode().code;
    }
    return failure.getErrorCode() == 0 ? SQLiteErrorCode.SQLITE_ERROR.code : failure.getErrorCode();
  }

  /** SQLite's own sentence out of the driver's "[SQLITE_X] Kind (sentence)". */
  static String detail(SQLException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    int open = message.indexOf(" (");
    if (message.startsWith("[SQLITE_") && open >= 0 && message.endsWith(")")) {
      message = message.substring(open + 2, message.length() - 1);
    }
    String prefix = "[sqlite_error] sql error or missing database ";
    if (message.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      message = message.substring(prefix.length());
    }
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
