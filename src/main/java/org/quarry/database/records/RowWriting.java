package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The writing of one staged row within a transaction, and what undoing it needs. */
final class RowWriting {
  private final RecordMapper mapper;
  private final Table table;
  private final StagedRow row;
  private final RowChange change;
  private Map<String, @Nullable Object> before = Map.of();
  private RowKey stored;

  RowWriting(RecordMapper mapper, Table table, StagedRow row) {
    this.mapper = mapper;
    this.table = table;
    this.row = row;
    change = row.change();
    stored = row.key();
  }

  /** Writes the row; yields the conflict when it is not there as it was. */
  Optional<RowConflict> run() {
    return switch (change.kind()) {
      case DELETE -> delete();
      case UPDATE -> update();
      case INSERT -> insert();
    };
  }

  private Optional<RowConflict> delete() {
    List<String> columns = columns();
    table.rowidName().filter(name -> table.rowidColumn().isEmpty()).ifPresent(columns::add);
    Optional<Map<String, @Nullable Object>> whole = read(columns);
    if (whole.isEmpty() || mapper.delete(table, row.key(), row.key().bound()) != 1) {
      return Optional.of(new RowConflict(row, true, Map.of(), key()));
    }
    before = whole.get();
    return Optional.empty();
  }

  private Optional<RowConflict> update() {
    Optional<Map<String, @Nullable Object>> theirs = read(List.copyOf(change.values().keySet()));
    if (theirs.isEmpty()) {
      return Optional.of(new RowConflict(row, true, Map.of(), key()));
    }
    List<RowUpdate.Cell> cells = new ArrayList<>();
    change
        .values()
        .forEach(
            (column, now) ->
                cells.add(
                    new RowUpdate.Cell(
                        column, change.old().containsKey(column), change.old().get(column), now)));
    int changed = mapper.update(table, new RowUpdate(row.key(), cells), row.key().bound());
    if (changed != 1 && !isSo(theirs.get())) {
      return Optional.of(new RowConflict(row, false, theirs.get(), key()));
    }
    before = theirs.get();
    stored = moved();
    return Optional.empty();
  }

  /** Whether the file has what is staged already: nobody needs to decide between equals. */
  private boolean isSo(Map<String, @Nullable Object> theirs) {
    return change.values().entrySet().stream()
        .allMatch(cell -> RowChange.same(cell.getValue(), theirs.get(cell.getKey())));
  }

  /** The row's key once its key columns have their new values. */
  private RowKey moved() {
    if (row.key() instanceof RowKey.Primary primary) {
      List<@Nullable Object> values = new ArrayList<>(primary.bound());
      for (int i = 0; i < values.size(); i++) {
        String column = table.key().get(i).name();
        if (change.values().containsKey(column)) {
          values.set(i, change.values().get(column));
        }
      }
      return RowKey.Primary.of(values);
    }
    return table
        .rowidColumn()
        .map(column -> change.values().get(column.name()))
        .filter(Long.class::isInstance)
        .<RowKey>map(rowid -> new RowKey.Rowid((Long) rowid))
        .orElse(row.key());
  }

  private Optional<RowConflict> insert() {
    Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
    for (String name : change.values().keySet()) {
      Optional<Column> column = table.column(name);
      if (column.isPresent() && !table.rowidColumn().equals(column)) {
        String sql = column.get().defaultSql();
        defaults.put(name, sql == null ? null : mapper.constant(sql).getFirst()[0]);
      }
    }
    mapper.insert(
        table, List.copyOf(change.values().keySet()), new ArrayList<>(change.values().values()));
    before = defaults;
    stored = table.rowidName().isPresent() ? new RowKey.Rowid(mapper.lastRowid()) : given();
    return Optional.empty();
  }

  private RowKey given() {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : table.key()) {
      values.add(
          change.values().containsKey(column.name())
              ? change.values().get(column.name())
              : Optional.ofNullable(column.defaultSql())
                  .map(sql -> mapper.constant(sql).getFirst()[0])
                  .orElse(null));
    }
    return RowKey.Primary.of(values);
  }

  /** What was written, read back at the end of the transaction, after every trigger. */
  WrittenRow written() {
    Map<String, @Nullable Object> after =
        switch (change.kind()) {
          case DELETE -> Map.of();
          case UPDATE -> at(stored, List.copyOf(change.values().keySet())).orElse(change.values());
          case INSERT -> at(stored, columns()).orElse(change.values());
        };
    return new WrittenRow(row.table(), row.key(), stored, change, before, after);
  }

  /** A rule's refusal, with the column it is about as far as SQLite's sentence tells. */
  RecordProblem.RowRefused refused(DatabaseProblem.Constraint rule) {
    String detail = rule.rule();
    String about = detail.substring(detail.indexOf(':') + 1);
    boolean foreign = detail.startsWith("FOREIGN KEY");
    String column =
        table.columns().stream()
            .map(Column::name)
            .filter(
                name ->
                    foreign
                        ? table.rules().references().stream()
                            .anyMatch(
                                key -> key.columns().stream().anyMatch(name::equalsIgnoreCase))
                        : about.matches("(?s)(.*\\W)?" + Pattern.quote(name) + "(\\W.*)?"))
            .min(Comparator.comparing(name -> !change.values().containsKey(name)))
            .orElse(null);
    return new RecordProblem.RowRefused(row, column, rule);
  }

  private List<String> columns() {
    List<String> names = new ArrayList<>();
    table.columns().stream()
        .filter(column -> !column.generated())
        .forEach(column -> names.add(column.name()));
    return names;
  }

  private Map<String, @Nullable Object> key() {
    Map<String, @Nullable Object> key = new LinkedHashMap<>();
    if (row.key() instanceof RowKey.Rowid rowid) {
      String name = table.rowidColumn().map(Column::name).or(table::rowidName).orElseThrow();
      key.put(name, rowid.value());
    } else {
      List<@Nullable Object> values = row.key().bound();
      for (int i = 0; i < values.size(); i++) {
        key.put(table.key().get(i).name(), values.get(i));
      }
    }
    return key;
  }

  private Optional<Map<String, @Nullable Object>> read(List<String> columns) {
    return at(row.key(), columns);
  }

  private Optional<Map<String, @Nullable Object>> at(RowKey key, List<String> columns) {
    List<@Nullable Object[]> found = mapper.row(table, columns, key, key.bound());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), found.getFirst()[i]);
    }
    return Optional.of(values);
  }
}
