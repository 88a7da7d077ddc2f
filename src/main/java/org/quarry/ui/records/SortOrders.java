package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.SortRequest;

/** What the headers show of the order of the rows, and what they ask for. */
final class SortOrders {
  private final RecordsModel model;

  SortOrders(RecordsModel model) {
    this.model = model;
  }

  /** The order by a column, if the rows are sorted by it. */
  Optional<Sort> of(Column column) {
    return model.sorts().get().stream()
        .filter(sort -> sort.column().equals(column.name()))
        .findFirst();
  }

  ColumnSort sort(Column column) {
    return of(column)
        .map(sort -> sort.descending() ? ColumnSort.DESCENDING : ColumnSort.ASCENDING)
        .orElse(ColumnSort.NONE);
  }

  /** The column's rank where there are several, and NULL's end where it is not SQLite's. */
  String note(Column column) {
    Optional<Sort> sort = of(column);
    if (sort.isEmpty()) {
      return "";
    }
    boolean usual = sort.get().nullsLast() == sort.get().descending();
    return (model.sorts().get().size() > 1 ? Integer.toString(rank(sort.get())) : "")
        + (usual ? "" : sort.get().nullsLast() ? " ∅↓" : " ∅↑");
  }

  /** The same in words, for the tooltip. */
  String words(Column column) {
    return of(column)
        .map(
            sort ->
                "\nSorted "
                    + (sort.descending() ? "largest" : "smallest")
                    + " first, NULL "
                    + (sort.nullsLast() ? "last" : "first")
                    + (model.sorts().get().size() > 1
                        ? ", key " + rank(sort) + " of " + model.sorts().get().size()
                        : ""))
        .orElse("");
  }

  private int rank(Sort sort) {
    return model.sorts().get().indexOf(sort) + 1;
  }

  /** Sorts as a click on a header asks. */
  void take(SortRequest request) {
    Column column = model.columns().at(request.column());
    List<Sort> sorts = new ArrayList<>(request.add() ? model.sorts().get() : List.of());
    if (request.order() == ColumnSort.NONE) {
      sorts.removeIf(sort -> sort.column().equals(column.name()));
    } else {
      put(sorts, new Sort(column.name(), request.order() == ColumnSort.DESCENDING));
    }
    model.sortBy(sorts);
  }

  /** Puts NULL to one end of the order by a column, which is sorted by if it was not. */
  void placeNulls(Column column, boolean last) {
    List<Sort> sorts = new ArrayList<>(model.sorts().get());
    put(sorts, of(column).orElse(new Sort(column.name(), false)).withNullsLast(last));
    model.sortBy(sorts);
  }

  private static void put(List<Sort> sorts, Sort sort) {
    for (int i = 0; i < sorts.size(); i++) {
      if (sorts.get(i).column().equals(sort.column())) {
        sorts.set(i, sort);
        return;
      }
    }
    sorts.add(sort);
  }
}
