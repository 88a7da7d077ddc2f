package org.quarry.database.profile;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Table;

/**
 * Builds the SQL of {@link ProfileMapper}: names quoted, values bound. A BLOB is asked for its type
 * and length only, for which SQLite does not read it.
 */
public final class ProfileSql {
  /** Characters of a text by which texts are told apart. */
  static final int HEAD = 300;

  /** What texts look like that begin with a day. */
  private static final String DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*'";

  /** The largest finite double; infinity has no place in a histogram. */
  private static final String FINITE = "BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308";

  /** MyBatis makes one for each call. */
  public ProfileSql() {}

  /** For {@link ProfileMapper#types}. */
  public String types(@Param("looked") Looked looked) {
    String select =
        "count(*), "
            + Stream.of("integer", "real", "text", "blob")
                .map(type -> "count(CASE typeof(@) WHEN '" + type + "' THEN 1 END)")
                .collect(Collectors.joining(", "));
    return "SELECT " + of(looked, select) + from(looked, "");
  }

  /**
   * For {@link ProfileMapper#figures}. Only what the types call for is computed: an aggregate over
   * the bare column takes a third of the time of one that asks each value for its type.
   */
  public String figures(
      @Param("looked") Looked looked, @Param("types") ColumnProfile.Storage types) {
    long numbers = types.integers() + types.reals();
    String number =
        types.texts() + types.blobs() == 0
            ? "@"
            : "CASE WHEN typeof(@) IN ('integer', 'real') THEN @ END";
    boolean texts = types.texts() > 0;
    boolean onlyTexts = numbers + types.blobs() == 0;
    String text = onlyTexts ? "@" : "CASE typeof(@) WHEN 'text' THEN @ END";
    String size = "CASE typeof(@) WHEN 'blob' THEN length(@) END";
    String select =
        String.join(
            ", ",
            numbers == 0 ? "NULL, NULL, NULL" : aggregate("min", "max", "avg", number),
            texts ? head("min", text) + ", " + head("max", text) : "NULL, NULL",
            texts ? aggregate("min", "max", "length(" + text + ")") : "NULL, NULL",
            types.blobs() == 0 ? "NULL, NULL" : aggregate("min", "max", size),
            texts ? "count(CASE WHEN " + text + " " + DAY + " THEN 1 END)" : "0",
            // One row also where there is nothing to aggregate.
            "count(*)");
    return "SELECT " + of(looked, select) + from(looked, "");
  }

  /** Functions, then what all of them aggregate. */
  private static String aggregate(String... parts) {
    String value = parts[parts.length - 1];
    return Stream.of(parts)
        .limit(parts.length - 1)
        .map(function -> function + "(" + value + ")")
        .collect(Collectors.joining(", "));
  }

  private static String head(String function, String text) {
    return "substr(" + function + "(" + text + "), 1, " + HEAD + ")";
  }

  /** For {@link ProfileMapper#finite}. */
  public String finite(@Param("looked") Looked looked) {
    return "SELECT "
        + of(looked, "min(@), max(@)")
        + from(looked, "typeof(@) IN ('integer', 'real') AND @ " + FINITE);
  }

  /** For {@link ProfileMapper#large}. */
  public String large(@Param("looked") Looked looked) {
    String large = "typeof(@) = 'blob' OR (typeof(@) = 'text' AND length(@) > " + HEAD + ")";
    return "SELECT 1" + from(looked, large) + " LIMIT 1";
  }

  /**
   * For {@link ProfileMapper#values}. The bare column keeps its collation and can use an index;
   * large values are told apart by what is cheap to keep of them.
   */
  public String values(
      @Param("looked") Looked looked,
      @Param("plain") boolean plain,
      @Param("byValue") boolean byValue) {
    String value =
        of(
            looked,
            plain
                ? "@"
                : "CASE typeof(@) WHEN 'text' THEN substr(@, 1, " + (HEAD + 1) + ") ELSE @ END");
    return "WITH g AS MATERIALIZED (SELECT "
        + value
        + " AS v, count(*) AS n"
        + from(looked, plain ? "" : "typeof(@) <> 'blob'")
        + " GROUP BY "
        + value
        + ") SELECT v, n, (SELECT count(*) FROM g), (SELECT sum(n) FROM g) FROM g ORDER BY "
        + (byValue ? "v" : "n DESC, v")
        + " LIMIT #{limit}";
  }

