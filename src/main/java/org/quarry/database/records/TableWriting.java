package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** The writing of a staged row of a table: each statement must change exactly one row. */
final class TableWriting extends RowWriting {
  private static final String IGNORED = "A trigger or an ON CONFLICT rule left the row as it was";

  private final RecordMapper mapper;
  private final WritingMapper around;
  private final TakenAlong taken;
  private Map<String, @Nullable Object> before = Map.of();
  private List<WrittenRow> along = List.of();
  private RowKey stored;
  private boolean parked;

  /** Makes one; {@code taken} is shared by all the rows of a transaction. */
  TableWriting(
      RecordMapper mapper, WritingMapper around, TakenAlong taken, Table table, StagedRow row) {
    super(table, row);
    this.mapper = mapper;
    this.around = around;
    this.taken = taken;
    stored = row.key();
  }

  @Override
  Optional<RowConflict> run() {
    return switch (change.kind()) {
      case DELETE -> delete();
      case UPDATE -> update();
      case INSERT -> insert();
    };
  }

  private Optional<RowConflict> delete() {
    Optional<Map<String, @Nullable Object>> taken = this.taken.wasTaken(table, row.key());
    if (taken.isPresent()) {
      before = taken.get();
      return Optional.empty();
    }
    Optional<Map<String, @Nullable Object>> whole = at(row.key(), TakenAlong.columns(table));
    if (whole.isEmpty()) {
      return Optional.of(gone());
    }
    Map<String, @Nullable Object> theirs = new LinkedHashMap<>(whole.get());
    theirs.keySet().retainAll(change.old().keySet());
    RowConflict conflict = new RowConflict(row, false, theirs, key());
    if (theirs.keySet().stream().anyMatch(conflict::differs)) {
      return Optional.of(conflict);
    }
    List<WrittenRow> others = this.taken.with(table, whole.get());
    long changes = around.totalChanges();
    if (mapper.delete(table, row.key(), row.key().bound()) != 1) {
      throw rule("A trigger kept the row");
    }
    along = this.taken.took(others, around.totalChanges() - changes - 1);
    before = whole.get();
    return Optional.empty();
  }

  private Optional<RowConflict> update() {
    if (parked) {
      if (mapper.update(table, update(stored, change.values(), false), stored.bound()) != 1) {
        throw rule(IGNORED);
      }
      stored = moved(change.values());
      return Optional.empty();
    }
    Optional<Map<String, @Nullable Object>> theirs =
        at(row.key(), List.copyOf(change.values().keySet()));
    if (theirs.isEmpty()) {
      return Optional.of(gone());
    }
    int changed = mapper.update(table, update(row.key(), change.values(), true), row.key().bound());
    if (changed != 1 && !isSo(theirs.get())) {
      RowConflict conflict = new RowConflict(row, false, theirs.get(), key());
      if (change.values().keySet().stream().noneMatch(conflict::differs)) {
        throw rule(IGNORED);
      }
      return Optional.of(conflict);
    }
    before = theirs.get();
    stored = moved(change.values());
    return Optional.empty();
  }

  private RowConflict gone() {
    return new RowConflict(row, true, Map.of(), key());
  }

  /** Whether the file has what is staged already: nobody needs to decide between equals. */
  private boolean isSo(Map<String, @Nullable Object> theirs) {
    return change.values().entrySet().stream()
        .allMatch(cell -> RowChange.same(cell.getValue(), theirs.get(cell.getKey())));
  }

  @Override
  boolean park() {
    List<String> unique = new ArrayList<>(around.uniqueColumns(table.name()));
    for (String sql : around.computedUniqueIndexes(table.name())) {
      change.values().keySet().stream().filter(name -> names(sql, name)).forEach(unique::add);
    }
    table.rowidColumn().map(Column::name).ifPresent(unique::add);
    Map<String, @Nullable Object> parking = new LinkedHashMap<>();
    change.values().keySet().stream()
        .filter(name -> unique.stream().anyMatch(name::equalsIgnoreCase))
        .forEach(name -> parking.put(name, nobodys(table.column(name).orElseThrow())));
    Optional<Map<String, @Nullable Object>> theirs =
        change.kind() == RowChange.Kind.UPDATE && !parked && !parking.isEmpty()
            ? at(row.key(), List.copyOf(change.values().keySet()))
            : Optional.empty();
    if (theirs.isEmpty()
        || mapper.update(table, update(row.key(), parking, true), row.key().bound()) != 1) {
      return false;
    }
    before = theirs.get();
    stored = moved(parking);
    parked = true;
    return true;
  }

