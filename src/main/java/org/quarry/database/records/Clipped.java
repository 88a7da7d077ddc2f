package org.quarry.database.records;

/**
 * Stands in a grid for a text that is too long for it; the whole is read when it is asked for.
 *
 * @param head its first {@value RecordSql#HEAD} characters; empty for a text of more than {@value
 *     RecordSql#LONGEST} bytes, of which a page reads nothing so that it stays quick
 * @param bytes the size of a text whose head was not read, else 0
 */
public record Clipped(String head, long bytes) {
  /** A text with its beginning. */
  public Clipped(String head) {
    this(head, 0);
  }

  @Override
  public String toString() {
    return head.isEmpty() ? "TEXT " + bytes + " B" : head + "…";
  }
}
