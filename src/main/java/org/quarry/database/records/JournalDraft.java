package org.quarry.database.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * What is staged at one moment, and the next step made of it. A draft of {@link
 * ChangeJournal#draft} may be used on another thread while the journal goes on: its steps are ready
 * to be taken in no time, however many rows they change. For one thread at a time.
 */
public final class JournalDraft {
  /** Rows between two words on how far it is. */
  private static final int REPORT = 1_000;

  private final StagedRows staged;
  private final boolean aside;
  private final long version;
  private final List<JournalStep> done;
  private final List<JournalStep> undone;
  private long lastFresh;

  JournalDraft(
      StagedRows staged,
      boolean aside,
      long version,
      long lastFresh,
      List<JournalStep> done,
      List<JournalStep> undone) {
    this.staged = staged;
    this.aside = aside;
    this.version = version;
    this.lastFresh = lastFresh;
    this.done = done;
    this.undone = undone;
  }

  /** What is staged for a row, if anything is. */
  public Optional<RowChange> change(String table, RowKey key) {
    return Optional.ofNullable(staged.get(new RowRef(table, key)));
  }

  /** Every staged row, in the order in which they were first changed. */
  public List<StagedRow> rows() {
    return aside ? staged.copy().rows() : staged.rows();
  }

  /** Whether a row is to be deleted. */
  public boolean deletes(String table, RowKey key) {
    return change(table, key).filter(each -> each.kind() == RowChange.Kind.DELETE).isPresent();
  }

  /**
   * Values for cells and new rows as one step. A cell that gets its old value back is no longer
   * staged.
   *
   * @param verb what did it, such as "paste", or empty
   * @param rows the values to set in each new row; other columns get their defaults
   */
  public ReadyStep stage(
      String verb,
      String table,
      List<CellEdit> edits,
      List<Map<String, @Nullable Object>> rows,
      Monitor monitor) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    long total = (long) edits.size() + rows.size();
    long at = 0;
    for (CellEdit edit : edits) {
      report(at++, total, monitor);
      RowRef ref = new RowRef(table, edit.key());
      RowChange now = after.containsKey(ref) ? after.get(ref) : staged.get(ref);
      after.put(ref, RowChange.of(now, edit));
    }
    for (Map<String, @Nullable Object> values : rows) {
      report(at++, total, monitor);
      after.put(new RowRef(table, fresh()), RowChange.insertion(values));
    }
    String cells = edits.isEmpty() ? "" : " " + count(edits.size(), "cell");
    String fresh = rows.isEmpty() ? "" : " " + count(rows.size(), "new row");
    String and = cells.isEmpty() || fresh.isEmpty() ? "" : " and";
    return ready((verb + cells + and + fresh + " in " + table).strip(), after, monitor);
  }

  /**
   * Deletions as one step; a new row among them is no longer staged.
   *
   * @param rows the rows with the values they were seen with, by column: a row that has others when
   *     the deletion is written is a conflict
   */
  public ReadyStep delete(
      String table, Map<RowKey, Map<String, @Nullable Object>> rows, Monitor monitor) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    rows.forEach(
        (key, seen) -> {
          RowRef ref = new RowRef(table, key);
          boolean fresh = key instanceof RowKey.Fresh;
          after.put(ref, fresh ? null : RowChange.deletion(seen, staged.get(ref)));
        });
    return ready(count(rows.size(), "deleted row") + " in " + table, after, monitor);
  }

  /** Nothing staged any more for some rows, as one step. */
  public ReadyStep drop(String name, List<StagedRow> rows, Monitor monitor) {
    Map<RowRef, @Nullable RowChange> after = new LinkedHashMap<>();
    rows.forEach(row -> after.put(new RowRef(row.table(), row.key()), null));
    return ready(name, after, monitor);
  }

  /** The last step taken back; nothing when there is none. */
  public ReadyStep undo(Monitor monitor) {
    if (done.isEmpty()) {
      return nothing();
    }
    return ready(
        new JournalEvent.Undone(),
        done.getFirst().moves().reversed(),
        JournalStep.Move::before,
        monitor);
  }

  /** The step that was undone last taken again; nothing when there is none. */
  public ReadyStep redo(Monitor monitor) {
    if (undone.isEmpty()) {
      return nothing();
    }
    return ready(
        new JournalEvent.Redone(), undone.getFirst().moves(), JournalStep.Move::after, monitor);
  }

  /** The note that rows were written; see {@link ChangeJournal#written}. */
  public ReadyStep written(List<WrittenRow> rows, Monitor monitor) {
    JournalEvent event = new JournalEvent.Written(rows);
    if (!aside) {
      return new ReadyStep(Optional.of(event), null, version, lastFresh);
    }
    JournalRebase rebase = new JournalRebase(rows, () -> ++lastFresh);
    StagedRows after = staged.copy();
    after.replaceAll(rebase::staged);
    after.list();
    return new ReadyStep(Optional.of(event), after, version, lastFresh)
        .with(new ReadyStep.Steps(rebase.steps(done, monitor), rebase.steps(undone, monitor)));
  }

  private RowKey.Fresh fresh() {
    return new RowKey.Fresh(++lastFresh);
  }

  /** The step that stages for rows what becomes of them; null stages nothing. */
  ReadyStep ready(String name, Map<RowRef, @Nullable RowChange> after, Monitor monitor) {
    List<JournalStep.Move> moves = new ArrayList<>();
    after.forEach(
        (ref, change) -> {
          RowChange before = staged.get(ref);
          if (!Objects.equals(before, change)) {
            moves.add(new JournalStep.Move(ref.table(), ref.key(), before, change));
          }
        });
    if (moves.isEmpty()) {
      return nothing();
    }
    JournalStep step = new JournalStep(name, moves);
    return ready(new JournalEvent.Taken(step), step.moves(), JournalStep.Move::after, monitor);
  }

  private ReadyStep nothing() {
    return new ReadyStep(Optional.empty(), null, version, lastFresh);
  }

  /** What a move leaves staged for its row. */
  private interface Outcome {
    @Nullable RowChange of(JournalStep.Move move);
  }

  private ReadyStep ready(
      JournalEvent event, List<JournalStep.Move> moves, Outcome outcome, Monitor monitor) {
    if (!aside) {
      return new ReadyStep(Optional.of(event), null, version, lastFresh);
    }
    StagedRows after = staged.copy();
    long at = 0;
    for (JournalStep.Move move : moves) {
      report(at++, moves.size(), monitor);
      after.put(new RowRef(move.table(), move.key()), outcome.of(move));
    }
    after.list();
    return new ReadyStep(Optional.of(event), after, version, lastFresh);
  }

  private static void report(long at, long total, Monitor monitor) {
    if (at % REPORT == 0) {
      monitor.checkpoint();
      monitor.report(at, total, "");
    }
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
