package org.quarry.database.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is staged for each row. Counts and the lists of new rows are kept as rows come and go, so
 * that asking for them costs nothing, however many rows are staged.
 */
final class StagedRows {
  private final Map<RowRef, RowChange> changes = new LinkedHashMap<>();
  private final Map<String, TreeMap<Long, RowKey.Fresh>> fresh = new LinkedHashMap<>();
  private final Map<String, List<RowKey.Fresh>> lists = new LinkedHashMap<>();
  private @Nullable List<StagedRow> rows;
  private int edits;

  /** The same, which may change while this one does not. */
  StagedRows copy() {
    StagedRows copy = new StagedRows();
    copy.changes.putAll(changes);
    fresh.forEach((table, keys) -> copy.fresh.put(table, new TreeMap<>(keys)));
    copy.edits = edits;
    return copy;
  }

  /** Makes the lists that are asked for after a change. */
  void list() {
    rows();
    fresh.keySet().forEach(this::fresh);
  }

  @Nullable RowChange get(RowRef ref) {
    return changes.get(ref);
  }

  /** Stages a change for a row, or with null nothing. */
  void put(RowRef ref, @Nullable RowChange change) {
    rows = null;
    RowChange was = change == null ? changes.remove(ref) : changes.put(ref, change);
    edits += (change == null ? 0 : change.edits()) - (was == null ? 0 : was.edits());
    if (ref.key() instanceof RowKey.Fresh key && (was == null) != (change == null)) {
      TreeMap<Long, RowKey.Fresh> rows =
          fresh.computeIfAbsent(ref.table(), table -> new TreeMap<>());
      if (change == null) {
        rows.remove(key.number());
      } else {
        rows.put(key.number(), key);
      }
      lists.remove(ref.table());
    }
  }

  /** The new rows of a table in the order in which they were staged. */
  List<RowKey.Fresh> fresh(String table) {
    return lists.computeIfAbsent(
        table, name -> List.copyOf(fresh.getOrDefault(name, new TreeMap<>()).values()));
  }

  /** Changed cells, new rows and deleted rows. */
  int edits() {
    return edits;
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Every staged row, in the order in which they were first changed. */
  List<StagedRow> rows() {
    List<StagedRow> known = rows;
    if (known == null) {
      known =
          changes.entrySet().stream()
              .map(
                  entry ->
                      new StagedRow(entry.getKey().table(), entry.getKey().key(), entry.getValue()))
              .toList();
      rows = known;
    }
    return known;
  }

  /** Stages for every row what becomes of it; an empty answer stages nothing. */
  void replaceAll(BiFunction<RowRef, RowChange, Optional<StagedRow>> now) {
    Map<RowRef, RowChange> before = new LinkedHashMap<>(changes);
    changes.clear();
    rows = null;
    fresh.clear();
    lists.clear();
    edits = 0;
    before.forEach(
        (ref, change) ->
            now.apply(ref, change)
                .ifPresent(row -> put(new RowRef(row.table(), row.key()), row.change())));
  }
}
