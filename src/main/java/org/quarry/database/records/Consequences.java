package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What foreign keys do to other rows when staged deletions are written.
 *
 * @param parts by table
 * @param beyond how many rows more there are than can be remembered, which undo does not bring
 *     back; {@link #UNCOUNTED} where there are some and it was not counted
 */
public record Consequences(List<Part> parts, long beyond) {
  /** No other row is touched. */
  public static final Consequences NONE = new Consequences(List.of(), 0);

  /** That there are more rows, however many. */
  public static final long UNCOUNTED = -1;

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
        + (beyond == 0 ? "" : beyond > 0 ? ", and " + rows(beyond) + " more" : ", and more");
  }

  private static String rows(long number) {
    return number + (number == 1 ? " row" : " rows");
  }

  /** What undo will do about those rows, as a sentence. */
  String undo() {
    long remembered = parts.stream().mapToLong(Part::rows).sum();
    return beyond == 0
        ? "Undo brings them back."
        : "They are too many to be remembered: undo brings back "
            + rows(remembered)
            + " of them, and the others are lost.";
  }
}