  /** A value that no row has, of a type that the column takes. */
  private Object nobodys(Column column) {
    long random = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 52);
    if (table.rowidColumn().filter(column::equals).isPresent()) {
      Long least = mapper.least(table);
      return least == null || least > -random ? -random : least - 1;
    }
    return switch (column.affinity()) {
      case INTEGER, NUMERIC -> -random;
      case REAL -> (double) -random;
      case TEXT, BLOB -> "given up meanwhile " + random;
    };
  }

  @Override
  boolean dangles(MissingReferences keys) {
    return switch (change.kind()) {
      case DELETE -> keys.orphans(table, before);
      case INSERT -> keys.dangles(table, stored, stored(table));
      case UPDATE ->
          keys.dangles(table, stored, List.copyOf(change.values().keySet()))
              || keys.orphans(table, before);
    };
  }

  /** The row's key once its key columns have new values. */
  private RowKey moved(Map<String, @Nullable Object> values) {
    if (stored instanceof RowKey.Primary primary) {
      List<@Nullable Object> key = new ArrayList<>(primary.bound());
      for (int i = 0; i < key.size(); i++) {
        String column = table.key().get(i).name();
        if (values.containsKey(column)) {
          key.set(i, values.get(column));
        }
      }
      return RowKey.Primary.of(key);
    }
    return table
        .rowidColumn()
        .map(column -> values.get(column.name()))
        .filter(Long.class::isInstance)
        .<RowKey>map(rowid -> new RowKey.Rowid((Long) rowid))
        .orElse(stored);
  }

  private Optional<RowConflict> insert() {
    Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
    for (String name : change.values().keySet()) {
      Optional<Column> column = table.column(name);
      if (column.isPresent() && !table.rowidColumn().equals(column)) {
        defaults.put(name, byDefault(column.get()));
      }
    }
    int inserted =
        mapper.insert(
            table,
            List.copyOf(change.values().keySet()),
            new ArrayList<>(change.values().values()));
    if (inserted != 1) {
      throw rule("A trigger or an ON CONFLICT rule left the new row out");
    }
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
              : byDefault(column));
    }
    return RowKey.Primary.of(values);
  }

  private @Nullable Object byDefault(Column column) {
    String sql = column.defaultSql();
    return sql == null ? null : mapper.constant(sql).getFirst()[0];
  }

  @Override
  WrittenRow written() {
    Optional<Map<String, @Nullable Object>> since = taken.wasTaken(table, stored);
    if (change.kind() == RowChange.Kind.UPDATE && since.isPresent()) {
      Map<String, @Nullable Object> whole = new LinkedHashMap<>(since.get());
      whole.putAll(before);
      RowChange deletion = RowChange.deletion(Map.of(), null);
      return new WrittenRow(row.table(), row.key(), stored, deletion, whole, Map.of());
    }
    Map<String, @Nullable Object> after =
        switch (change.kind()) {
          case DELETE -> Map.of();
          case UPDATE -> at(stored, List.copyOf(change.values().keySet())).orElse(change.values());
          case INSERT -> at(stored, stored(table)).orElse(change.values());
        };
    return new WrittenRow(row.table(), row.key(), stored, change, before, after, along);
  }

  private Map<String, @Nullable Object> key() {
    return key(table, row.key());
  }

  /** The columns that name a stored row of a table. */
  static List<String> keyColumns(Table table) {
    if (table.rowidName().isPresent()) {
      return List.of(table.rowidColumn().map(Column::name).or(table::rowidName).orElseThrow());
    }
    List<Column> columns = table.key().isEmpty() ? table.columns() : table.key();
    return columns.stream().map(Column::name).toList();
  }

  /** The columns that name a stored row, with their values. */
  static Map<String, @Nullable Object> key(Table table, RowKey key) {
    return named(
        keyColumns(table),
        key instanceof RowKey.Rowid rowid ? List.of(rowid.value()) : key.bound());
  }

  private Optional<Map<String, @Nullable Object>> at(RowKey key, List<String> columns) {
    return mapper.row(table, columns, key, key.bound()).stream()
        .findFirst()
        .map(values -> named(columns, Arrays.asList(values)));
  }
}
