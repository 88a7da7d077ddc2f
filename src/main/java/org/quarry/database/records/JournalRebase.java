package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * Restates a journal after rows were written: what is staged and what its steps would make of the
 * rows is said in terms of what the file holds now, so that undoing a step of before stages what
 * takes it back, also for the rows that foreign keys changed along with a deleted one.
 */
final class JournalRebase {
  private final Map<RowRef, WrittenRow> written = new LinkedHashMap<>();
  private final Map<RowRef, RowKey> keys = new LinkedHashMap<>();

  /** Makes one; {@code fresh} numbers the rows that are no longer in the file. */
  JournalRebase(List<WrittenRow> rows, LongSupplier fresh) {
    for (WrittenRow row : rows) {
      row.along().forEach(along -> add(along, fresh));
    }
    rows.forEach(row -> add(row, fresh));
  }

  private void add(WrittenRow row, LongSupplier fresh) {
    RowRef ref = row.ref();
    boolean deleted = row.change().kind() == RowChange.Kind.DELETE;
    written.put(ref, row);
    keys.put(ref, deleted ? new RowKey.Fresh(fresh.getAsLong()) : row.stored());
  }

  /** What is staged for a row now. */
  Optional<StagedRow> staged(RowRef ref, RowChange change) {
    WrittenRow row = written.get(ref);
    RowChange now = row == null ? change : row.rebase(change);
    return Optional.ofNullable(now)
        .map(left -> new StagedRow(ref.table(), keys.getOrDefault(ref, ref.key()), left));
  }

  /** Steps of before in terms of now. */
  List<JournalStep> steps(Collection<JournalStep> steps, Monitor monitor) {
    List<JournalStep> now = new ArrayList<>();
    for (JournalStep step : steps) {
      monitor.checkpoint();
      now.add(step(step));
    }
    return now;
  }

  /** A step of before in terms of now. */
  private JournalStep step(JournalStep step) {
    Map<RowRef, JournalStep.Move> moves = new LinkedHashMap<>();
    Map<RowRef, JournalStep.Move> along = new LinkedHashMap<>();
    for (JournalStep.Move move : step.moves()) {
      RowRef ref = new RowRef(move.table(), move.key());
      WrittenRow row = written.get(ref);
      moves.put(ref, row == null ? move : move(row, move.before(), move.after()));
      if (row != null && isDeletion(move.before()) != isDeletion(move.after())) {
        for (WrittenRow other : row.along()) {
          along.put(other.ref(), along(other, isDeletion(move.before()), isDeletion(move.after())));
        }
      }
    }
    along.forEach(moves::putIfAbsent);
    return new JournalStep(step.name(), new ArrayList<>(moves.values()));
  }

  private JournalStep.Move move(
      WrittenRow row, @Nullable RowChange before, @Nullable RowChange after) {
    return new JournalStep.Move(row.table(), key(row.ref()), row.rebase(before), row.rebase(after));
  }

  /** What a step did to a row that goes and comes with another one. */
  private JournalStep.Move along(WrittenRow row, boolean goneBefore, boolean goneAfter) {
    return new JournalStep.Move(
        row.table(),
        key(row.ref()),
        goneBefore ? null : row.rebase(null),
        goneAfter ? null : row.rebase(null));
  }

  private RowKey key(RowRef ref) {
    return keys.getOrDefault(ref, ref.key());
  }

  private static boolean isDeletion(@Nullable RowChange change) {
    return change != null && change.kind() == RowChange.Kind.DELETE;
  }
}
