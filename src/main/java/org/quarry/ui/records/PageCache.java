package org.quarry.ui.records;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Background;
import org.quarry.work.Job;
import org.quarry.work.Problem;

/**
 * The pages of a table that are near the eye: {@value #ROWS} rows each, fewer of a table with many
 * columns, {@value #PAGES} pages and some {@value #BYTES} bytes at most. What was asked for last is
 * read first, one page at a time; a read that is no longer wanted is cancelled. For the UI thread.
 */
final class PageCache {
  static final int ROWS = 256;
  static final int PAGES = 64;

  /** Cells that a page reads at most, so that a fetch is bounded however wide the table is. */
  private static final int CELLS = ROWS * 32;

  private static final int FEWEST_ROWS = 8;

  /** What the pages kept may take in memory. */
  static final long BYTES = 24L << 20;

  private final Background background;
  private final TableRows rows;
  private final Consumer<Page> arrived;
  private final Consumer<Problem> failed;
  private final Map<Long, Page> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final int rowsPerPage;
  private long bytes;
  private long wantedFirst;
  private long wantedLast = -1;
  private @Nullable Job<Page> reading;
  private long readingPage = -1;
  private boolean broken;
  private boolean closed;

  PageCache(
      Background background, TableRows rows, Consumer<Page> arrived, Consumer<Problem> failed) {
    this.background = background;
    this.rows = rows;
    this.arrived = arrived;
    this.failed = failed;
    rowsPerPage = rowsPerPage(rows.table());
  }

  /** How many rows a page of a table has, but for the last one. */
  static int rowsPerPage(Table table) {
    return Math.clamp(CELLS / Math.max(1, table.columns().size()), FEWEST_ROWS, ROWS);
  }

  /** How many rows a page has, but for the last one. */
  int rowsPerPage() {
    return rowsPerPage;
  }

  /** Takes pages that somebody has read already. */
  void take(List<Page> read) {
    read.forEach(page -> keep(page.first() / rowsPerPage, page));
  }

  /** The row at a place, or null while it is not here. */
  @Nullable Row row(long place) {
    Page page = pages.get(place / rowsPerPage);
    int at = (int) (place % rowsPerPage);
    return page == null || at >= page.rows().size() ? null : page.rows().get(at);
  }

  /** Whether the row's place is an estimate. */
  boolean approximate(long place) {
    Page page = pages.get(place / rowsPerPage);
    return page != null && page.approximate();
  }

  /** Asks for rows; those not here are read, and their arrival is told. */
  void want(long first, long count) {
    wantedFirst = Math.max(0, first) / rowsPerPage;
    wantedLast = count <= 0 ? -1 : (first + count - 1) / rowsPerPage;
    if (reading != null && (readingPage < wantedFirst || readingPage > wantedLast)) {
      reading.cancel();
    }
    next();
  }

  /** Forgets estimated pages, because the true places are known now. */
  void settle() {
    pages.values().removeIf(Page::approximate);
    bytes = pages.values().stream().mapToLong(Page::bytes).sum();
    next();
  }

  private void next() {
    if (closed || broken || reading != null) {
      return;
    }
    for (long page = wantedFirst; page <= wantedLast; page++) {
      if (!pages.containsKey(page)) {
        read(page);
        return;
      }
    }
  }

  private void read(long page) {
    readingPage = page;
    boolean[] ended = {false};
    Job<Page> job =
        background.start(
            "Reading rows of " + rows.table().name(),
            monitor -> rows.page(page * rowsPerPage, rowsPerPage, monitor),
            result -> {
              ended[0] = true;
              reading = null;
              if (!closed) {
                keep(page, result);
                arrived.accept(result);
                next();
              }
            },
            problem -> {
              ended[0] = true;
              reading = null;
              if (!closed) {
                broken = true;
                failed.accept(problem);
              }
            },
            () -> {
              ended[0] = true;
              reading = null;
              next();
            });
    if (!ended[0]) {
      reading = job;
    }
  }

  /**
   * Keeps a page, and of those not wanted now as many as there is room for, the last used first.
   */
  private void keep(long number, Page page) {
    pages.put(number, page);
    bytes += page.bytes();
    Iterator<Map.Entry<Long, Page>> eldest = pages.entrySet().iterator();
    while (eldest.hasNext() && (pages.size() > PAGES || bytes > BYTES)) {
      Map.Entry<Long, Page> entry = eldest.next();
      if (entry.getKey() < wantedFirst || entry.getKey() > wantedLast) {
        bytes -= entry.getValue().bytes();
        eldest.remove();
      }
    }
  }

  /** Stops reading; nothing is told any more. */
  void close() {
    closed = true;
    if (reading != null) {
      reading.cancel();
    }
  }
}
