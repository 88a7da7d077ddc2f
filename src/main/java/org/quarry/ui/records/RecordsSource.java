package org.quarry.ui.records;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;
import org.quarry.ui.grid.RowState;
import org.quarry.ui.grid.ValueCell;
import org.quarry.ui.kit.Texts;

/** Draws a {@link RecordsModel}: stored values with the staged ones over them. */
final class RecordsSource implements GridSource {
  private final RecordsModel model;
  private final SortOrders orders;
  private Runnable changed = () -> {};

  RecordsSource(RecordsModel model) {
    this.model = model;
    orders = new SortOrders(model);
  }

  /** Is told whenever cells, rows or columns may have changed, after the grid. */
  void setOnChanged(Runnable told) {
    changed = told;
  }

  @Override
  public long rowCount() {
    return model.size();
  }

  @Override
  public boolean rowCountExact() {
    return model.count().get().exact();
  }

  @Override
  public int columnCount() {
    return model.columns().count();
  }

  @Override
  public GridColumn column(int at) {
    Column column = model.columns().at(at);
    boolean refers =
        model.table().foreignKeys().stream()
            .anyMatch(key -> Objects.equals(key.column(), column.name()));
    String mark = column.isKey() ? "fth-key" : refers ? "fth-link" : "";
    return GridColumn.of(column.name())
        .withMark(mark)
        .withNumeric(column.isNumeric())
        .withSort(orders.sort(column), orders.note(column))
        .withTooltip(
            column.name()
                + " · "
                + (column.type().isEmpty() ? "no type" : column.type())
                + (column.notNull() ? " · not null" : "")
                + orders.words(column));
  }

  @Override
  public GridCell cell(long place, int at) {
    Optional<RowKey> key = model.key(place);
    if (key.isEmpty()) {
      return GridCell.LOADING;
    }
    Column column = model.columns().at(at);
    Optional<RowChange> change = model.change(place);
    if (change.isPresent() && change.get().values().containsKey(column.name())) {
      GridCell cell = ValueCell.of(change.get().values().get(column.name()));
      return change.get().kind() == RowChange.Kind.UPDATE
          ? cell.withStaged(true)
              .withTooltip("In the file: " + ValueCell.of(model.stored(place, column)).text())
          : cell;
    }
    if (key.get() instanceof RowKey.Fresh) {
      return GridCell.DEFAULT;
    }
    Row row = model.row(place).orElseThrow();
    if (row.gone()) {
      return GridCell.LOADING.withTooltip("This row was deleted meanwhile. F5 refreshes.");
    }
    return ValueCell.of(row.cells().get(model.columns().cellOf(at)));
  }

  @Override
  public RowState rowState(long place) {
    return model
        .change(place)
        .map(
            change ->
                switch (change.kind()) {
                  case INSERT -> RowState.NEW;
                  case UPDATE -> RowState.CHANGED;
                  case DELETE -> RowState.DELETED;
                })
        .orElse(RowState.NORMAL);
  }

  @Override
  public String rowLabel(long place) {
    return (model.approximate(place) ? "≈" : "") + Texts.number(place + 1);
  }

  @Override
  public void visible(long first, int count) {
    model.visible(first, count);
  }

  @Override
  public void setListener(@Nullable GridListener listener) {
    model.setListener(listener == null ? null : new Told(listener, () -> changed.run()));
  }

  private record Told(GridListener listener, Runnable then) implements RecordsModel.Listener {
    @Override
    public void cellsChanged() {
      listener.cellsChanged();
      then.run();
    }

    @Override
    public void rowsChanged() {
      listener.rowsChanged();
      then.run();
    }

    @Override
    public void columnsChanged() {
      listener.columnsChanged();
      then.run();
    }
  }
}
