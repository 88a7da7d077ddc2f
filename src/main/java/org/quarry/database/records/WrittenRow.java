package org.quarry.database.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A staged row that was written, with what undoing it needs.
 *
 * @param table its table's name
 * @param staged what named it while it was staged
 * @param stored what names it now; the same as {@code staged} for a deletion
 * @param change what was written
 * @param before values by column as they were: of the changed cells, of the whole deleted row, or
 *     what the columns set in a new row would have got by default
 * @param after values by column as they are in the file now: of the changed cells, or of the whole
 *     new row; empty for a deletion
 * @param along the rows that foreign keys deleted or changed along with a deleted one
 */
public record WrittenRow(
    String table,
    RowKey staged,
    RowKey stored,
    RowChange change,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    List<WrittenRow> along) {
  /** Keeps its own copies. */
  public WrittenRow {
    along = List.copyOf(along);
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** One that no other row went along with. */
  public WrittenRow(
      String table,
      RowKey staged,
      RowKey stored,
      RowChange change,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after) {
    this(table, staged, stored, change, before, after, List.of());
  }

  /** The row as it was named while it was staged. */
  RowRef ref() {
    return new RowRef(table, staged);
  }

  /**
   * What must be staged now, after the writing, for the row to become what {@code earlier}, staged
   * before the writing, would have made of it.
   *
   * @param earlier a change of the row as it was before, or null for none
   * @return null when the row is that already
   */
  @Nullable RowChange rebase(@Nullable RowChange earlier) {
    boolean absent =
        earlier == null
            ? change.kind() == RowChange.Kind.INSERT
            : earlier.kind() == RowChange.Kind.DELETE;
    Map<String, @Nullable Object> wanted = earlier == null ? Map.of() : earlier.values();
    if (change.kind() == RowChange.Kind.DELETE) {
      if (absent) {
        return null;
      }
      Map<String, @Nullable Object> whole = new LinkedHashMap<>(before);
      whole.putAll(wanted);
      return RowChange.insertion(whole);
    }
    if (absent) {
      Map<String, @Nullable Object> seen = new LinkedHashMap<>();
      if (earlier != null) {
        seen.putAll(earlier.old());
      }
      seen.putAll(after);
      return RowChange.deletion(seen, null);
    }
    RowChange now = update(earlier, wanted);
    return now.values().isEmpty() ? null : now;
  }

  private RowChange update(@Nullable RowChange earlier, Map<String, @Nullable Object> wanted) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, @Nullable Object> old = new LinkedHashMap<>();
    Map<String, @Nullable Object> columns = new LinkedHashMap<>(change.values());
    columns.putAll(wanted);
    for (String column : columns.keySet()) {
      boolean written = change.values().containsKey(column);
      if (written
          && wanted.containsKey(column)
          && RowChange.same(wanted.get(column), change.values().get(column))) {
        continue;
      }
      if (!wanted.containsKey(column) && !before.containsKey(column)) {
        continue;
      }
      Object target = wanted.containsKey(column) ? wanted.get(column) : before.get(column);
      boolean known = after.containsKey(column);
      if (known && RowChange.same(target, after.get(column))) {
        continue;
      }
      values.put(column, target);
      if (known) {
        old.put(column, after.get(column));
      } else if (earlier != null && earlier.old().containsKey(column)) {
        old.put(column, earlier.old().get(column));
      }
    }
    return new RowChange(RowChange.Kind.UPDATE, values, old);
  }
}
