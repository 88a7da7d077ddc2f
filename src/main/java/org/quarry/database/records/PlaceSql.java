package org.quarry.database.records;

import org.apache.ibatis.annotations.Param;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;

/** The SQL that looks for one row among those of an order; see {@link RecordMapper}. */
public final class PlaceSql {
  /** MyBatis makes one for each call. */
  public PlaceSql() {}

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