  /** For {@link ProfileMapper#numberBins}. */
  public String numberBins(@Param("looked") Looked looked) {
    String place =
        "max(0, min(CAST((@ - #{bins.start}) / #{bins.step} AS INTEGER), #{bins.count} - 1))";
    String squares = "total((@ - #{bins.mean}) * (@ - #{bins.mean}))";
    return "SELECT "
        + of(looked, place + ", count(*), min(@), max(@), " + squares)
        + from(looked, "typeof(@) IN ('integer', 'real') AND @ " + FINITE)
        + " GROUP BY 1 ORDER BY 1";
  }

  /** For {@link ProfileMapper#dateBins}. */
  public String dateBins(@Param("looked") Looked looked) {
    return "SELECT "
        + of(looked, "substr(@, 1, #{length}), count(*)")
        + from(looked, "typeof(@) = 'text' AND @ " + DAY)
        + " GROUP BY 1 ORDER BY 1";
  }

  /** For {@link ProfileMapper#ends}. */
  public String ends(@Param("table") Table table) {
    // Two subqueries, for each of which SQLite goes straight to its end.
    return "SELECT (SELECT min(t.%1$s) FROM %2$s), (SELECT max(t.%1$s) FROM %2$s)"
        .formatted(rowid(table), source(table));
  }

  /** For {@link ProfileMapper#block}. */
  public String block(@Param("table") Table table) {
    return ("SELECT min(r), max(r), count(*) FROM (SELECT t.%1$s AS r FROM %2$s"
            + " WHERE t.%1$s >= #{rowid} ORDER BY t.%1$s LIMIT #{limit})")
        .formatted(rowid(table), source(table));
  }

  /** For {@link ProfileMapper#upTo}. */
  public String upTo(@Param("table") Table table) {
    return "SELECT count(*) FROM (SELECT 1 FROM " + source(table) + " LIMIT #{limit})";
  }

  /** An expression with the column in place of each at sign. */
  private static String of(Looked looked, String expression) {
    return expression.replace("@", "t." + Identifiers.quoteInMapper(looked.column().name()));
  }

  /** FROM and WHERE; the filter is read where it finds the table's own names and no others. */
  private static String from(Looked looked, String condition) {
    String filter =
        looked.filter().isAll() ? "" : "(" + looked.filter().forMapper("looked.filter") + "\n)";
    String asked = condition.isEmpty() ? "" : "(" + of(looked, condition) + ")";
    if (looked.first() >= 0) {
      return " FROM (SELECT "
          + of(looked, "@")
          + " FROM "
          + source(looked.table())
          + where(filter)
          + " LIMIT #{looked.first}) AS t"
          + where(asked);
    }
    String sampled = looked.ranges() == null ? "" : sampled(looked.table());
    return " FROM " + source(looked.table()) + where(sampled, filter, asked);
  }

  private static String sampled(Table table) {
    return ("t.%1$s IN (SELECT s.%1$s FROM json_each(#{looked.ranges}) AS k CROSS JOIN %2$s AS s"
            + " ON s.%1$s BETWEEN k.value ->> 0 AND k.value ->> 1)")
        .formatted(rowid(table), name(table));
  }

  private static String where(String... conditions) {
    StringBuilder where = new StringBuilder();
    for (String condition : conditions) {
      if (!condition.isEmpty()) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
      }
    }
    return where.toString();
  }

  private static String source(Table table) {
    return name(table) + " AS t";
  }

  private static String name(Table table) {
    return "main." + Identifiers.quoteInMapper(table.name());
  }

  private static String rowid(Table table) {
    return table
        .rowidName()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no rowid"));
  }
}
