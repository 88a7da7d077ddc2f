package org.quarry.database.schema;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;

/** The statements behind {@link SchemaReader}. */
public interface SchemaMapper {
  /** A row of {@code pragma_table_list} with the SQL that made it. */
  record TableRow(
      String name, String type, boolean withoutRowid, boolean strict, @Nullable String sql) {}

  /** A row of {@code pragma_table_xinfo} with the table it is of. */
  record ColumnRow(
      String tableName,
      String name,
      @Nullable String type,
      boolean notNull,
      @Nullable String defaultSql,
      int keyPosition,
      int hidden) {}

  /** A row of {@code pragma_foreign_key_list} with the table it is of. */
  record ForeignKeyRow(
      String tableName,
      int id,
      String name,
      String referredTable,
      @Nullable String referred,
      String onDelete) {}

  /** A column of a unique index over all rows, with the table it is of; without a name none. */
  record UniqueRow(String tableName, String indexName, String origin, @Nullable String name) {}

  @Select(
      """
      SELECT l.name, l.type, l.wr AS without_rowid, l.strict, s.sql
      FROM pragma_table_list AS l LEFT JOIN sqlite_schema AS s ON s.name = l.name
        AND s.type IN ('table', 'view')
      WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY l.name COLLATE NOCASE
      """)
  List<TableRow> tables();

  @Select(
      """
      SELECT l.name AS table_name, c.name, c.type, c."notnull" AS not_null,
        c.dflt_value AS default_sql, c.pk AS key_position, c.hidden
      FROM pragma_table_list AS l, pragma_table_xinfo(l.name, 'main') AS c
      WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND l.type <> 'view'
      ORDER BY l.name, c.cid
      """)
  List<ColumnRow> columnsOfTables();

  /** The columns of one view; a view over something that is gone makes SQLite refuse. */
  @Select(
      """
      SELECT #{name} AS table_name, name, type, 0 AS not_null, NULL AS default_sql,
        0 AS key_position, 0 AS hidden
      FROM pragma_table_xinfo(#{name}, 'main') ORDER BY cid
      """)
  List<ColumnRow> columnsOfView(@Param("name") String name);

  @Select(
      """
      SELECT l.name AS table_name, k.id, k."from" AS name, k."table" AS referred_table,
        k."to" AS referred, k.on_delete
      FROM pragma_table_list AS l, pragma_foreign_key_list(l.name, 'main') AS k
      WHERE l.schema = 'main' AND l.type = 'table'
      ORDER BY l.name, k.id DESC, k.seq
      """)
  List<ForeignKeyRow> foreignKeys();

  @Select(
      """
      SELECT l.name AS table_name, i.name AS index_name, i.origin, c.name
      FROM pragma_table_list AS l, pragma_index_list(l.name, 'main') AS i,
        pragma_index_info(i.name, 'main') AS c
      WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND i."unique" AND NOT i.partial
      ORDER BY l.name, i.origin = 'pk' DESC, i.seq DESC, c.seqno
      """)
  List<UniqueRow> uniqueKeys();

  @Select(
      """
      SELECT s.name, s.tbl_name AS "table", l."unique",
        (SELECT group_concat(coalesce(i.name, 'expression'), ', ')
         FROM pragma_index_info(s.name, 'main') AS i) AS columns
      FROM sqlite_schema AS s JOIN pragma_index_list(s.tbl_name, 'main') AS l ON l.name = s.name
      WHERE s.type = 'index' AND s.sql IS NOT NULL ORDER BY s.name COLLATE NOCASE
      """)
  List<Index> indexes();

  @Select(
      """
      SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = 'trigger'
      ORDER BY name COLLATE NOCASE
      """)
  List<Trigger> triggers();

  /** How texts are stored. */
  @Select("PRAGMA encoding")
  String encoding();

  /** The rows of a table or view, exactly; may take long. */
  @SelectProvider(CountSql.class)
  long count(@Param("name") String name);

  /** The SQL of {@link #count}. */
  final class CountSql {
    /** For MyBatis. */
    public static String provideSql(@Param("name") String name) {
      return "SELECT count(*) FROM main." + Identifiers.quoteInMapper(name);
    }
  }
}
