package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.IndexPlan.Part;

/** The statements of {@link IndexOrder}. */
interface IndexMapper {
  /** The indexes over all rows that have one column alone, compared as the column is. */
  @Select(
      """
      SELECT l.name FROM pragma_index_list(#{table}, 'main') AS l
      WHERE NOT l.partial
        AND (SELECT count(*) FROM pragma_index_xinfo(l.name, 'main') AS x WHERE x.key) = 1
        AND EXISTS (SELECT 1 FROM pragma_index_xinfo(l.name, 'main') AS x
          WHERE x.key AND x.name = #{column} COLLATE NOCASE
            AND x.coll = #{collation} COLLATE NOCASE)
      ORDER BY l.seq
      """)
  List<String> ordering(
      @Param("table") String table,
      @Param("column") String column,
      @Param("collation") String collation);

  /** The rows of a part, {@code offset} rows skipped. */
  @SelectProvider(type = IndexSql.class, method = "rows")
  List<@Nullable Object[]> rows(
      @Param("plan") IndexPlan plan,
      @Param("part") Part part,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** The value and the rowid of one row of a part, {@code offset} rows skipped. */
  @SelectProvider(type = IndexSql.class, method = "anchor")
  List<@Nullable Object[]> anchor(
      @Param("plan") IndexPlan plan, @Param("part") Part part, @Param("offset") long offset);

  /** How many rows a part has. */
  @SelectProvider(type = IndexSql.class, method = "count")
  long count(@Param("plan") IndexPlan plan, @Param("part") Part part);

  /** How many rows of a part stand before a row that is among it. */
  @SelectProvider(type = IndexSql.class, method = "countBefore")
  long countBefore(@Param("plan") IndexPlan plan, @Param("part") Part part, @Param("row") long row);

  /** 1 if the row with a rowid is there and among a part, else 0. */
  @SelectProvider(type = IndexSql.class, method = "holds")
  long holds(@Param("plan") IndexPlan plan, @Param("part") Part part, @Param("row") long row);
}
