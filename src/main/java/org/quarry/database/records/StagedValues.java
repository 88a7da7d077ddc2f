package org.quarry.database.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Session;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The values that staged rows will have: what is staged over what is stored. For one reading. */
final class StagedValues {
  private final RecordMapper mapper;
  private final Map<StagedRow, Map<String, Optional<Object>>> known = new HashMap<>();

  StagedValues(Session session) {
    mapper = session.mapper(RecordMapper.class);
  }

  /**
   * The values of some columns of a row to be changed or inserted, in their order.
   *
   * @return empty when the row is gone, or a value is one that SQLite will make
   */
  Optional<List<@Nullable Object>> of(Table table, StagedRow row, List<String> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String name : columns) {
      Optional<Column> column = table.column(name);
      if (column.isEmpty() || column.get().generated()) {
        return Optional.empty();
      }
      Optional<Optional<Object>> value = value(table, row, column.get());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get().orElse(null));
    }
    return Optional.of(values);
  }

  private Optional<Optional<Object>> value(Table table, StagedRow row, Column column) {
    String name = column.name();
    if (row.change().values().containsKey(name)) {
      return Optional.of(Optional.ofNullable(row.change().values().get(name)));
    }
    Map<String, Optional<Object>> read = known.computeIfAbsent(row, each -> new HashMap<>());
    if (!read.containsKey(name)) {
      List<@Nullable Object[]> found = read(table, row, column);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      read.put(name, Optional.ofNullable(found.getFirst()[0]));
    }
    return Optional.ofNullable(read.get(name));
  }

  private List<@Nullable Object[]> read(Table table, StagedRow row, Column column) {
    if (!(row.key() instanceof RowKey.Fresh)) {
      return mapper.row(table, List.of(column.name()), row.key(), row.key().bound());
    }
    if (table.rowidColumn().filter(column::equals).isPresent()) {
      return List.of();
    }
    return mapper.constant(column.defaultSql() == null ? "NULL" : column.defaultSql());
  }
}
