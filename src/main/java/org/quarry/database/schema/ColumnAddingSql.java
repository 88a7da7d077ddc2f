package org.quarry.database.schema;

import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;

/** The SQL of {@link ColumnAddingMapper}; called by MyBatis. */
public final class ColumnAddingSql {
  private ColumnAddingSql() {}

  /** Of {@link ColumnAddingMapper#add}. */
  public static String add(@Param("table") String table, @Param("column") NewColumn column) {
    return "ALTER TABLE main.%s ADD COLUMN %s %s"
        .formatted(
            Identifiers.quoteInMapper(table),
            Identifiers.quoteInMapper(column.name()),
            column.type());
  }

  /** Of {@link ColumnAddingMapper#drop}. */
  public static String drop(@Param("table") String table, @Param("column") String column) {
    return "ALTER TABLE main.%s DROP COLUMN %s"
        .formatted(Identifiers.quoteInMapper(table), Identifiers.quoteInMapper(column));
  }

  /** Of {@link ColumnAddingMapper#holdsValue}. */
  public static String holdsValue(@Param("table") String table, @Param("column") String column) {
    return "SELECT EXISTS (SELECT 1 FROM main.%s WHERE %s IS NOT NULL)"
        .formatted(Identifiers.quoteInMapper(table), Identifiers.quoteInMapper(column));
  }
}
