package org.quarry.database.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A staged row that is no longer in the file as it was when it was changed here.
 *
 * @param row the row with what is staged, yours
 * @param gone whether it was deleted meanwhile
 * @param theirs what the file holds now in the cells that are staged; empty when it is gone
 * @param key the columns that name the row with their values
 */
public record RowConflict(
    StagedRow row,
    boolean gone,
    Map<String, @Nullable Object> theirs,
    Map<String, @Nullable Object> key) {
  /** Keeps its own copies. */
  public RowConflict {
    theirs = Collections.unmodifiableMap(new LinkedHashMap<>(theirs));
    key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
  }

  /** The row as a sentence names it: "predictions, row 12". */
  public String name() {
    return row.table() + ", " + row.key();
  }

  /** Whether a cell is not as it was when it was changed here. */
  public boolean differs(String column) {
    Map<String, @Nullable Object> old = row.change().old();
    if (gone) {
      return true;
    }
    Object was = old.get(column);
    Object is = theirs.get(column);
    return old.containsKey(column)
        && !(was instanceof Fingerprint known ? known.matches(is) : RowChange.same(was, is));
  }

  /** What is staged, with what the file holds now as the values it goes over. */
  RowChange mine() {
    RowChange change = row.change();
    Map<String, @Nullable Object> seen = new LinkedHashMap<>(theirs);
    if (change.kind() == RowChange.Kind.DELETE) {
      seen.replaceAll((column, value) -> isLong(value) ? Fingerprint.of(value) : value);
    }
    return new RowChange(change.kind(), change.values(), seen);
  }

  /** Whether a value of a row to be deleted is kept as a fingerprint, however many there are. */
  private static boolean isLong(@Nullable Object value) {
    return value instanceof byte[]
        || (value instanceof String text && text.length() > RecordSql.HEAD);
  }

  /** For a changed row that is gone: a new row with its key and the values known of it. */
  Optional<RowChange> again() {
    RowChange change = row.change();
    if (change.kind() != RowChange.Kind.UPDATE) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(key);
    values.putAll(change.old());
    values.putAll(change.values());
    return Optional.of(RowChange.insertion(values));
  }
}
