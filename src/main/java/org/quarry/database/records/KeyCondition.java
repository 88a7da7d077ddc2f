package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlLiteral;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * The condition in SQL that chosen rows of a table fulfil and no others, to be read by a person.
 */
public final class KeyCondition {
  /** Above so many rows a condition is no longer to be read. */
  public static final int MOST_ROWS = 500;

  private KeyCondition() {}

  /**
   * The condition of some rows.
   *
   * @param table the table or view the keys are of
   * @param keys at most {@value #MOST_ROWS}, one at least
   * @return what stands after WHERE, or empty where nothing but their place names the rows
   * @throws IllegalArgumentException if there are none or too many
   */
  public static Optional<String> of(Table table, List<RowKey> keys) {
    if (keys.isEmpty() || keys.size() > MOST_ROWS) {
      throw new IllegalArgumentException(keys.size() + " rows");
    }
    List<String> rowids = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (RowKey key : keys) {
      switch (key) {
        case RowKey.Rowid rowid -> rowids.add(SqlLiteral.of(rowid.value()));
        case RowKey.Primary primary -> others.add(equal(table.key(), primary));
        case RowKey.Whole whole -> others.add(equal(table.columns(), whole));
        case RowKey.Fresh _, RowKey.Position _ -> {
          return Optional.empty();
        }
      }
    }
    if (!rowids.isEmpty()) {
      Optional<String> name =
          table.rowidColumn().map(Column::name).map(Identifiers::quote).or(table::rowidName);
      return others.isEmpty()
          ? name.map(each -> each + " IN (" + String.join(", ", rowids) + ")")
          : Optional.empty();
    }
    return Optional.of(String.join(" OR ", others));
  }

  private static String equal(List<Column> columns, RowKey key) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(
          Identifiers.quote(columns.get(i).name()) + " IS " + SqlLiteral.of(key.bound().get(i)));
    }
    return parts.stream().collect(Collectors.joining(" AND ", "(", ")"));
  }
}
