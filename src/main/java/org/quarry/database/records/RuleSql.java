package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The SQL of {@link RuleMapper}. */
public final class RuleSql {
  /** Rows that are enough to tell that one is not the row itself. */
  private static final int FEW = 2;

  /** For {@link RuleMapper#judged}. */
  public String judged(
      @Param("table") Table table,
      @Param("check") Check check,
      @Param("values") List<@Nullable Object> values) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < check.columns().size(); i++) {
      String name = check.columns().get(i);
      Column column = table.column(name).orElseThrow();
      String value = "#{values[" + i + "]}";
      String collation = Identifiers.quoteInMapper(table.rules().collation(name));
      row.add(
          typed(value, column, values.get(i))
              + " COLLATE "
              + collation
              + " AS "
              + Identifiers.quoteInMapper(name));
    }
    return "SELECT CAST(("
        + Identifiers.escapeForMapper(check.sql())
        + "\n) AS NUMERIC) FROM (SELECT "
        + String.join(", ", row)
        + ") AS "
        + Identifiers.quoteInMapper(table.name());
  }

  /** A column's affinity tells how it compares; a cast gives it where it changes no value. */
  private static String typed(String value, Column column, @Nullable Object bound) {
    boolean number = bound instanceof Long || bound instanceof Double;
    return switch (column.affinity()) {
      case INTEGER, NUMERIC -> number ? "CAST(" + value + " AS NUMERIC)" : value;
      case REAL -> number ? "CAST(" + value + " AS REAL)" : value;
      case TEXT -> bound instanceof String ? "CAST(" + value + " AS TEXT)" : value;
      case BLOB -> value;
    };
  }

  /** For {@link RuleMapper#holders}. */
  public String holders(@Param("table") Table table, @Param("columns") List<String> columns) {
    StringBuilder sql = new StringBuilder("SELECT ");
    if (Naming.of(table) == Naming.ROWID) {
      sql.append("t.").append(table.rowidName().orElseThrow());
    } else {
      List<String> key =
          table.key().stream()
              .map(column -> "t." + Identifiers.quoteInMapper(column.name()))
              .toList();
      sql.append(String.join(", ", key));
    }
    sql.append(" FROM main.")
        .append(Identifiers.quoteInMapper(table.name()))
        .append(" AS t WHERE ");
    for (int i = 0; i < columns.size(); i++) {
      sql.append(i == 0 ? "t." : " AND t.")
          .append(Identifiers.quoteInMapper(columns.get(i)))
          .append(" = #{values[")
          .append(i)
          .append("]}");
    }
    return sql.append(" LIMIT ").append(FEW).toString();
  }
}
