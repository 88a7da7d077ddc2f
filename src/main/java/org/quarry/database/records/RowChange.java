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
 *     be deleted, of which a long text or a BLOB is a {@link Fingerprint}; the file must still have
 *     them when the change is written
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
    values = copy(values);
    old = copy(old);
  }

  /** Most changes are of one cell, and there may be many of them. */
  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> map) {
    if (map.size() > 1) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
    Map<String, @Nullable Object> copy = Collections.emptyMap();
    for (Map.Entry<String, @Nullable Object> only : map.entrySet()) {
      copy = Collections.singletonMap(only.getKey(), only.getValue());
    }
    return copy;
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

  /**
   * What is staged for a row once a cell is set.
   *
   * @param before what was staged for it, or null for nothing
   * @return null when the row is back at the values it had
   */
  static @Nullable RowChange of(@Nullable RowChange before, CellEdit edit) {
    if (before == null || before.kind() == Kind.DELETE) {
      if (edit.known() && same(edit.old(), edit.now())) {
        return null;
      }
      Map<String, @Nullable Object> values = Collections.singletonMap(edit.column(), edit.now());
      return new RowChange(
          Kind.UPDATE,
          values,
          edit.known()
              ? Collections.singletonMap(edit.column(), edit.old())
              : Collections.emptyMap());
    }
    RowChange changed = before.with(edit).withoutUnchanged();
    return changed.kind() == Kind.UPDATE && changed.values().isEmpty() ? null : changed;
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
