package org.quarry.database.records;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Rowids by their place: up to so many in memory, in chunks that are made as they are needed, the
 * others in a temporary file.
 */
final class RowidPlaces implements Places {
  private static final int CHUNK = 1 << 16;

  private final Database database;
  private final Table table;
  private final int most;
  private final long[][] chunks;
  private volatile int held;
  private volatile @Nullable RowidFile others;

  /** Keeps at most {@code most} rowids in memory, of eight bytes each. */
  RowidPlaces(Database database, Table table, int most) {
    this.database = database;
    this.table = table;
    this.most = most;
    chunks = new long[(most + CHUNK - 1) / CHUNK][];
  }

  @Override
  public long size() {
    RowidFile file = others;
    return held + (file == null ? 0 : file.size());
  }

  @Override
  public void fill(RecordMapper mapper, List<Sort> sorts, Predicate filter, IntConsumer each) {
    mapper.rowids(
        table,
        sorts,
        filter,
        row -> {
          long[] rowids = row.getResultObject();
          for (long rowid : rowids) {
            add(rowid);
          }
          each.accept(rowids.length);
        });
    flush();
  }

  private void add(long rowid) {
    int at = held;
    if (at == most) {
      spill(rowid);
      return;
    }
    if (at % CHUNK == 0) {
      chunks[at / CHUNK] = new long[Math.min(CHUNK, most - at)];
    }
    chunks[at / CHUNK][at % CHUNK] = rowid;
    held = at + 1;
  }

  private void spill(long rowid) {
    try {
      RowidFile file = others;
      if (file == null) {
        file = new RowidFile();
        others = file;
      }
      file.add(rowid);
    } catch (IOException failed) {
      throw new RecordProblem.OrderNotKept(table, failed);
    }
  }

  private void flush() {
    RowidFile file = others;
    if (file != null) {
      try {
        file.flush();
      } catch (IOException failed) {
        throw new RecordProblem.OrderNotKept(table, failed);
      }
    }
  }

  @Override
  public List<Row> rows(long first, int count, Monitor monitor) {
    long end = Math.min(first + count, size());
    if (end <= first) {
      return List.of();
    }
    String json =
        Arrays.stream(rowids(first, end))
            .mapToObj(Long::toString)
            .collect(Collectors.joining(",", "[", "]"));
    return database.read(
        monitor,
        session -> Rows.listed(table, session.mapper(RecordMapper.class).listed(table, json)));
  }

  private long[] rowids(long first, long end) {
    long[] rowids = new long[(int) (end - first)];
    int at = 0;
    for (long place = first; place < Math.min(end, most); place++) {
      rowids[at++] = chunks[(int) (place / CHUNK)][(int) (place % CHUNK)];
    }
    RowidFile file = others;
    if (end > most && file != null) {
      try {
        long[] rest = file.read(Math.max(0, first - most), end - most);
        System.arraycopy(rest, 0, rowids, at, rest.length);
      } catch (IOException failed) {
        throw new RecordProblem.OrderNotKept(table, failed);
      }
    }
    return rowids;
  }

  /** One pass over the list. */
  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    long[] wanted =
        keys.stream()
            .filter(RowKey.Rowid.class::isInstance)
            .mapToLong(key -> ((RowKey.Rowid) key).value())
            .sorted()
            .toArray();
    Map<RowKey, Long> places = new HashMap<>();
    long all = size();
    for (long first = 0; first < all && places.size() < wanted.length; first += CHUNK) {
      monitor.checkpoint();
      long[] rowids = rowids(first, Math.min(all, first + CHUNK));
      for (int at = 0; at < rowids.length; at++) {
        if (Arrays.binarySearch(wanted, rowids[at]) >= 0) {
          places.put(new RowKey.Rowid(rowids[at]), first + at);
        }
      }
    }
    return places;
  }

  @Override
  public void close() {
    RowidFile file = others;
    if (file != null) {
      file.close();
    }
  }
}
