package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Builds the SQL that reads what {@link KeptRows} holds: names quoted, values bound. */
public final class KeptSql {
  private static final String KEPT_RANGE =
      " WHERE %1$s >= #{first} AND %1$s < #{end} ORDER BY %1$s";

  /** MyBatis makes one for each call. */
  public KeptSql() {}

  /** For {@link RecordMapper#kept}. */
  public String kept(@Param("columns") int columns) {
    return "SELECT " + columns(columns) + " FROM " + KeptRows.TABLE + KEPT_RANGE.formatted("place");
  }

  /** For {@link RecordMapper#keptPlaces}. */
  public String keptPlaces(
      @Param("columns") int columns, @Param("values") List<@Nullable Object> values) {
    String keys =
        IntStream.range(0, values.size() / columns)
            .mapToObj(
                row ->
                    IntStream.range(row * columns, (row + 1) * columns)
                        .mapToObj(i -> "#{values[" + i + "]}")
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    return "SELECT place, %1$s FROM %2$s WHERE (%1$s) IN (VALUES %3$s)"
        .formatted(columns(columns), KeptRows.TABLE, keys);
  }

  private static String columns(int columns) {
    return IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
  }

  /** For {@link RecordMapper#keyed}. */
  public String keyed(@Param("table") Table table) {
    List<Column> key = table.key();
    String kept =
        IntStream.range(0, key.size()).mapToObj(i -> "k.c" + i).collect(Collectors.joining(", "));
    String same =
        IntStream.range(0, key.size())
            .mapToObj(i -> "t." + Identifiers.quoteInMapper(key.get(i).name()) + " = k.c" + i)
            .collect(Collectors.joining(" AND "));
    return "SELECT %s, t.%s, %s FROM %s AS k LEFT JOIN %s ON %s%s"
        .formatted(
            kept,
            Identifiers.quoteInMapper(key.getFirst().name()),
            RecordSql.cells(table),
            KeptRows.TABLE,
            RecordSql.source(table),
            same,
            KEPT_RANGE.formatted("k.place"));
  }
}
