package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Table;

/** Builds the SQL of {@link KeyMapper}: names quoted, values bound. */
public final class KeySql {
  /** MyBatis makes one for each call. */
  public KeySql() {}

  /** For {@link KeyMapper#from}. */
  public String from(@Param("table") Table table, @Param("from") List<@Nullable Object> from) {
    return RecordSql.select(table)
        + (from.isEmpty() ? "" : " WHERE " + term(table, ">=", "from"))
        + " ORDER BY "
        + RecordSql.tieBreak(table)
        + " LIMIT #{limit} OFFSET #{offset}";
  }

  /** For {@link KeyMapper#last}. */
  public String last(@Param("table") Table table) {
    String order =
        table.key().stream()
            .map(column -> "t." + Identifiers.quoteInMapper(column.name()) + " DESC")
            .collect(Collectors.joining(", "));
    return RecordSql.select(table) + " ORDER BY " + order + " LIMIT #{limit}";
  }

  /** For {@link KeyMapper#hop}. */
  public String hop(@Param("table") Table table, @Param("from") List<@Nullable Object> from) {
    return "SELECT %1$s FROM %2$s%3$s ORDER BY %1$s LIMIT 1 OFFSET #{rows}"
        .formatted(
            RecordSql.tieBreak(table),
            RecordSql.source(table),
            from.isEmpty() ? "" : " WHERE " + term(table, ">=", "from"));
  }

  /** For {@link KeyMapper#countFrom}. */
  public String countFrom(@Param("table") Table table) {
    return "SELECT count(*) FROM "
        + RecordSql.source(table)
        + " WHERE "
        + term(table, ">=", "from");
  }

  /** For {@link KeyMapper#countBetween}. */
  public String countBetween(@Param("table") Table table) {
    return countFrom(table) + " AND " + term(table, "<", "to");
  }

  /** For {@link KeyMapper#reaches}. */
  public String reaches(@Param("table") Table table, @Param("key") RowKey key) {
    return countFrom(table) + " AND " + RecordSql.where(table, key);
  }

  private static String term(Table table, String compares, String parameter) {
    return IntStream.range(0, table.key().size())
        .mapToObj(i -> "#{" + parameter + "[" + i + "]}")
        .collect(
            Collectors.joining(
                ", ", "(" + RecordSql.tieBreak(table) + ") " + compares + " (", ")"));
  }
}
