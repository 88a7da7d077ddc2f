package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/**
 * How the rows of a table are read by one column off an index: equal values by their rowid in the
 * direction of the sort, NULL at its end.
 *
 * @param index its name; null for the rowid itself, which needs none
 */
record IndexPlan(Table table, Sort sort, @Nullable String index) {
  /** What texts and BLOBs are kept of as they are, in characters or bytes. */
  private static final int LONGEST = 200;

  /**
   * A place to start from: a row by its value and its rowid.
   *
   * @param value null, a number, a short text or BLOB, or a {@link ValueOf}
   */
  record Anchor(@Nullable Object value, long rowid) {
    /** The anchor at a row with a value as SQLite gives it. */
    static Anchor at(@Nullable Object value, long rowid) {
      boolean kept =
          switch (value) {
            // A text that is no valid UTF-8 would be another one when it is bound.
            case String text -> text.length() <= LONGEST && text.indexOf('\uFFFD') < 0;
            case byte[] bytes -> bytes.length <= LONGEST;
            case null, default -> true;
          };
      return new Anchor(kept ? value : new ValueOf(rowid), rowid);
    }
  }

  /** The value that a row has, looked up where it is needed. */
  record ValueOf(long rowid) {}

  /** Rows that follow each other in the index. */
  sealed interface Part {
    /** Those with one value or NULL, from a rowid on; from the first on where it is null. */
    record Equal(@Nullable Object value, @Nullable Long rowid) implements Part {}

    /** Those past a value, but for NULL; all that are not NULL where it is null. */
    record Past(@Nullable Object value) implements Part {}

    /** All from a rowid on, where the sort is by the rowid itself; from the first where null. */
    record Rowids(@Nullable Long rowid) implements Part {}
  }

  /** Everything from an anchor on, from the first row on where it is null, in parts in order. */
  List<Part> from(@Nullable Anchor anchor) {
    if (index == null) {
      return List.of(new Part.Rowids(anchor == null ? null : anchor.rowid()));
    }
    List<Part> parts = new ArrayList<>();
    boolean inNulls = anchor != null && anchor.value() == null;
    if (anchor != null) {
      parts.add(new Part.Equal(anchor.value(), anchor.rowid()));
    } else if (!sort.nullsLast()) {
      parts.add(new Part.Equal(null, null));
    }
    if (!inNulls || !sort.nullsLast()) {
      parts.add(new Part.Past(inNulls || anchor == null ? null : anchor.value()));
    }
    if (!inNulls && sort.nullsLast()) {
      parts.add(new Part.Equal(null, null));
    }
    return parts;
  }
}
