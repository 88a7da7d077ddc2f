package org.quarry.ui.model.report;

import java.util.List;
import java.util.function.Supplier;
import org.quarry.database.records.KeyCondition;
import org.quarry.database.records.RowKey;
import org.quarry.ui.kit.Texts;

/** Hands rows over to whoever shows them, and says what is left out. For the UI thread. */
public final class ShownRows {
  private final Supplier<String> table;
  private RowsShower shower = RowsShower.NONE;

  /** Makes one for rows of a table, whose name may change with the training. */
  public ShownRows(Supplier<String> table) {
    this.table = table;
  }

  /** Names who shows rows. */
  public void to(RowsShower to) {
    shower = to;
  }

  /**
   * Shows rows; of very many the first.
   *
   * @param identities as they were given with the rows; those of no table are not shown
   * @return what was left out, a sentence, or empty
   */
  String show(List<Object> identities) {
    List<RowKey> keys =
        identities.stream().filter(RowKey.class::isInstance).map(RowKey.class::cast).toList();
    if (keys.isEmpty()) {
      return identities.isEmpty() ? "" : "The rows of a query have no place in a table.";
    }
    List<RowKey> first = keys.subList(0, Math.min(keys.size(), KeyCondition.MOST_ROWS));
    shower.show(table.get(), first);
    return first.size() == keys.size()
        ? ""
        : "Records shows the first %s of %s."
            .formatted(Texts.number(first.size()), Texts.count(keys.size(), "row"));
  }
}
