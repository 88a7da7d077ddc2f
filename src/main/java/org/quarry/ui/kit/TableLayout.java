package org.quarry.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered of a table's looks; each part may be empty. Columns are named, so that a
 * layout outlives columns that come and go.
 *
 * @param order all columns in the order they stand in, hidden ones too; empty for the table's own
 * @param hidden the columns that are not shown
 * @param frozen how many columns at the head of {@code order} are frozen
 * @param widths widths in pixels by column, of those whose width a person chose
 * @param formats ids of formats by column, of those not shown as stored
 */
public record TableLayout(
    List<String> order,
    Set<String> hidden,
    int frozen,
    Map<String, Double> widths,
    Map<String, String> formats) {
  /** Nothing is remembered. */
  public static final TableLayout NONE =
      new TableLayout(List.of(), Set.of(), 0, Map.of(), Map.of());

  /** Copies the collections. */
  public TableLayout {
    order = List.copyOf(order);
    hidden = Set.copyOf(hidden);
    widths = Map.copyOf(widths);
    formats = Map.copyOf(formats);
  }

  /** Whether nothing is remembered. */
  public boolean isNone() {
    return equals(NONE);
  }
}
