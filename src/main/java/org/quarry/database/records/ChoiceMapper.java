package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlFunctions;
import org.quarry.database.schema.Table;

/** The statements behind {@link ForeignChoices}. A row is a key and the beginning of its label. */
interface ChoiceMapper {
  /** The row of a key, if there is one. */
  @SelectProvider(type = ChoiceSql.class, method = "exact")
  List<@Nullable Object[]> exact(
      @Param("table") Table table,
      @Param("key") String key,
      @Param("label") @Nullable String label,
      @Param("exact") Object exact);

  /** Rows whose key begins with a text or whose label has it, but for the one of a key. */
  @SelectProvider(type = ChoiceSql.class, method = "choices")
  List<@Nullable Object[]> choices(
      @Param("table") Table table,
      @Param("key") String key,
      @Param("label") @Nullable String label,
      @Param("text") String text,
      @Param("exact") @Nullable Object exact,
      @Param("limit") int limit,
      @Param("offset") int offset);

  /** Their SQL. */
  final class ChoiceSql {
    /** For {@link ChoiceMapper#exact}. */
    public String exact(
        @Param("table") Table table,
        @Param("key") String key,
        @Param("label") @Nullable String label) {
      return from(table, key, label) + " WHERE t." + Identifiers.quoteInMapper(key) + " = #{exact}";
    }

    /** For {@link ChoiceMapper#choices}. */
    public String choices(
        @Param("table") Table table,
        @Param("key") String key,
        @Param("label") @Nullable String label,
        @Param("text") String text,
        @Param("exact") @Nullable Object exact) {
      String name = "t." + Identifiers.quoteInMapper(key);
      StringBuilder sql = new StringBuilder(from(table, key, label));
      sql.append(" WHERE ").append(name).append(" IS NOT NULL");
      if (exact != null) {
        sql.append(" AND ").append(name).append(" <> #{exact}");
      }
      if (!text.isEmpty()) {
        sql.append(" AND (substr(lower(")
            .append(name)
            .append("), 1, length(#{text})) = lower(#{text})");
        if (label != null) {
          sql.append(" OR " + SqlFunctions.CONTAINS + "(t.")
              .append(Identifiers.quoteInMapper(label))
              .append(", #{text})");
        }
        sql.append(')');
      }
      return sql.append(" ORDER BY ")
          .append(name)
          .append(" LIMIT #{limit} OFFSET #{offset}")
          .toString();
    }

    private static String from(Table table, String key, @Nullable String label) {
      return "SELECT t.%s, %s FROM main.%s AS t"
          .formatted(
              Identifiers.quoteInMapper(key),
              label == null ? "NULL" : "substr(t." + Identifiers.quoteInMapper(label) + ", 1, 120)",
              Identifiers.quoteInMapper(table.name()));
    }
  }
}
