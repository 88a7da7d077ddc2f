package org.quarry.ui.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quarry.database.records.KeyCondition;
import org.quarry.database.records.RowKey;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.TableRow;
import org.quarry.ui.kit.Texts;

/**
 * Hands rows over to whoever shows them, and says what is left out: rows of a table by their keys,
 * rows of a query in the table they come from, and rows that nothing names by a query for their
 * places. For the UI thread.
 */
public final class ShownRows {
  private final Supplier<Optional<DataSource>> source;
  private RowsShower shower = RowsShower.NONE;

  /** Makes one for rows of a source, which may change with the training. */
  public ShownRows(Supplier<Optional<DataSource>> source) {
    this.source = source;
  }

  /** Names who shows rows. */
  public void to(RowsShower to) {
    shower = to;
  }

  /**
   * Shows rows; of very many the first.
   *
   * @param identities as they were given with the rows
   * @return what was left out or is to be known, a sentence, or empty
   */
  String show(List<Object> identities) {
    List<RowKey> keys = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    String table = source.get().map(DataSource::name).orElse("");
    for (Object identity : identities) {
      switch (identity) {
        case TableRow row -> {
          table = row.table();
          keys.add(row.key());
        }
        case RowKey.Position position -> places.add(position.value());
        case RowKey key -> keys.add(key);
        default -> {}
      }
    }
    if (!keys.isEmpty()) {
      shower.show(table, first(keys));
      return said("Records", keys.size())
          + (places.isEmpty()
              ? ""
              : " %s no row in %s."
                  .formatted(Texts.count(places.size(), "row") + lead(places), table));
    }
    if (places.isEmpty() || source.get().isEmpty()) {
      return "";
    }
    shower.query(source.get().get().at(first(places)));
    return said("The query", places.size());
  }

  private static String lead(List<Long> places) {
    return places.size() == 1 ? " has" : " have";
  }

  private static <T> List<T> first(List<T> of) {
    return of.subList(0, Math.min(of.size(), KeyCondition.MOST_ROWS));
  }

  private static String said(String where, int rows) {
    return rows <= KeyCondition.MOST_ROWS
        ? ""
        : "%s shows the first %s of %s."
            .formatted(where, Texts.number(KeyCondition.MOST_ROWS), Texts.count(rows, "row"));
  }
}
