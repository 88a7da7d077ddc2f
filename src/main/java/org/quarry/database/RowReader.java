package org.quarry.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.executor.result.DefaultResultContext;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/**
 * Lets a mapper method that returns {@code List<Object[]>}, or hands {@code Object[]} to a {@link
 * ResultHandler}, read its rows by position. MyBatis's own map rows drop NULL columns and merge
 * columns of equal name. One that hands on {@code long[]} reads one column of whole numbers, none
 * of them NULL, many rows at a time, which costs no more than the statement itself.
 */
@Intercepts(
    @Signature(
        type = ResultSetHandler.class,
        method = "handleResultSets",
        args = {Statement.class}))
public final class RowReader implements Interceptor {
  /** Rows of a column of numbers that are handed on at a time. */
  private static final int NUMBERS = 1024;

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    MappedStatement mapped =
        (MappedStatement)
            SystemMetaObject.forObject(invocation.getTarget()).getValue("mappedStatement");
    Class<?> type =
        mapped.getResultMaps().size() == 1
            ? mapped.getResultMaps().getFirst().getType()
            : Object.class;
    boolean numbers = type == long[].class;
    if (!numbers && type != Object[].class) {
      return invocation.proceed();
    }
    Statement statement = (Statement) invocation.getArgs()[0];
    Object handler = SystemMetaObject.forObject(invocation.getTarget()).getValue("resultHandler");
    List<@Nullable Object[]> list = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      int columns = result.getMetaData().getColumnCount();
      if (handler instanceof ResultHandler<?> each) {
        if (numbers) {
          handNumbers(result, each);
        } else {
          hand(result, columns, each);
        }
      } else {
        while (result.next()) {
          list.add(row(result, columns));
        }
      }
    }
    return list;
  }

  @SuppressWarnings("unchecked")
  private static void hand(ResultSet result, int columns, ResultHandler<?> each)
      throws SQLException {
    DefaultResultContext<Object> context = new DefaultResultContext<>();
    while (!context.isStopped() && result.next()) {
      context.nextResultObject(row(result, columns));
      ((ResultHandler<Object>) each).handleResult(context);
    }
  }

  @SuppressWarnings("unchecked")
  private static void handNumbers(ResultSet result, ResultHandler<?> each) throws SQLException {
    DefaultResultContext<Object> context = new DefaultResultContext<>();
    long[] numbers = new long[NUMBERS];
    int count = 0;
    while (!context.isStopped() && result.next()) {
      numbers[count++] = result.getLong(1);
      if (count == NUMBERS) {
        context.nextResultObject(numbers);
        ((ResultHandler<Object>) each).handleResult(context);
        numbers = new long[NUMBERS];
        count = 0;
      }
    }
    if (count > 0 && !context.isStopped()) {
      context.nextResultObject(Arrays.copyOf(numbers, count));
      ((ResultHandler<Object>) each).handleResult(context);
    }
  }

  /**
   * The row under the cursor by position: Long, Double, String, byte[] or null, as SQLite stores
   * each value.
   */
  public static @Nullable Object[] row(ResultSet result, int columns) throws SQLException {
    @Nullable Object[] row = new Object[columns];
    for (int i = 0; i < columns; i++) {
      Object value = result.getObject(i + 1);
      row[i] = value instanceof Integer number ? Long.valueOf(number) : value;
    }
    return row;
  }
}
