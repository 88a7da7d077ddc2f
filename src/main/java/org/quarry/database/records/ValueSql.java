package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;

/** Builds the SQL of {@link RecordMapper} that reads the beginning of one value. */
public final class ValueSql {
  /** MyBatis makes one for each call. */
  public ValueSql() {}

  /** For {@link RecordMapper#piece}. */
  public String piece(
      @Param("table") Table table, @Param("column") String column, @Param("key") RowKey key) {
    return "SELECT substr(t.%s, #{from}, #{length}) FROM %s WHERE %s"
        .formatted(
            Identifiers.quoteInMapper(column),
            RecordSql.source(table),
            RecordSql.where(table, key));
  }

  /** For {@link RecordMapper#head}. */
  public String head(
      @Param("table") Table table, @Param("column") String column, @Param("key") RowKey key) {
    return beginning(table, column) + " WHERE " + RecordSql.where(table, key);
  }

  /** For {@link RecordMapper#headAt}. */
  public String headAt(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter) {
    return beginning(table, column)
        + RecordSql.passing(filter)
        + RecordSql.orderBy(table, sorts)
        + " LIMIT 1 OFFSET #{place}";
  }

  /** A number has always room. */
  private static String beginning(Table table, String column) {
    return ("SELECT octet_length(%1$s), length(%1$s),"
            + " typeof(%1$s) NOT IN ('text', 'blob') OR octet_length(%1$s) <= #{most},"
            + " CASE WHEN typeof(%1$s) NOT IN ('text', 'blob') OR octet_length(%1$s) <= #{most}"
            + " THEN %1$s ELSE substr(%1$s, 1, #{most}) END FROM %2$s")
        .formatted("t." + Identifiers.quoteInMapper(column), RecordSql.source(table));
  }
}
