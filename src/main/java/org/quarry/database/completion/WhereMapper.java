package org.quarry.database.completion;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Table;

/** The statements behind {@link WhereWords}. */
interface WhereMapper {
  /** The names of scalar functions, without those that SQLite keeps for itself. */
  @Select(
      """
      SELECT DISTINCT name FROM pragma_function_list
      WHERE type = 's' AND name GLOB '[a-z]*' AND name NOT GLOB 'sqlite_*'
        AND name NOT GLOB 'current_*' AND flags & 524288 = 0
      ORDER BY name
      """)
  List<String> functions();

  /** Distinct short values of a column among the first rows, those that begin with a text. */
  @SelectProvider(type = ValuesSql.class)
  List<@Nullable Object[]> values(
      @Param("table") Table table, @Param("column") String column, @Param("begin") String begin);

  /** The SQL of {@link #values}. */
  final class ValuesSql {
    /** For MyBatis. */
    public static String provideSql(@Param("table") Table table, @Param("column") String column) {
      return """
          SELECT DISTINCT v FROM (SELECT t.%s AS v FROM main.%s AS t LIMIT %d)
          WHERE v IS NOT NULL AND typeof(v) <> 'blob' AND length(v) <= %d
            AND CAST(v AS TEXT) LIKE #{begin} ESCAPE '\\'
          ORDER BY v LIMIT %d
          """
          .formatted(
              Identifiers.quoteInMapper(column),
              Identifiers.quoteInMapper(table.name()),
              WhereWords.ROWS,
              WhereWords.LENGTH,
              WhereWords.VALUES);
    }
  }
}
