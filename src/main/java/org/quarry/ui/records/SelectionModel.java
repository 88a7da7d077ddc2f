package org.quarry.ui.records;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * The figures of what is selected. A few cells that are in memory are added up at once; others in
 * the background, which the next selection stops. For the UI thread.
 */
final class SelectionModel {
  /** Up to this many cells nobody notices the time. */
  private static final long FEW = 5000;

  private final RecordsModel records;
  private final Latest adding;
  private final ReadOnlyObjectWrapper<@Nullable SelectionStats> stats =
      new ReadOnlyObjectWrapper<>();

  SelectionModel(RecordsModel records) {
    this.records = records;
    adding = new Latest(records.background());
  }

  /** The figures; null for a single cell, and while they are not known. */
  ReadOnlyObjectProperty<@Nullable SelectionStats> stats() {
    return stats.getReadOnlyProperty();
  }

  /**
   * Takes a selection.
   *
   * @return false when its figures need {@link #read}
   */
  boolean select(CellRange range) {
    adding.cancel();
    stats.set(null);
    if (range.cells() <= 1) {
      return true;
    }
    if (range.cells() > FEW) {
      return false;
    }
    SelectionCount count = new SelectionCount();
    for (long place = range.firstRow(); place <= range.lastRow(); place++) {
      if (!add(count, place, range)) {
        return false;
      }
    }
    stats.set(count.stats(false));
    return true;
  }

  private boolean add(SelectionCount count, long place, CellRange range) {
    Optional<RowKey> key = records.key(place);
    if (key.isEmpty()) {
      return false;
    }
    Optional<Row> row = records.row(place);
    Optional<RowChange> change = records.change(place);
    if (row.isPresent() && row.get().gone()) {
      return true;
    }
    for (Column column : records.columns().between(range.firstColumn(), range.lastColumn())) {
      if (change.isPresent() && change.get().values().containsKey(column.name())) {
        count.add(change.get().values().get(column.name()));
      } else if (row.isPresent()) {
        count.add(records.stored(place, column));
      }
    }
    return true;
  }

  /** Adds a selection up in the background. */
  void read(CellRange range) {
    if (range.isEmpty() || range.lastColumn() >= records.columns().count()) {
      return;
    }
    adding.start(
        "Adding up the selection",
        new SelectionReading(records, range),
        stats::set,
        this::leaveEmpty);
  }

  /** The rows themselves say why they cannot be read. */
  private void leaveEmpty(Problem problem) {
    stats.set(null);
  }

  /** Stops adding up. */
  void close() {
    adding.cancel();
  }
}
