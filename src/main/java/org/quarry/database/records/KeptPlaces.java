package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Rows without rowids by their place, in a temporary table: the primary keys of a table, with which
 * the rows are read anew, or the rows of a view as a grid shows them.
 */
final class KeptPlaces implements Places {
  private final Table table;
  private final boolean keyed;
  private final KeptRows kept;

  KeptPlaces(Database database, Table table) {
    this.table = table;
    keyed = Naming.of(table) == Naming.KEY;
    int keys = table.rowidName().isPresent() ? 1 : table.key().size();
    kept = new KeptRows(database, keyed ? keys : keys + table.columns().size());
  }

  @Override
  public long size() {
    return kept.size();
  }

  @Override
  public void fill(RecordMapper mapper, List<Sort> sorts, Predicate filter, IntConsumer each) {
    mapper.places(
        table,
        sorts,
        filter,
        row -> {
          kept.add(row.getResultObject());
          each.accept(1);
        });
    kept.flush();
  }

  @Override
  public List<Row> rows(long first, int count, Monitor monitor) {
    long end = Math.min(first + count, size());
    if (end <= first) {
      return List.of();
    }
    return kept.read(
        monitor,
        mapper ->
            keyed
                ? Rows.keyed(table, mapper.keyed(table, first, end))
                : Rows.of(table, mapper.kept(kept.columns(), first, end), first));
  }

  /** One pass over the list; the rows of a view have nothing that names them wherever they are. */
  @Override
  public Map<RowKey, Long> places(Collection<RowKey> keys, Monitor monitor) {
    List<RowKey> named = keys.stream().filter(RowKey.Primary.class::isInstance).toList();
    if (!keyed || named.isEmpty() || size() == 0) {
      return Map.of();
    }
    Map<RowKey, Long> places = new HashMap<>();
    List<@Nullable Object> values = new ArrayList<>();
    named.forEach(key -> values.addAll(key.bound()));
    for (@Nullable Object[] found :
        kept.read(monitor, mapper -> mapper.keptPlaces(kept.columns(), values))) {
      places.put(
          RowKey.Primary.of(Arrays.asList(found).subList(1, found.length)),
          (Long) Objects.requireNonNull(found[0]));
    }
    return places;
  }

  @Override
  public void close() {
    kept.close();
  }
}
