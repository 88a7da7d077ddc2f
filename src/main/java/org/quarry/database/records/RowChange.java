package org.quarry.database.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is staged for one row.
 *
 * @param kind what is to become of it
 * @param values new values by column: those of the changed cells, or those set in a new row; empty
 *     for a deletion
 * @param old the values that were known when it was staged: of the changed cells, or of the row to
 *     be deleted; the file must still have them when the change is written
 */
public record RowChange(
    Kind kind, Map<String, @Nullable Object> values, Map<String, @Nullable Object> old) {
  /** What is to become of a row. */
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /** Keeps its own copies; a value may be null, which says NULL. */
  public RowChange {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    old = Collections.unmodifiableMap(new LinkedHashMap<>(old));
  }

  /** A new row with these values; the other columns get their defaults. */
  static RowChange insertion(Map<String, @Nullable Object> values) {
    return new RowChange(Kind.INSERT, values, Collections.emptyMap());
  }

  /**
   * A deletion of a row that was seen with some values.
   *
   * @param staged what was staged for it before, whose values were read earlier and count
   */
  static RowChange deletion(Map<String, @Nullable Object> seen, @Nullable RowChange staged) {
    Map<String, @Nullable Object> old = new LinkedHashMap<>(seen);
    if (staged != null) {
      old.putAll(staged.old());
    }
    return new RowChange(Kind.DELETE, Collections.emptyMap(), old);
  }

  /** The change with one more cell set. */
  RowChange with(CellEdit edit) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(values());
    Map<String, @Nullable Object> old = new LinkedHashMap<>(old());
    if (kind == Kind.UPDATE && !values.containsKey(edit.column()) && edit.known()) {
      old.put(edit.column(), edit.old());
    }
    values.put(edit.column(), edit.now());
    return new RowChange(kind, values, old);
  }

  /** The change without one cell; null when nothing is left of it. */
  @Nullable RowChange without(String column) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(values());
    Map<String, @Nullable Object> old = new LinkedHashMap<>(old());
    values.remove(column);
    old.remove(column);
    return kind == Kind.UPDATE && values.isEmpty() ? null : new RowChange(kind, values, old);
  }

  /** The change without its cells that are back at the value they had. */
  RowChange withoutUnchanged() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(values());
    values
        .entrySet()
        .removeIf(
            cell ->
                old.containsKey(cell.getKey()) && same(old.get(cell.getKey()), cell.getValue()));
    Map<String, @Nullable Object> kept = new LinkedHashMap<>(old);
    kept.keySet().retainAll(values.keySet());
    return new RowChange(kind, values, kept);
  }

  /** This change of a row with the cells of another that it leaves alone. */
  RowChange over(RowChange other) {
    if (kind != Kind.UPDATE || other.kind() != Kind.UPDATE) {
      return this;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(other.values());
    Map<String, @Nullable Object> old = new LinkedHashMap<>(other.old());
    values.putAll(values());
    old.putAll(old());
    return new RowChange(kind, values, old);
  }

  /** Whether two values are the same to the byte; 1 and 1.0 are not. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.deepEquals(one, other);
  }

  /** How many edits it counts for: its cells, or one for a new or deleted row. */
  public int edits() {
    return kind == Kind.UPDATE ? values.size() : 1;
  }
}
