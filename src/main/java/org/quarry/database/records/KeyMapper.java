package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/** The statements of {@link KeyOrder}: rows in the order of their primary keys. */
interface KeyMapper {
  /** The rows from a key on, {@code offset} rows skipped; from the first on where it is empty. */
  @SelectProvider(type = KeySql.class, method = "from")
  List<@Nullable Object[]> from(
      @Param("table") Table table,
      @Param("from") List<@Nullable Object> key,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** The rows with the largest keys, the largest first. */
  @SelectProvider(type = KeySql.class, method = "last")
  List<@Nullable Object[]> last(@Param("table") Table table, @Param("limit") int limit);

  /** The key so many rows past the first from a key on; none past the end. */
  @SelectProvider(type = KeySql.class, method = "hop")
  List<@Nullable Object[]> hop(
      @Param("table") Table table,
      @Param("from") List<@Nullable Object> key,
      @Param("rows") long rows);

  /** How many rows there are from a key on. */
  @SelectProvider(type = KeySql.class, method = "countFrom")
  long countFrom(@Param("table") Table table, @Param("from") List<@Nullable Object> key);

  /** How many rows there are from a key on, before that of a row. */
  @SelectProvider(type = KeySql.class, method = "countBetween")
  long countBetween(
      @Param("table") Table table,
      @Param("from") List<@Nullable Object> key,
      @Param("to") List<@Nullable Object> to);

  /** 1 if a row is there and stands at a key or past it, else 0. */
  @SelectProvider(type = KeySql.class, method = "reaches")
  long reaches(
      @Param("table") Table table,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues,
      @Param("from") List<@Nullable Object> from);
}
