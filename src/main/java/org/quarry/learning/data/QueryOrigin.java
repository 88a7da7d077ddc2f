package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/**
 * How the rows of a query lead to rows of a table: the query's result carries the rowid, or the
 * whole primary key. Immutable.
 */
final class QueryOrigin {
  private static final Set<String> ROWID = Set.of("rowid", "_rowid_", "oid");

  private final Table table;
  private final boolean rowid;
  private final int[] at;

  private QueryOrigin(Table table, boolean rowid, int[] at) {
    this.table = table;
    this.rowid = rowid;
    this.at = at;
  }

  /**
   * Finds the table.
   *
   * @param sql the query
   * @param columns of its result
   * @param schema the schema of the file
   * @param target the column to learn: of several tables its own comes first, for its values are
   *     what a person mends
   * @return empty where no table's key is carried, or where names may hide that another column is
   */
  static Optional<QueryOrigin> of(
      String sql, List<QueryColumn> columns, Schema schema, String target) {
    QueryNames names = QueryNames.of(sql, schema);
    if (names.compound()) {
      return Optional.empty();
    }
    String first =
        columns.stream()
            .filter(column -> column.name().equalsIgnoreCase(target))
            .map(QueryColumn::table)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    return columns.stream()
        .map(QueryColumn::table)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(table -> !table.equals(first)))
        .flatMap(table -> schema.table(table).stream())
        .filter(table -> table.kind() == Table.Kind.TABLE)
        .flatMap(table -> of(table, columns, names).stream())
        .findFirst();
  }

  private static Optional<QueryOrigin> of(
      Table table, List<QueryColumn> columns, QueryNames names) {
    for (int i = 0; i < columns.size(); i++) {
      QueryColumn column = columns.get(i);
      if (table.name().equals(column.table())
          && isRowid(table, column.name())
          && !names.renamed(column.name())) {
        return Optional.of(new QueryOrigin(table, true, new int[] {i}));
      }
    }
    List<Column> key = table.key();
    int[] at = key.stream().mapToInt(part -> position(table, part, columns, names)).toArray();
    boolean whole = at.length > 0;
    for (int each : at) {
      whole &= each >= 0;
    }
    return whole ? Optional.of(new QueryOrigin(table, false, at)) : Optional.empty();
  }

  private static boolean isRowid(Table table, String name) {
    return table
        .rowidColumn()
        .map(column -> column.name().equalsIgnoreCase(name))
        .orElse(
            table.hasRowid()
                && ROWID.contains(name.toLowerCase(Locale.ROOT))
                && table.column(name).isEmpty());
  }

  private static int position(
      Table table, Column part, List<QueryColumn> columns, QueryNames names) {
    for (int i = 0; i < columns.size(); i++) {
      QueryColumn column = columns.get(i);
      if (table.name().equals(column.table())
          && column.name().equalsIgnoreCase(part.name())
          && !names.renamed(column.name())) {
        return i;
      }
    }
    return -1;
  }

  /** The row of the table that a row was made of, or empty where there is none: an outer join. */
  Optional<TableRow> row(@Nullable Object[] values) {
    List<@Nullable Object> key = new ArrayList<>();
    for (int each : at) {
      Object value = values[each];
      if (value == null) {
        return Optional.empty();
      }
      key.add(value);
    }
    if (!rowid) {
      return Optional.of(new TableRow(table.name(), RowKey.Primary.of(key)));
    }
    return key.getFirst() instanceof Long number
        ? Optional.of(new TableRow(table.name(), new RowKey.Rowid(number)))
        : Optional.empty();
  }
}
