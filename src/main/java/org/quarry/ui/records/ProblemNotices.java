package org.quarry.ui.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import org.quarry.database.records.EditProblem;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.work.Monitor;

/**
 * Says at a cell of the grid which rule speaks against what is staged there: once when it is found,
 * and each time the keyboard comes to such a cell.
 */
final class ProblemNotices implements AutoCloseable {
  private final RecordsModel model;
  private final DataGrid grid;
  private final Monitor.Registration judged;
  private final InvalidationListener moved = change -> atLead();

  ProblemNotices(RecordsModel model, DataGrid grid) {
    this.model = model;
    this.grid = grid;
    judged = model.open().problems().onJudged(this::found);
    grid.leadProperty().addListener(moved);
  }

  private void found(List<EditProblem> problems) {
    Map<RowKey, Long> inSight = new HashMap<>();
    long end = grid.firstVisibleRow() + grid.visibleRowCount();
    for (long row = grid.firstVisibleRow(); row < end; row++) {
      long place = row;
      model.key(row).ifPresent(key -> inSight.put(key, place));
    }
    for (EditProblem problem : problems.reversed()) {
      Long row = inSight.get(problem.key());
      if (row != null && problem.table().equals(model.table().name())) {
        int column = model.columns().placeOf(problem.column());
        if (column >= 0) {
          grid.tell(row, column, problem.sentence());
          return;
        }
      }
    }
  }

  private void atLead() {
    Optional<CellPosition> lead = grid.lead();
    if (lead.isEmpty() || lead.get().column() >= model.columns().count()) {
      return;
    }
    String column = model.columns().at(lead.get().column()).name();
    Optional<RowKey> key = model.key(lead.get().row());
    key.flatMap(row -> model.open().problems().of(model.table().name(), row, column))
        .ifPresent(problem -> grid.tell(lead.get().row(), lead.get().column(), problem.sentence()));
  }

  @Override
  public void close() {
    judged.close();
    grid.leadProperty().removeListener(moved);
  }
}
