package org.quarry.database.records;

import java.util.List;

/**
 * Some rows that follow each other.
 *
 * @param first the place of the first, from 0
 * @param rows fewer than asked for at the end of the table
 * @param approximate whether {@code first} is an estimate
 */
public record Page(long first, List<Row> rows, boolean approximate) {
  private static final int PER_CELL = 24;
  private static final int PER_TEXT = 56;

  /** About how many bytes of memory it takes. */
  public long bytes() {
    long bytes = 0;
    for (Row row : rows) {
      for (Object cell : row.cells()) {
        bytes += PER_CELL;
        if (cell instanceof String text) {
          bytes += PER_TEXT + text.length();
        } else if (cell instanceof Clipped clipped) {
          bytes += PER_TEXT + clipped.head().length();
        }
      }
    }
    return bytes;
  }
}
