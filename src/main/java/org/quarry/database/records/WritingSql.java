package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Table;

/** Builds the SQL of {@link WritingMapper}: names quoted, values bound. */
public final class WritingSql {
  /** MyBatis makes one for each call. */
  public WritingSql() {}

  /** For {@link WritingMapper#referring}. */
  public String referring(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("by") List<String> by) {
    return "SELECT %s, %s FROM %s WHERE %s"
        .formatted(
            RecordSql.tieBreak(table),
            RecordSql.whole(columns),
            RecordSql.source(table),
            holds(by, "="));
  }

  /** For {@link WritingMapper#holding}. */
  public String holding(@Param("table") Table table, @Param("by") List<String> by) {
    return "SELECT count(*) FROM (SELECT 1 FROM %s%s LIMIT #{limit})"
        .formatted(RecordSql.source(table), by.isEmpty() ? "" : " WHERE " + holds(by, "IS"));
  }

  /** For {@link WritingMapper#first}. */
  public String first(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("by") List<String> by) {
    return "SELECT %s FROM %s WHERE %s LIMIT 1"
        .formatted(RecordSql.whole(columns), RecordSql.source(table), holds(by, "IS"));
  }

  /** For {@link WritingMapper#dangling}. */
  public String dangling(
      @Param("table") Table table,
      @Param("reference") ForeignKey reference,
      @Param("key") RowKey key) {
    return "SELECT count(*) FROM %s WHERE %s AND %s"
        .formatted(RecordSql.source(table), RecordSql.where(table, key), leadsNowhere(reference));
  }

  /** For {@link WritingMapper#orphans}. */
  public String orphans(@Param("table") Table table, @Param("reference") ForeignKey reference) {
    return "SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s AND %s LIMIT 1)"
        .formatted(
            RecordSql.source(table), holds(reference.columns(), "="), leadsNowhere(reference));
  }

  /** The values are compared as the column referred to is, which SQLite does too. */
  private static String leadsNowhere(ForeignKey reference) {
    String known =
        reference.columns().stream()
            .map(column -> "t." + Identifiers.quoteInMapper(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String same =
        IntStream.range(0, reference.columns().size())
            .mapToObj(
                i ->
                    "p."
                        + Identifiers.quoteInMapper(reference.referred().get(i))
                        + " = t."
                        + Identifiers.quoteInMapper(reference.columns().get(i)))
            .collect(Collectors.joining(" AND "));
    return "%s AND NOT EXISTS (SELECT 1 FROM main.%s AS p WHERE %s)"
        .formatted(known, Identifiers.quoteInMapper(reference.table()), same);
  }

  private static String holds(List<String> by, String is) {
    return IntStream.range(0, by.size())
        .mapToObj(
            i -> "t." + Identifiers.quoteInMapper(by.get(i)) + " " + is + " #{values[" + i + "]}")
        .collect(Collectors.joining(" AND "));
  }
}
