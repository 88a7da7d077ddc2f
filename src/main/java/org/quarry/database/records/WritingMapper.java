package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.ForeignKey;
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
  @ResultType(Object[].class)
  void referring(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("by") List<String> by,
      @Param("values") List<@Nullable Object> values,
      ResultHandler<@Nullable Object[]> each);

  /** 1 if a row is there, refers by a foreign key, and the row it refers to is not, else 0. */
  @SelectProvider(type = WritingSql.class, method = "dangling")
  long dangling(
      @Param("table") Table table,
      @Param("reference") ForeignKey reference,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /** How many rows refer with these values to a row that is not there, counted up to 1. */
  @SelectProvider(type = WritingSql.class, method = "orphans")
  long orphans(
      @Param("table") Table table,
      @Param("reference") ForeignKey reference,
      @Param("values") List<@Nullable Object> values);

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

  /** The statements of a table's unique indexes that compute what they compare. */
  @Select(
      """
      SELECT coalesce(s.sql, (SELECT sql FROM sqlite_schema WHERE type = 'table'
          AND name = #{table} COLLATE NOCASE))
      FROM pragma_index_list(#{table}, 'main') AS l LEFT JOIN sqlite_schema AS s
        ON s.type = 'index' AND s.name = l.name
      WHERE l."unique" = 1 AND EXISTS (SELECT 1 FROM pragma_index_info(l.name, 'main') AS i
        WHERE i.name IS NULL)
      UNION SELECT t.sql FROM sqlite_schema AS t
      WHERE t.type = 'table' AND t.name = #{table} COLLATE NOCASE AND EXISTS (
        SELECT 1 FROM pragma_index_list(#{table}, 'main') AS l,
          pragma_index_info(l.name, 'main') AS i, pragma_table_xinfo(#{table}, 'main') AS c
        WHERE l."unique" = 1 AND c.name = i.name AND c.hidden IN (2, 3))
      """)
  List<String> computedUniqueIndexes(@Param("table") String table);

  /** How many rows this connection has changed so far, those that triggers changed among. */
  @Select("SELECT total_changes()")
  long totalChanges();

  /** Holds foreign keys against the end of the transaction, not of each statement. */
  @Update("PRAGMA defer_foreign_keys = ON")
  void deferForeignKeys();
}
