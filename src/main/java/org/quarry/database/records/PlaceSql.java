package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;

/** The SQL that looks for one row among those of an order; see {@link RecordMapper}. */
public final class PlaceSql {
  /** For {@link RecordMapper#placeKept}. */
  public String placeKept(@Param("values") List<@Nullable Object> values) {
    return "SELECT place FROM "
        + KeptRows.TABLE
        + " WHERE "
        + IntStream.range(0, values.size())
            .mapToObj(i -> "c" + i + " IS #{values[" + i + "]}")
            .collect(Collectors.joining(" AND "))
        + " LIMIT 1";
  }

  /** For {@link RecordMapper#passes}. */
  public String passes(
      @Param("table") Table table, @Param("key") RowKey key, @Param("filter") Predicate filter) {
    return "SELECT count(*) FROM "
        + RecordSql.source(table)
        + " WHERE "
        + RecordSql.where(table, key)
        + (filter.isAll() ? "" : " AND (" + filter.forMapper("filter") + ")");
  }
}
