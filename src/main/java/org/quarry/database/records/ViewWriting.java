package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * The writing of a staged row of a view through its INSTEAD OF triggers. SQLite counts no changes
 * there, so the rows that have the values are counted before and after: exactly one must have had
 * them, and it must not have them any more.
 */
final class ViewWriting extends RowWriting {
  private final RecordMapper mapper;
  private final WritingMapper around;
  private final List<String> columns;
  private Map<String, @Nullable Object> before = Map.of();
  private RowKey stored;

  ViewWriting(RecordMapper mapper, WritingMapper around, Table table, StagedRow row) {
    super(table, row);
    this.mapper = mapper;
    this.around = around;
    columns = table.columns().stream().map(Column::name).toList();
    stored = row.key();
  }

  @Override
  Optional<RowConflict> run() {
    return switch (change.kind()) {
      case INSERT -> insert();
      case UPDATE, DELETE -> existing();
    };
  }

  private Optional<RowConflict> existing() {
    List<@Nullable Object> whole = row.key().bound();
    Map<String, @Nullable Object> was = named(columns, whole);
    long rows = around.holding(table, columns, whole, 2);
    if (rows == 0) {
      return Optional.of(new RowConflict(row, true, Map.of(), was));
    }
    if (rows > 1) {
      throw rule("Several rows of the view have these values, and nothing else tells them apart");
    }
    if (change.kind() == RowChange.Kind.DELETE) {
      mapper.delete(table, row.key(), whole);
      before = was;
    } else {
      mapper.update(table, update(row.key(), change.values(), false), whole);
      before = new LinkedHashMap<>(was);
      before.keySet().retainAll(change.values().keySet());
      Map<String, @Nullable Object> now = new LinkedHashMap<>(was);
      now.putAll(change.values());
      stored = found(now).or(() -> found(change.values())).orElse(row.key());
    }
    if (around.holding(table, columns, whole, 1) != 0) {
      throw rule("The view's trigger left the row as it was");
    }
    return Optional.empty();
  }

  private Optional<RowConflict> insert() {
    long changes = around.totalChanges();
    mapper.insert(
        table, List.copyOf(change.values().keySet()), new ArrayList<>(change.values().values()));
    if (around.totalChanges() == changes) {
      throw rule("The view's trigger inserted nothing");
    }
    stored = found(change.values()).orElse(row.key());
    before = Map.of();
    return Optional.empty();
  }

  /** What names the one row with these values, if there is one. */
  private Optional<RowKey> found(Map<String, @Nullable Object> values) {
    List<String> by = List.copyOf(values.keySet());
    List<@Nullable Object> held = new ArrayList<>(values.values());
    if (by.isEmpty() || around.holding(table, by, held, 2) != 1) {
      return Optional.empty();
    }
    return around.first(table, columns, by, held).stream()
        .findFirst()
        .map(row -> RowKey.Whole.of(Arrays.asList(row)));
  }

  @Override
  WrittenRow written() {
    Map<String, @Nullable Object> after = new LinkedHashMap<>();
    if (change.kind() != RowChange.Kind.DELETE) {
      after.putAll(
          stored instanceof RowKey.Whole key && !stored.equals(row.key())
              ? named(columns, key.bound())
              : change.values());
    }
    if (change.kind() == RowChange.Kind.UPDATE) {
      after.keySet().retainAll(change.values().keySet());
    }
    return new WrittenRow(row.table(), row.key(), stored, change, before, after);
  }
}
