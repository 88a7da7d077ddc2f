package org.quarry.database.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The staged changes of one database, by row key: whatever page, order or filter shows a row, its
 * change is found here. Every step can be undone and redone. For one thread.
 */
public final class ChangeJournal {
  private record Ref(String table, RowKey key) {}

  private record Move(Ref ref, @Nullable RowChange before, @Nullable RowChange after) {}

  private record Step(String name, List<Move> moves) {}

  private final Map<Ref, RowChange> staged = new LinkedHashMap<>();
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private long lastFresh;

  /** What is staged for a row, if anything is. */
  public Optional<RowChange> change(String table, RowKey key) {
    return Optional.ofNullable(staged.get(new Ref(table, key)));
  }

  /** The new rows of a table in the order in which they were staged. */
  public List<RowKey.Fresh> freshRows(String table) {
    return staged.keySet().stream()
        .filter(ref -> ref.table().equals(table) && ref.key() instanceof RowKey.Fresh)
        .map(ref -> (RowKey.Fresh) ref.key())
        .sorted(Comparator.comparingLong(RowKey.Fresh::number))
        .toList();
  }

  /** Every staged row, in the order in which they were first changed. */
  public List<StagedRow> rows() {
    return staged.entrySet().stream()
        .map(entry -> new StagedRow(entry.getKey().table(), entry.getKey().key(), entry.getValue()))
        .toList();
  }

  /** How many edits are staged: changed cells, new rows and deleted rows. */
  public int size() {
    return staged.values().stream().mapToInt(RowChange::edits).sum();
  }

  /**
   * Stages values for cells as one step. A cell that gets its old value back is no longer staged.
   */
  public void set(String table, List<CellEdit> edits) {
    Map<Ref, @Nullable RowChange> after = new LinkedHashMap<>();
    for (CellEdit edit : edits) {
      Ref ref = new Ref(table, edit.key());
      RowChange now = after.containsKey(ref) ? after.get(ref) : staged.get(ref);
      RowChange base =
          now == null || now.kind() == RowChange.Kind.DELETE
              ? new RowChange(RowChange.Kind.UPDATE, Map.of(), Map.of())
              : now;
      RowChange changed = base.with(edit).withoutUnchanged();
      boolean none = changed.kind() == RowChange.Kind.UPDATE && changed.values().isEmpty();
      after.put(ref, none ? null : changed);
    }
    take(count(edits.size(), "cell") + " in " + table, after);
  }

  /**
   * Stages a new row as one step.
   *
   * @param values what to set; other columns get their defaults
   * @return the key it has until it is written
   */
  public RowKey.Fresh insert(String table, Map<String, @Nullable Object> values) {
    return insertAll(table, List.of(values)).getFirst();
  }

  /** Stages new rows as one step. */
  public List<RowKey.Fresh> insertAll(String table, List<Map<String, @Nullable Object>> rows) {
    Map<Ref, @Nullable RowChange> after = new LinkedHashMap<>();
    List<RowKey.Fresh> keys = new ArrayList<>();
    for (Map<String, @Nullable Object> values : rows) {
      RowKey.Fresh key = new RowKey.Fresh(++lastFresh);
      keys.add(key);
      after.put(new Ref(table, key), RowChange.insertion(values));
    }
    take(count(rows.size(), "new row") + " in " + table, after);
    return keys;
  }

  /** Stages deletions as one step; a new row among them is no longer staged. */
  public void delete(String table, List<RowKey> keys) {
    Map<Ref, @Nullable RowChange> after = new LinkedHashMap<>();
    for (RowKey key : keys) {
      after.put(new Ref(table, key), key instanceof RowKey.Fresh ? null : RowChange.DELETION);
    }
    take(count(keys.size(), "deleted row") + " in " + table, after);
  }

  /** Drops everything that is staged, as one step that can be undone. */
  public void revert() {
    Map<Ref, @Nullable RowChange> after = new LinkedHashMap<>();
    staged.keySet().forEach(ref -> after.put(ref, null));
    take("revert", after);
  }

  /**
   * Forgets rows, because they were written as they are given here; what was staged for them since
   * stays. The steps so far can no longer be undone.
   */
  public void written(List<StagedRow> rows) {
    for (StagedRow row : rows) {
      staged.remove(new Ref(row.table(), row.key()), row.change());
    }
    done.clear();
    undone.clear();
    tell();
  }

  /**
   * Holds changed rows against the values that were read again for them, by column: those are what
   * a write expects from now on. A cell whose new value the file has already is no longer staged.
   */
  public void readAgain(String table, Map<RowKey, Map<String, @Nullable Object>> stored) {
    stored.forEach(
        (key, values) -> {
          Ref ref = new Ref(table, key);
          RowChange change = staged.get(ref);
          if (change != null && change.kind() == RowChange.Kind.UPDATE) {
            RowChange now = change.against(values);
            put(ref, now.values().isEmpty() ? null : now);
          }
        });
    tell();
  }

  /** The name of the step that undo takes back, such as "3 cells in predictions". */
  public Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(Step::name);
  }

  /** The name of the step that redo takes again. */
  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(Step::name);
  }

  /** Takes the last step back; nothing happens when there is none. */
  public void undo() {
    Step step = done.poll();
    if (step != null) {
      undone.push(step);
      step.moves().reversed().forEach(move -> put(move.ref(), move.before()));
      tell();
    }
  }

  /** Takes the last undone step again; nothing happens when there is none. */
  public void redo() {
    Step step = undone.poll();
    if (step != null) {
      done.push(step);
      step.moves().forEach(move -> put(move.ref(), move.after()));
      tell();
    }
  }

  /**
   * Adds a listener, told after every change.
   *
   * @return closing it removes the listener
   */
  public Monitor.Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void take(String name, Map<Ref, @Nullable RowChange> after) {
    List<Move> moves = new ArrayList<>();
    after.forEach(
        (ref, change) -> {
          RowChange before = staged.get(ref);
          if (!Objects.equals(before, change)) {
            moves.add(new Move(ref, before, change));
            put(ref, change);
          }
        });
    if (!moves.isEmpty()) {
      done.push(new Step(name, moves));
      undone.clear();
      tell();
    }
  }

  private void put(Ref ref, @Nullable RowChange change) {
    if (change == null) {
      staged.remove(ref);
    } else {
      staged.put(ref, change);
    }
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
