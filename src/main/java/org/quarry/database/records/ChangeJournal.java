package org.quarry.database.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The staged changes of one database, by row key: whatever page, order or filter shows a row, its
 * change is found here. Every step can be undone and redone, also after it was written: then what
 * takes it back is staged. For one thread.
 */
public final class ChangeJournal {
  private final StagedRows staged = new StagedRows();
  private final Deque<JournalStep> done = new ArrayDeque<>();
  private final Deque<JournalStep> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Consumer<JournalEvent> keeper;
  private long lastFresh;

  /** Makes an empty one that lives as long as it is held. */
  public ChangeJournal() {
    this(event -> {});
  }

  /** Makes an empty one that tells {@code keeper} all that happens to it, to be kept. */
  public ChangeJournal(Consumer<JournalEvent> keeper) {
    this.keeper = keeper;
  }

  /** What is staged for a row, if anything is. */
  public Optional<RowChange> change(String table, RowKey key) {
    return Optional.ofNullable(staged.get(new RowRef(table, key)));
  }

  /** The new rows of a table in the order in which they were staged. */
  public List<RowKey.Fresh> freshRows(String table) {
    return staged.fresh(table);
  }

  /** Every staged row, in the order in which they were first changed. */
  public List<StagedRow> rows() {
    return staged.rows();
  }

  /** How many edits are staged: changed cells, new rows and deleted rows. */
  public int size() {
    return staged.edits();
  }

  /** All that it holds. */
  public JournalState state() {
    return new JournalState(rows(), List.copyOf(done), List.copyOf(undone));
  }

