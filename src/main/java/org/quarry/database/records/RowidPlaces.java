package org.quarry.database.records;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Rowids by their place: up to so many in memory, in chunks that are made as they are needed, the
 * others in a temporary table.
 */
final class RowidPlaces implements Places {
  private static final int CHUNK = 1 << 16;

  private final Database database;
  private final Table table;
  private final int most;
  private final long[][] chunks;
  private volatile int held;
  private volatile @Nullable KeptRows others;

  /** Keeps at most {@code most} rowids in memory, of eight bytes each. */
  RowidPlaces(Database database, Table table, int most) {
    this.database = database;
    this.table = table;
    this.most = most;
    chunks = new long[(most + CHUNK - 1) / CHUNK][];
  }

  @Override
  public long size() {
    KeptRows kept = others;
    return held + (kept == null ? 0 : kept.size());
  }

  @Override
  public void add(@Nullable Object[] row) {
    int at = held;
    if (at == most) {
      KeptRows kept = others;
      if (kept == null) {
        kept = new KeptRows(database, 1);
        others = kept;
      }
      kept.add(row);
      return;
    }
    if (at % CHUNK == 0) {
      chunks[at / CHUNK] = new long[Math.min(CHUNK, most - at)];
    }
    chunks[at / CHUNK][at % CHUNK] = rowid(row);
    held = at + 1;
  }

  private static long rowid(@Nullable Object[] row) {
    if (row[0] instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("a rowid is an integer, not " + row[0]);
  }

  @Override
  public void finish() {
    KeptRows kept = others;
    if (kept != null) {
      kept.flush();
    }
  }

  @Override
  public List<Row> rows(long first, int count, Monitor monitor) {
    long end = Math.min(first + count, size());
    if (end <= first) {
      return List.of();
    }
    String json =
        Arrays.stream(rowids(first, end, monitor))
            .mapToObj(Long::toString)
            .collect(Collectors.joining(",", "[", "]"));
    return database.read(
        monitor,
        session -> Rows.listed(table, session.mapper(RecordMapper.class).listed(table, json)));
  }

  private long[] rowids(long first, long end, Monitor monitor) {
    long[] rowids = new long[(int) (end - first)];
    int at = 0;
    for (long place = first; place < Math.min(end, most); place++) {
      rowids[at++] = chunks[(int) (place / CHUNK)][(int) (place % CHUNK)];
    }
    KeptRows kept = others;
    if (end > most && kept != null) {
      long from = Math.max(0, first - most);
      long to = end - most;
      for (@Nullable Object[] row : kept.read(monitor, mapper -> mapper.kept(1, from, to))) {
        rowids[at++] = rowid(row);
      }
    }
    return rowids;
  }

  @Override
  public void close() {
    KeptRows kept = others;
    if (kept != null) {
      kept.close();
    }
  }
}
