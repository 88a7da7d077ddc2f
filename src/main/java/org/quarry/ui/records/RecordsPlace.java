package org.quarry.ui.records;

import java.util.List;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.GridView;
import org.quarry.ui.kit.FilterTexts;

/**
 * Where a person was among the rows of a table.
 *
 * @param filters what stood in the filter boxes
 * @param sorts the order
 * @param view what was in view and selected
 */
public record RecordsPlace(FilterTexts filters, List<Sort> sorts, GridView view) {
  /** Keeps its own copy. */
  public RecordsPlace {
    sorts = List.copyOf(sorts);
  }
}
