package org.quarry.ui.records;

import java.util.List;
import java.util.function.LongConsumer;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Monitor;

/** Finds where a row stands in a {@link RecordsModel}. For the UI thread. */
final class RowFinder {
  private static final long NOWHERE = -1;
  private static final long OUTSIDE = -2;

  private final RecordsModel model;
  private final Latest finding;
  private Runnable waiting = () -> {};

  RowFinder(RecordsModel model, Background background) {
    this.model = model;
    finding = new Latest(background);
    // Whoever draws the rows hears of their count after this.
    model.count().addListener((property, was, is) -> background.later(this::counted));
  }

  private void counted() {
    if (model.count().get().exact()) {
      Runnable told = waiting;
      waiting = () -> {};
      told.run();
    }
  }

  /**
   * Finds a row: at once when it is in sight, a new one as soon as the rows before it are counted,
   * any other in the background. The order stays; a filter that the row does not pass is set aside,
   * from where it can be brought back.
   *
   * @param found told the place; a row that is nowhere is not told
   */
  void find(RowKey key, LongConsumer found) {
    waiting = () -> {};
    if (key instanceof RowKey.Fresh) {
      waiting = () -> findNew(key, found);
      counted();
      return;
    }
    RecordsModel.Sight now = model.sight().get();
    for (long place = now.first(); place < now.first() + now.rows(); place++) {
      if (model.key(place).filter(key::equals).isPresent()) {
        found.accept(place);
        return;
      }
    }
    seek(key, found);
  }

  private void seek(RowKey key, LongConsumer found) {
    TableRows rows = model.rows();
    finding.start(
        "Looking for a row of " + model.table().name(),
        monitor -> place(rows, key, monitor),
        place -> {
          if (place >= 0) {
            model.reaches(place);
            found.accept(place);
          } else if (place == OUTSIDE && rows == model.rows()) {
            model.filters().setAside();
            seek(key, found);
          }
        },
        model::fail);
  }

  private void findNew(RowKey key, LongConsumer found) {
    int at = model.journal().freshRows(model.table().name()).indexOf(key);
    if (at >= 0) {
      found.accept(model.count().get().rows() + at);
    }
  }

  /**
   * The place of a row, or {@link #NOWHERE}, or {@link #OUTSIDE} when the filter is why; one of a
   * view is looked for from the first row on.
   */
  private static long place(TableRows rows, RowKey key, Monitor monitor) {
    boolean filtered = !rows.filter().isNone();
    if (!(key instanceof RowKey.Whole)) {
      // The place of a row that is gone is that of its neighbour, which must not be taken for it.
      if (!rows.holds(key, monitor)) {
        return NOWHERE;
      }
      return filtered && !rows.passes(key, monitor) ? OUTSIDE : rows.place(key, monitor);
    }
    for (long first = 0; ; first += PageCache.ROWS) {
      List<Row> page = rows.page(first, PageCache.ROWS, monitor).rows();
      for (int at = 0; at < page.size(); at++) {
        if (page.get(at).key().equals(key)) {
          return first + at;
        }
      }
      if (page.size() < PageCache.ROWS) {
        return filtered ? OUTSIDE : NOWHERE;
      }
    }
  }

  void close() {
    waiting = () -> {};
    finding.cancel();
  }
}
