package org.quarry.database.references;

import java.util.List;
import java.util.function.IntFunction;
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
  /** MyBatis makes one for each call. */
  public ReferenceSql() {}

  /** For {@link ReferenceMapper#labels}. */
  public String labels(
      @Param("reference") Reference.Sound reference, @Param("values") List<Object> values) {
    int width = reference.columns().size();
    String asked =
        IntStream.range(0, values.size() / width)
            .mapToObj(key -> "(" + key + ", " + list(width, at -> bound(key * width + at)) + ")")
            .collect(Collectors.joining(", "));
    return "WITH k(i, %s) AS (VALUES %s) SELECT k.i, (SELECT %s FROM %s LIMIT 1) FROM k"
        .formatted(
            list(width, at -> "v" + at),
            asked,
            Label.sql(reference),
            having(reference, at -> "k.v" + at));
  }

  /** For {@link ReferenceMapper#row}. */
  public String row(@Param("reference") Reference.Sound reference) {
    return "SELECT %s FROM %s LIMIT 1"
        .formatted(key(reference.parent()), having(reference, ReferenceSql::bound));
  }

  private static String bound(int at) {
    return "#{values[" + at + "]}";
  }

  private static String list(int width, IntFunction<String> each) {
    return IntStream.range(0, width).mapToObj(each).collect(Collectors.joining(", "));
  }

  private static String having(Reference.Sound reference, IntFunction<String> value) {
    List<String> referred = reference.referred();
    return "main.%s AS t WHERE %s"
        .formatted(
            Identifiers.quoteInMapper(reference.parent().name()),
            IntStream.range(0, referred.size())
                .mapToObj(
                    at ->
                        "t.%s = %s"
                            .formatted(
                                Identifiers.quoteInMapper(referred.get(at)), value.apply(at)))
                .collect(Collectors.joining(" AND ")));
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
