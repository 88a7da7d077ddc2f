package org.quarry.database.records;

/**
 * The beginning of a text too long for a grid; the whole is read when it is asked for.
 *
 * @param head its first {@value RecordSql#HEAD} characters
 */
public record Clipped(String head) {
  @Override
  public String toString() {
    return head + "…";
  }
}
