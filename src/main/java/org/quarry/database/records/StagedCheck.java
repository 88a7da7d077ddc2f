package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** Holds staged rows against the file without writing. Blocks on the disk. */
public final class StagedCheck {
  private static final int CHUNK = 500;

  private final Database database;
  private final Schema schema;

  /** Makes one for a database and its schema. */
  public StagedCheck(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * The changed and deleted rows that the file has otherwise than they were when they were staged.
   * A row that has become what is staged is none, and rows of views are not looked at.
   */
  public List<RowConflict> conflicts(List<StagedRow> rows, Monitor monitor) {
    List<StagedRow> stored =
        rows.stream()
            .filter(row -> row.key() instanceof RowKey.Rowid || row.key() instanceof RowKey.Primary)
            .toList();
    List<RowConflict> conflicts = new ArrayList<>();
    for (int from = 0; from < stored.size(); from += CHUNK) {
      List<StagedRow> part = stored.subList(from, Math.min(from + CHUNK, stored.size()));
      monitor.report(from, stored.size(), "");
      database.read(
          monitor,
          session -> {
            RecordMapper mapper = session.mapper(RecordMapper.class);
            part.forEach(row -> conflict(mapper, row).ifPresent(conflicts::add));
            return true;
          });
    }
    return conflicts;
  }

  private Optional<RowConflict> conflict(RecordMapper mapper, StagedRow row) {
    Optional<Table> table = schema.table(row.table());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns =
        (row.change().kind() == RowChange.Kind.DELETE ? row.change().old() : row.change().values())
            .keySet().stream().filter(name -> table.get().column(name).isPresent()).toList();
    Optional<Map<String, @Nullable Object>> theirs = at(mapper, table.get(), row.key(), columns);
    if (theirs.isEmpty()) {
      return Optional.of(
          new RowConflict(row, true, Map.of(), TableWriting.key(table.get(), row.key())));
    }
    RowConflict conflict =
        new RowConflict(row, false, theirs.get(), TableWriting.key(table.get(), row.key()));
    boolean differs = columns.stream().anyMatch(conflict::differs);
    return differs && !isSo(row.change(), theirs.get()) ? Optional.of(conflict) : Optional.empty();
  }

  private static boolean isSo(RowChange change, Map<String, @Nullable Object> theirs) {
    return change.kind() == RowChange.Kind.UPDATE
        && change.values().entrySet().stream()
            .allMatch(cell -> RowChange.same(cell.getValue(), theirs.get(cell.getKey())));
  }

  /** What becomes of rows of which it is not known whether they were written. */
  public enum Outcome {
    /** They are in the file. */
    WRITTEN,
    /** They are not. */
    NOT_WRITTEN,
    /** The file was changed since, so that it cannot be told for new rows. */
    UNCLEAR
  }

  /**
   * Whether rows were written by a transaction of which only the beginning is known. All of them
   * were or none, so that some rows that show it tell of all.
   */
  public Outcome outcome(List<WrittenRow> rows, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          Set<Outcome> signs = EnumSet.noneOf(Outcome.class);
          rows.forEach(row -> signs.add(outcome(mapper, row)));
          boolean written = signs.contains(Outcome.WRITTEN);
          boolean not = signs.contains(Outcome.NOT_WRITTEN);
          return written == not ? Outcome.UNCLEAR : written ? Outcome.WRITTEN : Outcome.NOT_WRITTEN;
        });
  }

  private Outcome outcome(RecordMapper mapper, WrittenRow row) {
    Optional<Table> table = schema.table(row.table());
    boolean named =
        row.stored() instanceof RowKey.Rowid
            || row.stored() instanceof RowKey.Primary
            || row.stored() instanceof RowKey.Whole;
    if (table.isEmpty() || !named) {
      return Outcome.UNCLEAR;
    }
    Map<String, @Nullable Object> is =
        row.change().kind() == RowChange.Kind.DELETE ? row.before() : row.after();
    List<String> columns =
        is.keySet().stream().filter(name -> table.get().column(name).isPresent()).toList();
    Optional<Map<String, @Nullable Object>> now = at(mapper, table.get(), row.stored(), columns);
    return switch (row.change().kind()) {
      case DELETE -> now.isEmpty() ? Outcome.WRITTEN : Outcome.NOT_WRITTEN;
      case INSERT ->
          now.isEmpty()
              ? Outcome.NOT_WRITTEN
              : same(now.get(), row.after()) ? Outcome.WRITTEN : Outcome.UNCLEAR;
      case UPDATE ->
          now.isEmpty()
              ? Outcome.UNCLEAR
              : same(now.get(), row.before())
                  ? Outcome.NOT_WRITTEN
                  : same(now.get(), row.after()) ? Outcome.WRITTEN : Outcome.UNCLEAR;
    };
  }

  private static boolean same(
      Map<String, @Nullable Object> now, Map<String, @Nullable Object> values) {
    return now.entrySet().stream()
        .allMatch(
            cell ->
                values.containsKey(cell.getKey())
                    && RowChange.same(cell.getValue(), values.get(cell.getKey())));
  }

  private static Optional<Map<String, @Nullable Object>> at(
      RecordMapper mapper, Table table, RowKey key, List<String> columns) {
    if (columns.isEmpty()) {
      Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
      return mapper.row(table, TableWriting.keyColumns(table), key, key.bound()).isEmpty()
          ? Optional.empty()
          : Optional.of(nothing);
    }
    return mapper.row(table, columns, key, key.bound()).stream()
        .findFirst()
        .map(values -> RowWriting.named(columns, Arrays.asList(values)));
  }
}
