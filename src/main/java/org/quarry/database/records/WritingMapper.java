package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/** What the writing of staged rows asks about the rows around them. */
interface WritingMapper {
  /**
   * Rows of one table that refer to a row of another: what names each, then whole values of the
   * columns named.
   *
   * @param by the columns that refer
   * @param values what they hold
   */
  @SelectProvider(type = WritingSql.class, method = "referring")
  List<@Nullable Object[]> referring(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("by") List<String> by,
      @Param("values") List<@Nullable Object> values,
      @Param("limit") int limit);

  /** How many rows hold some values in some of their columns, counted up to a limit. */
  @SelectProvider(type = WritingSql.class, method = "holding")
  long holding(
      @Param("table") Table table,
      @Param("by") List<String> by,
      @Param("values") List<@Nullable Object> values,
      @Param("limit") int limit);

  /** The first row that holds some values in some of its columns, whole. */
  @SelectProvider(type = WritingSql.class, method = "first")
  List<@Nullable Object[]> first(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("by") List<String> by,
      @Param("values") List<@Nullable Object> values);

  /** The columns of a table's unique indexes, those of its primary key and UNIQUE rules among. */
  @Select(
      """
      SELECT DISTINCT i.name FROM pragma_index_list(#{table}, 'main') AS l,
        pragma_index_info(l.name, 'main') AS i
      WHERE l."unique" = 1 AND i.name IS NOT NULL
      """)
  List<String> uniqueColumns(@Param("table") String table);

  /** How many rows this connection has changed so far, those that triggers changed among. */
  @Select("SELECT total_changes()")
  long totalChanges();

  /** Holds foreign keys against the end of the transaction, not of each statement. */
  @Update("PRAGMA defer_foreign_keys = ON")
  void deferForeignKeys();
}
