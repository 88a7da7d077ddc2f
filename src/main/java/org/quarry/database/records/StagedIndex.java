package org.quarry.database.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/** Finds staged rows of a table by the values that some of its columns will have. */
final class StagedIndex {
  private final Table table;
  private final List<String> columns;
  private final Map<List<Object>, List<StagedRow>> byValues = new HashMap<>();
  private final Map<RowKey, StagedRow> byKey = new LinkedHashMap<>();

  StagedIndex(Table table, List<String> columns, List<StagedRow> staged, StagedValues values) {
    this.table = table;
    this.columns = columns;
    for (StagedRow row : staged) {
      if (!row.table().equalsIgnoreCase(table.name())) {
        continue;
      }
      byKey.put(row.key(), row);
      if (row.change().kind() != RowChange.Kind.DELETE && touches(row)) {
        values
            .of(table, row, columns)
            .flatMap(this::same)
            .ifPresent(key -> byValues.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
      }
    }
  }

  private boolean touches(StagedRow row) {
    return row.change().kind() == RowChange.Kind.INSERT
        || columns.stream().anyMatch(row.change().values()::containsKey);
  }

  private Optional<List<Object>> same(List<@Nullable Object> values) {
    List<Object> same = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        return Optional.empty();
      }
      same.add(Sameness.of(value, table.rules().collation(columns.get(i))));
    }
    return Optional.of(same);
  }

  /** The staged rows that will have these values, in the order of staging. */
  List<StagedRow> holders(List<@Nullable Object> values) {
    return same(values).map(key -> byValues.getOrDefault(key, List.of())).orElse(List.of());
  }

  /** Whether a stored row will no longer have its stored values: it is deleted or changed here. */
  boolean frees(RowKey key) {
    StagedRow row = byKey.get(key);
    return row != null && (row.change().kind() == RowChange.Kind.DELETE || touches(row));
  }
}
