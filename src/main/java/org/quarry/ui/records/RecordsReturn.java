package org.quarry.ui.records;

import java.util.List;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.GridView;

/** Brings a Records tab back to where it was, as soon as the rows are there. */
final class RecordsReturn {
  private final RecordsModel model;
  private final DataGrid grid;
  private @Nullable GridView awaited;

  RecordsReturn(RecordsModel model, DataGrid grid) {
    this.model = model;
    this.grid = grid;
    InvalidationListener changed = change -> arrive();
    model.count().addListener(changed);
    model.filters().checking().addListener(changed);
  }

  /** Where the tab is, or is about to return to. */
  RecordsPlace place() {
    return new RecordsPlace(
        model.filters().texts(),
        model.sorts().get(),
        awaited == null ? GridView.of(grid) : awaited);
  }

  /** Returns to a place, without what stands on columns that are gone. */
  void to(RecordsPlace place) {
    awaited = null;
    List<Sort> sorts =
        place.sorts().stream()
            .filter(sort -> model.table().column(sort.column()).isPresent())
            .toList();
    if (!sorts.equals(model.sorts().get())) {
      model.sortBy(sorts);
    }
    model.filters().take(place.filters());
    awaited = place.view();
    arrive();
  }

  /** Goes elsewhere instead. */
  void forget() {
    awaited = null;
  }

  private void arrive() {
    GridView view = awaited;
    if (view == null || model.filters().checking().get()) {
      return;
    }
    if (model.count().get().exact() || model.count().get().rows() >= view.reach()) {
      awaited = null;
      view.show(grid);
    }
  }
}