  /**
   * Stages values for cells as one step. A cell that gets its old value back is no longer staged.
   */
  public void set(String table, List<CellEdit> edits) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    edit(table, edits, after);
    take(count(edits.size(), "cell") + " in " + table, after);
  }

  private void edit(String table, List<CellEdit> edits, Map<RowRef, @Nullable RowChange> after) {
    for (CellEdit edit : edits) {
      RowRef ref = new RowRef(table, edit.key());
      RowChange now = after.containsKey(ref) ? after.get(ref) : staged.get(ref);
      after.put(ref, RowChange.of(now, edit));
    }
  }

  /**
   * Stages values for cells and new rows as one step.
   *
   * @param verb what did it, such as "paste"
   */
  public void stage(
      String verb, String table, List<CellEdit> edits, List<Map<String, @Nullable Object>> rows) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    edit(table, edits, after);
    insert(table, rows, after);
    String cells = edits.isEmpty() ? "" : " " + count(edits.size(), "cell");
    String fresh = rows.isEmpty() ? "" : " " + count(rows.size(), "new row");
    String and = cells.isEmpty() || fresh.isEmpty() ? "" : " and";
    take(verb + cells + and + fresh + " in " + table, after);
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
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    List<RowKey.Fresh> keys = insert(table, rows, after);
    take(count(rows.size(), "new row") + " in " + table, after);
    return keys;
  }

  private List<RowKey.Fresh> insert(
      String table,
      List<Map<String, @Nullable Object>> rows,
      Map<RowRef, @Nullable RowChange> after) {
    List<RowKey.Fresh> keys = new ArrayList<>();
    for (Map<String, @Nullable Object> values : rows) {
      RowKey.Fresh key = new RowKey.Fresh(++lastFresh);
      keys.add(key);
      after.put(new RowRef(table, key), RowChange.insertion(values));
    }
    return keys;
  }

  /** As the other, for rows of which nothing is known but their keys. */
  public void delete(String table, List<RowKey> keys) {
    Map<RowKey, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    keys.forEach(key -> rows.put(key, Map.of()));
    delete(table, rows);
  }

  /**
   * Stages deletions as one step; a new row among them is no longer staged.
   *
   * @param rows the rows with the values they were seen with, by column: a row that has others when
   *     the deletion is written is a conflict
   */
  public void delete(String table, Map<RowKey, Map<String, @Nullable Object>> rows) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    rows.forEach(
        (key, seen) -> {
          RowRef ref = new RowRef(table, key);
          boolean fresh = key instanceof RowKey.Fresh;
          after.put(ref, fresh ? null : RowChange.deletion(seen, staged.get(ref)));
        });
    take(count(rows.size(), "deleted row") + " in " + table, after);
  }

  /** Drops what is staged for rows, as one step. */
  public void drop(List<StagedRow> rows) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    rows.forEach(row -> after.put(new RowRef(row.table(), row.key()), null));
    take("drop " + count(rows.stream().mapToInt(row -> row.change().edits()).sum(), "edit"), after);
  }

  /** Drops what is staged for one cell, as one step. */
  public void drop(String table, RowKey key, String column) {
    change(table, key)
        .ifPresent(
            change -> {
              Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
              after.put(new RowRef(table, key), change.without(column));
              take("drop " + column + " in " + table, after);
            });
  }

  /**
   * Decides conflicts as one step.
   *
   * @param conflicts rows that were changed in the file meanwhile
   * @param mine whether what is staged is to be written over that; else it is dropped
   */
  public void decide(List<RowConflict> conflicts, boolean mine) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    for (RowConflict conflict : conflicts) {
      StagedRow row = conflict.row();
      if (!mine || !conflict.gone()) {
        after.put(new RowRef(row.table(), row.key()), mine ? conflict.mine() : null);
      } else {
        after.put(new RowRef(row.table(), row.key()), null);
        conflict
            .again()
            .ifPresent(
                again -> after.put(new RowRef(row.table(), new RowKey.Fresh(++lastFresh)), again));
      }
    }
    take((mine ? "keep mine in " : "take theirs in ") + count(conflicts.size(), "row"), after);
  }

  /** Drops everything that is staged, as one step that can be undone. */
  public void revert() {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    staged.rows().forEach(row -> after.put(new RowRef(row.table(), row.key()), null));
    take("revert", after);
  }

  /**
   * Brings back what another journal of the same database holds. An empty journal becomes the same,
   * with its steps; else the other's edits are one more step, and a cell staged here stays.
   */
  public void bringBack(JournalState other) {
    if (state().isEmpty()) {
      happen(new JournalEvent.Restored(other));
      return;
    }
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    int edits = 0;
    for (StagedRow row : other.staged()) {
      RowKey key = row.key() instanceof RowKey.Fresh ? new RowKey.Fresh(++lastFresh) : row.key();
      RowRef ref = new RowRef(row.table(), key);
      RowChange here = staged.get(ref);
      after.put(ref, here == null ? row.change() : here.over(row.change()));
      edits += row.change().edits();
    }
    take("bring back " + count(edits, "edit"), after);
  }

  /**
   * Takes note that rows were written. What was staged for them is no longer, unless it was staged
   * since; undoing a step of before stages what takes it back.
   */
  public void written(List<WrittenRow> rows) {
    happen(new JournalEvent.Written(rows));
  }

  /** The name of the step that undo takes back, such as "3 cells in predictions". */
  public Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(JournalStep::name);
  }

  /** The name of the step that redo takes again. */
  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(JournalStep::name);
  }

  /** Takes the last step back; nothing happens when there is none. */
  public void undo() {
    if (!done.isEmpty()) {
      happen(new JournalEvent.Undone());
    }
  }

  /** Takes the last undone step again; nothing happens when there is none. */
  public void redo() {
    if (!undone.isEmpty()) {
      happen(new JournalEvent.Redone());
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

  /** Lets happen again what happened to a journal that was kept; listeners and keeper not told. */
  public void replay(JournalEvent event) {
    switch (event) {
      case JournalEvent.Taken taken -> {
        done.push(taken.step());
        undone.clear();
        taken.step().moves().forEach(move -> put(move, move.after()));
        remember(Stream.of(taken.step()));
      }
      case JournalEvent.Undone _ -> {
        JournalStep step = done.pop();
        undone.push(step);
        step.moves().reversed().forEach(move -> put(move, move.before()));
      }
      case JournalEvent.Redone _ -> {
        JournalStep step = undone.pop();
        done.push(step);
        step.moves().forEach(move -> put(move, move.after()));
      }
      case JournalEvent.Written written -> rebase(written.rows());
      case JournalEvent.Restored restored -> {
        JournalState state = restored.state();
        for (StagedRow row : state.staged()) {
          put(new RowRef(row.table(), row.key()), row.change());
          remember(row.key());
        }
        done.addAll(state.done());
        undone.addAll(state.undone());
        remember(Stream.concat(state.done().stream(), state.undone().stream()));
      }
    }
  }

  private void remember(Stream<JournalStep> steps) {
    steps.flatMap(step -> step.moves().stream()).forEach(move -> remember(move.key()));
  }

  private void remember(RowKey key) {
    if (key instanceof RowKey.Fresh fresh) {
      lastFresh = Math.max(lastFresh, fresh.number());
    }
  }

  private void rebase(List<WrittenRow> rows) {
    JournalRebase rebase = new JournalRebase(rows, () -> ++lastFresh);
    staged.replaceAll(rebase::staged);
    for (Deque<JournalStep> steps : List.of(done, undone)) {
      List<JournalStep> now = steps.stream().map(rebase::step).toList();
      steps.clear();
      steps.addAll(now);
    }
  }

  private void take(String name, Map<RowRef, @Nullable RowChange> after) {
    List<JournalStep.Move> moves = new ArrayList<>();
    after.forEach(
        (ref, change) -> {
          RowChange before = staged.get(ref);
          if (!Objects.equals(before, change)) {
            moves.add(new JournalStep.Move(ref.table(), ref.key(), before, change));
          }
        });
    if (!moves.isEmpty()) {
      happen(new JournalEvent.Taken(new JournalStep(name, moves)));
    }
  }

  private void happen(JournalEvent event) {
    replay(event);
    keeper.accept(event);
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void put(JournalStep.Move move, @Nullable RowChange change) {
    put(new RowRef(move.table(), move.key()), change);
  }

  private void put(RowRef ref, @Nullable RowChange change) {
    staged.put(ref, change);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
