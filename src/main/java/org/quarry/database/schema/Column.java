package org.quarry.database.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param name its name
 * @param type its declared type as written, or empty
 * @param notNull whether NULL is refused
 * @param defaultSql the SQL of its default, or null
 * @param keyPosition its place in the primary key from 1, or 0
 * @param generated whether SQLite computes it
 */
public record Column(
    String name,
    String type,
    boolean notNull,
    @Nullable String defaultSql,
    int keyPosition,
    boolean generated) {

  /** Which storage a column prefers. */
  public enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC
  }

  /**
   * The storage the declared type prefers, by the five rules of SQLite's documentation ("Datatypes
   * in SQLite", section 3.1).
   */
  public Affinity affinity() {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return Affinity.INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return Affinity.TEXT;
    }
    if (upper.isEmpty() || upper.contains("BLOB")) {
      return Affinity.BLOB;
    }
    if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
      return Affinity.REAL;
    }
    return Affinity.NUMERIC;
  }

  /** Whether the declared type speaks of a day or a moment. */
  public boolean isTemporal() {
    String upper = type.toUpperCase(Locale.ROOT);
    return upper.contains("DATE") || upper.contains("TIME");
  }

  /** Whether the declared type is of numbers and not of moments. */
  public boolean isNumeric() {
    Affinity affinity = affinity();
    return !isTemporal()
        && (affinity == Affinity.INTEGER
            || affinity == Affinity.REAL
            || affinity == Affinity.NUMERIC);
  }

  /** Whether it is part of the primary key. */
  public boolean isKey() {
    return keyPosition > 0;
  }
}
