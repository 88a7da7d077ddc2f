package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.work.Monitor;

/**
 * What a {@link RowsRefresh} reads, off the UI thread.
 *
 * @param rows the rows to read
 * @param sight the rows that were in sight
 * @param stood the rows that matter, with the places where they stood
 * @param holdsFirst whether the first row in sight matters by itself
 * @param before how many rows there were
 * @param natural whether a key tells the place at once
 */
record RefreshReading(
    TableRows rows,
    RecordsModel.Sight sight,
    Map<RowKey, Long> stood,
    boolean holdsFirst,
    RowCount before,
    boolean natural) {
  /** Pages to either side that are searched for a row, in an order that has no quicker way. */
  private static final int SEARCHED = 4;

  /** What is in sight of a table that takes long to count, by where its rows stood before. */
  RowsRefresh.Fresh nearly(Monitor monitor) {
    TreeMap<Long, Long> places = new TreeMap<>();
    stood.values().forEach(place -> places.put(place, place));
    Map<Long, Page> pages = new LinkedHashMap<>();
    around(sight.first(), 0, pages, places, monitor);
    around(sight.first() + Math.max(0, sight.rows() - 1), 0, pages, places, monitor);
    return new RowsRefresh.Fresh(
        rows,
        new RowCount(before.rows(), RowCount.Certainty.ABOUT),
        new ArrayList<>(pages.values()),
        places);
  }

  /** What is in sight, once all rows are counted. */
  RowsRefresh.Fresh all(Monitor monitor) {
    RowCount[] count = {new RowCount(0, RowCount.Certainty.AT_LEAST)};
    rows.survey(monitor, known -> count[0] = known);
    return placed(count[0], monitor);
  }

  /** Rows that are counted. */
  RowsRefresh.Fresh placed(RowCount count, Monitor monitor) {
    TreeMap<Long, Long> places = new TreeMap<>();
    Map<Long, Page> pages = new LinkedHashMap<>();
    if (natural) {
      for (RowKey key : edges()) {
        around(rows.place(key, monitor), 0, pages, places, monitor);
      }
    } else {
      Map<RowKey, Long> found = rows.places(stood.keySet(), monitor);
      if (found.isEmpty()) {
        around(sight.first(), SEARCHED, pages, places, monitor);
      } else {
        follow(found, places);
      }
    }
    long top =
        new RowsRefresh.Fresh(rows, count, List.of(), places).now().applyAsLong(sight.first());
    int size = PageCache.rowsPerPage(rows.table());
    for (long place = top; place < top + sight.rows(); place += size) {
      around(place, 0, pages, places, monitor);
    }
    around(top + Math.max(0, sight.rows() - 1), 0, pages, places, monitor);
    return new RowsRefresh.Fresh(rows, count, new ArrayList<>(pages.values()), places);
  }

  /**
   * Notes where rows stand now. The first row in sight leads the eye: one that went another way
   * than the rows around it, because its own values were changed, does so only where it matters.
   */
  private void follow(Map<RowKey, Long> found, TreeMap<Long, Long> places) {
    found.forEach((key, now) -> places.put(stood.get(key), now));
    long[] shifts =
        places.subMap(sight.first(), sight.first() + sight.rows()).entrySet().stream()
            .mapToLong(row -> row.getValue() - row.getKey())
            .sorted()
            .toArray();
    if (shifts.length > 0 && !holdsFirst) {
      long usual = shifts[shifts.length / 2];
      Long first = places.get(sight.first());
      if (first == null || Math.abs(first - sight.first() - usual) > sight.rows()) {
        places.put(sight.first(), Math.max(0, sight.first() + usual));
      }
    }
  }

  /** The first row in sight and the rows out of sight. */
  private List<RowKey> edges() {
    List<RowKey> edges = new ArrayList<>();
    for (Map.Entry<RowKey, Long> row : stood.entrySet()) {
      long place = row.getValue();
      boolean inSight = place >= sight.first() && place < sight.first() + sight.rows();
      if (!inSight || edges.isEmpty()) {
        edges.add(row.getKey());
      }
    }
    return edges;
  }

  /** Reads the page of a place and some to both sides, and notes the rows that matter. */
  private void around(
      long place, int beside, Map<Long, Page> pages, TreeMap<Long, Long> places, Monitor monitor) {
    int size = PageCache.rowsPerPage(rows.table());
    long middle = Math.max(0, place) / size;
    for (int step = 0; step <= 2 * beside; step++) {
      if (step > 0 && stood.size() == places.size()) {
        return;
      }
      long number = middle + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
      if (number >= 0 && !pages.containsKey(number)) {
        Page page = rows.page(number * size, size, monitor);
        pages.put(number, page);
        note(page, places);
      }
    }
  }

  private void note(Page page, TreeMap<Long, Long> places) {
    long place = page.first();
    for (Row row : page.rows()) {
      Long was = stood.get(row.key());
      if (was != null && !row.gone()) {
        places.put(was, place);
      }
      place++;
    }
  }
}
