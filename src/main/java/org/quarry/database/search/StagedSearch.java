package org.quarry.database.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Looks into the rows for which something is staged, which SQL cannot see as they are shown: stored
 * values come from the file, staged ones stand over them. A row to be deleted matches nothing.
 */
final class StagedSearch {
  private static final int CHUNK = 1000;

  /** Steps of one look at a value; as many as SQL is given. */
  private static final long STEPS = 10_000_000;

  private final Database database;
  private final Table table;
  private final Predicate filter;
  private final TextPattern pattern;
  private final StagedRows staged;

  StagedSearch(Database database, TableRows rows, TextPattern pattern, StagedRows staged) {
    this.database = database;
    table = rows.table();
    filter = rows.filter().predicate(table);
    this.pattern = pattern;
    this.staged = staged;
  }

  /** The matching columns of every stored row with staged cells; an empty set where none does. */
  Map<RowKey, BitSet> changed(Monitor monitor) {
    Map<RowKey, BitSet> found = new HashMap<>();
    staged.changes().keySet().forEach(key -> found.put(key, new BitSet()));
    forEachChanged(
        (key, stored) -> found.put(key, columns(shown(staged.changes().get(key), stored))),
        monitor);
    return found;
  }

  /** The matching columns of the new rows that match, by their number among them. */
  List<Found> fresh(Monitor monitor) {
    List<Found> found = new ArrayList<>();
    int at = 0;
    for (RowChange change : staged.fresh().values()) {
      monitor.checkpoint();
      BitSet columns = columns(shown(change, noValues()));
      if (!columns.isEmpty()) {
        found.add(new Found(at, columns));
      }
      at++;
    }
    return found;
  }

  /** The stored values of rows with staged cells; of one that is gone or does not pass, nothing. */
  void forEachChanged(BiConsumer<RowKey, List<@Nullable Object>> each, Monitor monitor) {
    List<RowKey> keys =
        staged.changes().entrySet().stream()
            .filter(entry -> entry.getValue().kind() == RowChange.Kind.UPDATE)
            .map(Map.Entry::getKey)
            .toList();
    for (int first = 0; first < keys.size(); first += CHUNK) {
      monitor.checkpoint();
      stored(keys.subList(first, Math.min(first + CHUNK, keys.size())), monitor).forEach(each);
    }
  }

  private Map<RowKey, List<@Nullable Object>> stored(List<RowKey> keys, Monitor monitor) {
    Search search = pattern.search();
    return database.read(
        monitor,
        session -> {
          SearchMapper mapper = session.mapper(SearchMapper.class);
          Map<RowKey, List<@Nullable Object>> values = new LinkedHashMap<>();
          if (keys.getFirst() instanceof RowKey.Rowid) {
            String json =
                keys.stream()
                    .map(key -> Long.toString(((RowKey.Rowid) key).value()))
                    .collect(Collectors.joining(",", "[", "]"));
            for (@Nullable Object[] row : mapper.listed(table, search, filter, json)) {
              values.put(Found.key(table, row, 0), tail(row, 1));
            }
          } else {
            for (RowKey key : keys) {
              mapper
                  .keyed(table, search, filter, key.bound())
                  .forEach(row -> values.put(key, Arrays.asList(row)));
            }
          }
          return values;
        });
  }

  /** The values after the first ones. */
  static List<@Nullable Object> tail(@Nullable Object[] row, int from) {
    return Arrays.asList(row).subList(from, row.length);
  }

  /** For a new row: what is not set is its default, which nobody knows yet. */
  List<@Nullable Object> noValues() {
    return Arrays.asList(new @Nullable Object[pattern.search().columns().size()]);
  }

  /** The values of the columns searched as a person sees them. */
  List<@Nullable Object> shown(@Nullable RowChange change, List<@Nullable Object> stored) {
    if (change == null) {
      return stored;
    }
    List<@Nullable Object> shown = new ArrayList<>(stored);
    List<Column> columns = pattern.search().columns();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (change.values().containsKey(name)) {
        shown.set(i, change.values().get(name));
      }
    }
    return shown;
  }

  private BitSet columns(List<@Nullable Object> values) {
    BitSet columns = new BitSet();
    for (int i = 0; i < values.size(); i++) {
      columns.set(i, pattern.matches(values.get(i), STEPS));
    }
    return columns;
  }
}
