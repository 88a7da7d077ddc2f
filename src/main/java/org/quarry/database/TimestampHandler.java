package org.quarry.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a moment as SQLite's own date functions write it, {@code YYYY-MM-DD HH:MM:SS}, so that the
 * order of the texts is the order of the moments. Reads a bare date, a T between the parts and
 * fractions of a second as well.
 */
final class TimestampHandler extends BaseTypeHandler<LocalDateTime> {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, LocalDateTime moment, @Nullable JdbcType type)
      throws SQLException {
    statement.setString(index, TEXT.format(moment));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(ResultSet result, String column)
      throws SQLException {
    return parse(result.getString(column));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(ResultSet result, int column)
      throws SQLException {
    return parse(result.getString(column));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(CallableStatement statement, int column)
      throws SQLException {
    return parse(statement.getString(column));
  }

  private static @Nullable LocalDateTime parse(@Nullable String text) throws SQLException {
    if (text == null) {
      return null;
    }
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeParseException odd) {
      throw new SQLException("the timestamp " + text + " is no date and time", odd);
    }
  }
}
