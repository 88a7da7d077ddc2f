package org.quarry.learning.data;

import java.util.List;
import org.quarry.learning.LearningProblem;

/**
 * Rows of a table, view or query, held in memory.
 *
 * @param columns the names of the columns
 * @param rows the rows; each has a value for each column
 */
public record Rows(List<String> columns, List<Row> rows) {
  /**
   * Makes rows.
   *
   * @throws IllegalArgumentException if a row has more or fewer values than there are columns
   */
  public Rows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.values().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row %s has %d values for %d columns"
                .formatted(row.identity(), row.values().size(), columns.size()));
      }
    }
  }

  /**
   * Where a column stands.
   *
   * @param column its name; case does not matter, as in SQL, unless two names differ by case only
   * @throws LearningProblem.UnknownColumn if there is none of that name
   */
  public static int position(List<String> columns, String column) {
    int exact = columns.indexOf(column);
    if (exact >= 0) {
      return exact;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    throw new LearningProblem.UnknownColumn(column, columns);
  }
}
