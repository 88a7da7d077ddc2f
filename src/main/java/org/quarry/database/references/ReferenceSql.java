package org.quarry.database.references;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Table;

/**
 * Builds the SQL of {@link ReferenceMapper}. A value is compared as SQLite compares a child key
 * with its parent: with the affinity and the collation of the parent's column.
 */
public final class ReferenceSql {
  /** Stands between the parts of a label: a character that no text is expected to have. */
  static final char BETWEEN = '\u001f';

  /** Characters of each part. */
  private static final int LENGTH = 80;

  /** MyBatis makes one for each call. */
  public ReferenceSql() {}

  /** For {@link ReferenceMapper#labels}. */
  public String labels(
      @Param("reference") Reference.Sound reference, @Param("values") List<Object> values) {
    String label =
        reference.labels().stream()
            .map(
                name ->
                    "ifnull(substr(CAST(t.%s AS TEXT), 1, %d), '')"
                        .formatted(Identifiers.quoteInMapper(name), LENGTH))
            .collect(Collectors.joining(" || char(" + (int) BETWEEN + ") || "));
    String asked =
        IntStream.range(0, values.size())
            .mapToObj(i -> "(" + i + ", #{values[" + i + "]})")
            .collect(Collectors.joining(", "));
    return "WITH k(i, v) AS (VALUES %s) SELECT k.i, (SELECT %s FROM %s LIMIT 1) FROM k"
        .formatted(asked, label.isEmpty() ? "''" : label, having(reference, "k.v"));
  }

  /** For {@link ReferenceMapper#row}. */
  public String row(@Param("reference") Reference.Sound reference) {
    return "SELECT %s FROM %s LIMIT 1"
        .formatted(key(reference.parent()), having(reference, "#{value}"));
  }

  private static String having(Reference.Sound reference, String value) {
    return "main.%s AS t WHERE t.%s = %s"
        .formatted(
            Identifiers.quoteInMapper(reference.parent().name()),
            Identifiers.quoteInMapper(reference.referred()),
            value);
  }

  private static String key(Table table) {
    if (ReferredRows.namedByRowid(table)) {
      return "t." + table.rowidName().orElseThrow();
    }
    return ReferredRows.namedByKey(table)
        ? table.key().stream()
            .map(column -> "t." + Identifiers.quoteInMapper(column.name()))
            .collect(Collectors.joining(", "))
        : "1";
  }
}
