package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.records.TypedValue;
import org.quarry.database.records.ValueHead;
import org.quarry.database.schema.Column;
import org.quarry.ui.inspector.InspectedCell;
import org.quarry.work.Monitor;

/** A cell of the Records tab, as its page and the journal have it at a moment. */
final class RecordsCell implements InspectedCell {
  /** What names a cell: its row's key or, while that is not read, its place. */
  private record Id(Object row, String column) {}

  private final ChangeJournal journal;
  private final TableRows rows;
  private final Column column;
  private final long place;
  private final Optional<RowKey> key;
  private final Optional<Row> row;
  private final @Nullable Object stored;
  private final Optional<RowChange> change;
  private final String refusal;

  /** Takes the cell at a place, in the column at another, as it is now. */
  RecordsCell(RecordsModel model, RecordsEditing editing, long place, int at) {
    this.place = place;
    journal = model.journal();
    rows = model.rows();
    column = model.columns().at(at);
    key = model.key(place);
    row = model.row(place);
    stored = model.stored(place, column);
    change = model.change(place);
    String barred = editing.barred(place, at);
    refusal = barred == null ? "" : barred;
  }

  /** Whether nothing but its row's absence from memory tells it from another one. */
  boolean isForgotten(RecordsCell other) {
    return key.isEmpty()
        && place == other.place
        && column.equals(other.column)
        && rows == other.rows;
  }

  @Override
  public Object id() {
    return new Id(key.<Object>map(named -> named).orElse(place), column.name());
  }

  @Override
  public boolean sameReading(InspectedCell other) {
    return other instanceof RecordsCell cell
        && id().equals(cell.id())
        && column.equals(cell.column)
        && rows == cell.rows
        && row.equals(cell.row)
        && change.equals(cell.change)
        && refusal.equals(cell.refusal);
  }

  @Override
  public String table() {
    return rows.table().name();
  }

  @Override
  public String row() {
    return switch (key.orElse(null)) {
      case RowKey.Rowid(long value) -> Long.toString(value);
      case RowKey.Fresh(long number) -> "new" + number;
      case null, default -> Long.toString(place + 1);
    };
  }

  @Override
  public Column column() {
    return column;
  }

  @Override
  public State state() {
    if (key.isEmpty()) {
      return State.WAITING;
    }
    if (staged()) {
      return State.READ;
    }
    if (key.get() instanceof RowKey.Fresh) {
      return State.DEFAULT;
    }
    return row.map(Row::gone).orElse(false) ? State.GONE : State.READ;
  }

  @Override
  public @Nullable Object held() {
    return staged() ? change.orElseThrow().values().get(column.name()) : stored;
  }

  @Override
  public boolean staged() {
    return change.map(now -> now.values().containsKey(column.name())).orElse(false);
  }

  @Override
  public String refusal() {
    return refusal;
  }

  @Override
  public ValueHead head(int most, Monitor monitor) {
    ValueHead head = rows.head(key.orElseThrow(), column.name(), most, monitor);
    boolean other =
        switch (stored) {
          case Clipped(String beginning, long bytes) ->
              !(head.value() instanceof String text)
                  || !text.startsWith(beginning)
                  || (bytes > 0 && head.bytes() != bytes);
          case BlobSize(long bytes) -> !(head.value() instanceof byte[]) || head.bytes() != bytes;
          case null, default -> false;
        };
    if (other && key.orElseThrow() instanceof RowKey.Position) {
      throw new DatabaseProblem.Conflict(table() + ", " + key.orElseThrow(), false);
    }
    return head;
  }

  @Override
  public @Nullable Object whole(Monitor monitor) {
    if (staged()) {
      return held();
    }
    return key.orElseThrow() instanceof RowKey.Position
        ? head(Integer.MAX_VALUE, monitor).value()
        : rows.value(key.orElseThrow(), column.name(), monitor);
  }

  @Override
  public void stage(@Nullable Object now) {
    boolean known = Paged.isWhole(stored);
    stage(known, known ? stored : null, now);
  }

  @Override
  public void stageTyped(String text, @Nullable Object seen) {
    Object before = Paged.isWhole(stored) ? stored : seen;
    boolean known = Paged.isWhole(stored) || seen != null;
    stage(known, known ? before : null, TypedValue.parse(text, column, before));
  }

  private void stage(boolean known, @Nullable Object old, @Nullable Object now) {
    journal.set(table(), List.of(new CellEdit(key.orElseThrow(), column.name(), known, old, now)));
  }
}
