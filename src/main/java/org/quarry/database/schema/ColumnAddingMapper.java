package org.quarry.database.schema;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.UpdateProvider;

/** The statements behind {@link ColumnAdding}. */
interface ColumnAddingMapper {
  /** Adds a column at the end. */
  @UpdateProvider(type = ColumnAddingSql.class, method = "add")
  int add(@Param("table") String table, @Param("column") NewColumn column);

  /** Drops a column. */
  @UpdateProvider(type = ColumnAddingSql.class, method = "drop")
  int drop(@Param("table") String table, @Param("column") String column);

  /** Whether any row has a value in a column. */
  @SelectProvider(type = ColumnAddingSql.class, method = "holdsValue")
  boolean holdsValue(@Param("table") String table, @Param("column") String column);

  /** The names of the columns of a table, none if there is no such table. */
  @Select("SELECT name FROM pragma_table_info(#{table}, 'main') ORDER BY cid")
  List<String> names(@Param("table") String table);
}
