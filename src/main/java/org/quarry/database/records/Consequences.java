package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What foreign keys do to other rows when staged deletions are written.
 *
 * @param parts by table
 * @param more whether there are more rows than are remembered, which undo does not bring back
 */
public record Consequences(List<Part> parts, boolean more) {
  /** No other row is touched. */
  public static final Consequences NONE = new Consequences(List.of(), false);

  /**
   * What happens to the rows of one table.
   *
   * @param deleted whether they are deleted; else their references are set to NULL or a default
   */
  public record Part(String table, int rows, boolean deleted) {}

  /** Keeps its own copy. */
  public Consequences {
    parts = List.copyOf(parts);
  }

  /** In words: "12 rows of orders are deleted, 3 rows of notes no longer refer". */
  public String words() {
    return parts.stream()
            .map(
                part ->
                    part.rows()
                        + (part.rows() == 1 ? " row of " : " rows of ")
                        + part.table()
                        + (part.deleted()
                            ? (part.rows() == 1 ? " is deleted" : " are deleted")
                            : (part.rows() == 1 ? " no longer refers" : " no longer refer")))
            .collect(Collectors.joining(", "))
        + (more ? ", and more" : "");
  }
}
