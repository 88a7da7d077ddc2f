package org.quarry.database.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The staged changes of one database, by row key: whatever page, order or filter shows a row, its
 * change is found here. Every step can be undone and redone, also after it was written: then what
 * takes it back is staged. For one thread.
 */
public final class ChangeJournal {
  private static final JournalStep NONE = new JournalStep("", List.of());

  private StagedRows staged = new StagedRows();
  private final Deque<JournalStep> done = new ArrayDeque<>();
  private final Deque<JournalStep> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Consumer<JournalEvent> keeper;
  private long lastFresh;
  private long version;

  /** Whether a draft holds what is staged, so that it must stay as it is. */
  private boolean drafted;

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
   * What is staged now, to make a large step of on another thread. The journal may go on meanwhile;
   * then {@link #take} does not take the step.
   */
  public JournalDraft draft() {
    drafted = true;
    return now(true);
  }

  /** What is staged now, to make a step of at once, before anything else happens. */
  public JournalDraft now() {
    return now(false);
  }

  private JournalDraft now(boolean aside) {
    return new JournalDraft(
        staged, aside, version, lastFresh, steps(done, aside), steps(undone, aside));
  }

  /** All steps for a draft that may rewrite them; for one that cannot, the last one is enough. */
  private static List<JournalStep> steps(Deque<JournalStep> steps, boolean all) {
    return all ? List.copyOf(steps) : steps.stream().limit(1).toList();
  }

  /**
   * Takes a step that was made ready.
   *
   * @return false if something else happened since its draft: nothing is taken then
   */
  public boolean take(ReadyStep step) {
    if (step.version() != version) {
      return false;
    }
    step.event()
        .ifPresent(
            event -> {
              if (step.after() == null) {
                replay(event);
              } else {
                follow(event, step, step.after());
              }
              tell(event);
            });
    return true;
  }

  /** Becomes what was made ready on another thread. */
  private void follow(JournalEvent event, ReadyStep step, StagedRows after) {
    turn(event);
    staged = after;
    drafted = false;
    lastFresh = Math.max(lastFresh, step.lastFresh());
    ReadyStep.Steps steps = step.steps();
    if (steps != null) {
      replace(done, steps.done());
      replace(undone, steps.undone());
    }
  }

  private static void replace(Deque<JournalStep> steps, List<JournalStep> now) {
    steps.clear();
    steps.addAll(now);
  }

  /** How many rows undoing the last step touches. */
  public int undoRows() {
    return Optional.ofNullable(done.peek()).map(step -> step.moves().size()).orElse(0);
  }

  /** How many rows redoing touches. */
  public int redoRows() {
    return Optional.ofNullable(undone.peek()).map(step -> step.moves().size()).orElse(0);
  }

  /**
   * Stages values for cells as one step. A cell that gets its old value back is no longer staged.
   */
  public void set(String table, List<CellEdit> edits) {
    stage("", table, edits, List.of());
  }

  /**
   * Stages values for cells and new rows as one step.
   *
   * @param verb what did it, such as "paste", or empty
   */
  public void stage(
      String verb, String table, List<CellEdit> edits, List<Map<String, @Nullable Object>> rows) {
    take(now().stage(verb, table, edits, rows, Monitor.NONE));
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
    long first = lastFresh + 1;
    stage("", table, List.of(), rows);
    return LongStream.range(first, first + rows.size()).mapToObj(RowKey.Fresh::new).toList();
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
    take(now().delete(table, rows, Monitor.NONE));
  }

  /** Drops what is staged for rows, as one step. */
  public void drop(List<StagedRow> rows) {
    int edits = rows.stream().mapToInt(row -> row.change().edits()).sum();
    take(now().drop("drop " + JournalDraft.count(edits, "edit"), rows, Monitor.NONE));
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
    take(
        (mine ? "keep mine in " : "take theirs in ") + JournalDraft.count(conflicts.size(), "row"),
        after);
  }

  /** Drops everything that is staged, as one step that can be undone. */
  public void revert() {
    take(now().drop("revert", rows(), Monitor.NONE));
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
    take("bring back " + JournalDraft.count(edits, "edit"), after);
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
    if (drafted) {
      staged = staged.copy();
      drafted = false;
    }
    JournalStep step = turn(event);
    switch (event) {
      case JournalEvent.Taken _, JournalEvent.Redone _ -> {
        remember(Stream.of(step));
        step.moves().forEach(move -> put(move, move.after()));
      }
      case JournalEvent.Undone _ ->
          step.moves().reversed().forEach(move -> put(move, move.before()));
      case JournalEvent.Written written -> rebase(written.rows());
      case JournalEvent.Restored restored -> restore(restored.state());
    }
  }

  /** Moves the steps of undo and redo as an event does. */
  private JournalStep turn(JournalEvent event) {
    version++;
    return switch (event) {
      case JournalEvent.Taken taken -> {
        undone.clear();
        yield push(done, taken.step());
      }
      case JournalEvent.Undone _ -> push(undone, done.pop());
      case JournalEvent.Redone _ -> push(done, undone.pop());
      default -> NONE;
    };
  }

  private static JournalStep push(Deque<JournalStep> steps, JournalStep step) {
    steps.push(step);
    return step;
  }

  private void restore(JournalState state) {
    for (StagedRow row : state.staged()) {
      put(new RowRef(row.table(), row.key()), row.change());
      remember(row.key());
    }
    done.addAll(state.done());
    undone.addAll(state.undone());
    remember(Stream.concat(state.done().stream(), state.undone().stream()));
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
    replace(done, rebase.steps(done, Monitor.NONE));
    replace(undone, rebase.steps(undone, Monitor.NONE));
  }

  private void take(String name, Map<RowRef, @Nullable RowChange> after) {
    take(now().ready(name, after, Monitor.NONE));
  }

  private void happen(JournalEvent event) {
    replay(event);
    tell(event);
  }

  private void tell(JournalEvent event) {
    keeper.accept(event);
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void put(JournalStep.Move move, @Nullable RowChange change) {
    put(new RowRef(move.table(), move.key()), change);
  }

  private void put(RowRef ref, @Nullable RowChange change) {
    staged.put(ref, change);
  }
}
