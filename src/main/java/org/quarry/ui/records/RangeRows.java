package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.ui.kit.Staging;
import org.quarry.work.Monitor;

/**
 * The rows of a range: those that the pages hold, or read from the file so that none is left out.
 * Made on the UI thread, read on any.
 */
final class RangeRows {
  private static final int CHUNK = 1000;

  /** What is to be known of values that a page has not whole. */
  enum Cells {
    /** What the page has of them. */
    AS_SHOWN,
    /** All of them. */
    WHOLE,
    /** What they are recognised by later; not of rows of a view that nothing names. */
    RECOGNISED
  }

  private final long first;
  private final long last;
  private final Cells cells;
  private final TableRows rows;
  private final long stored;
  private final List<RowKey.Fresh> fresh;
  private @Nullable List<Row> here;

  /**
   * Looks at the pages.
   *
   * @param last the last place; before the first one for no rows
   * @param cells what is to be known of long values
   */
  RangeRows(RecordsModel model, long first, long last, Cells cells) {
    this.first = first;
    this.last = last;
    this.cells = cells;
    rows = model.rows();
    stored = model.count().get().rows();
    fresh = model.journal().freshRows(model.table().name());
    here = last - first < Staging.LARGE ? inMemory(model) : null;
  }

  private @Nullable List<Row> inMemory(RecordsModel model) {
    List<Row> known = new ArrayList<>();
    for (long place = first; place <= last; place++) {
      Optional<Row> row = place < stored ? model.row(place) : fresh(place);
      if (row.isEmpty() || !known(row.get())) {
        return null;
      }
      known.add(row.get());
    }
    return known;
  }

  private boolean known(Row row) {
    return cells == Cells.AS_SHOWN || row.cells().stream().allMatch(Paged::isWhole);
  }

  private Optional<Row> fresh(long place) {
    int at = (int) (place - stored);
    int columns = rows.table().columns().size();
    return at < fresh.size()
        ? Optional.of(new Row(fresh.get(at), Collections.nCopies(columns, null), false))
        : Optional.empty();
  }

  /** How many rows. */
  long size() {
    return last - first + 1;
  }

  /** Whether they are here already, and few. */
  boolean areHere() {
    return here != null;
  }

  /** The rows in their order; what is not here is read from the file once. */
  List<Row> read(Monitor monitor) {
    List<Row> known = here;
    if (known == null) {
      known = new ArrayList<>();
      long end = Math.min(last + 1, stored);
      for (long at = first; at < end; at += CHUNK) {
        monitor.report(at - first, size(), "");
        int wanted = (int) Math.min(CHUNK, end - at);
        for (Row row : rows.page(at, wanted, monitor).rows()) {
          known.add(row.gone() || known(row) ? row : whole(row, monitor));
        }
      }
      for (long place = Math.max(first, stored); place <= last; place++) {
        fresh(place).ifPresent(known::add);
      }
      here = known;
    }
    return known;
  }

  private Row whole(Row row, Monitor monitor) {
    if (cells == Cells.RECOGNISED && row.key() instanceof RowKey.Position) {
      return row;
    }
    List<@Nullable Object> values = new ArrayList<>(row.cells());
    for (int at = 0; at < values.size(); at++) {
      if (!Paged.isWhole(values.get(at))) {
        String column = rows.table().columns().get(at).name();
        values.set(
            at,
            cells == Cells.WHOLE
                ? rows.value(row.key(), column, monitor)
                : rows.fingerprint(row.key(), column, monitor));
      }
    }
    return new Row(row.key(), values, false);
  }
}
