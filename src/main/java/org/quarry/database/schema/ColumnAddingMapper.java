package org.quarry.database.schema;

import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.UpdateProvider;

/** The statement behind {@link ColumnAdding}. */
interface ColumnAddingMapper {
  /** Adds a column at the end. */
  @UpdateProvider(type = ColumnAddingSql.class, method = "add")
  int add(@Param("table") String table, @Param("column") NewColumn column);
}
