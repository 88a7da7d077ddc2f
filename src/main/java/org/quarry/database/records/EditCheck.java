package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.UniqueKey;
import org.quarry.work.Monitor;

/**
 * Judges staged rows by the rules of their tables before they are written: NOT NULL, strict types,
 * CHECK, PRIMARY KEY, UNIQUE and foreign keys, each against the file as it will be with all staged
 * changes. Only rules that a staged cell has to do with count. What it lets pass the file may still
 * refuse, by a trigger for instance. Blocks on the disk.
 */
public final class EditCheck {
  private final Database database;
  private final Schema schema;

  /** Makes one for a database and its schema. */
  public EditCheck(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * The problems of some staged rows, in their order; a cell has the first that is found.
   *
   * @param rows the rows to judge
   * @param staged all that is staged, they among it
   * @throws DatabaseProblem if the file cannot be read
   */
  public List<EditProblem> problems(List<StagedRow> rows, List<StagedRow> staged, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          Judging judging = new Judging(session, staged);
          for (int at = 0; at < rows.size(); at++) {
            monitor.checkpoint();
            judging.judge(rows.get(at));
            monitor.report(at + 1, rows.size(), "");
          }
          return judging.found();
        });
  }

  private record IndexName(String table, List<String> columns) {}

  private record Cell(String table, RowKey key, String column) {}

  private final class Judging {
    private final RuleMapper mapper;
    private final StagedValues values;
    private final List<StagedRow> staged;
    private final Map<IndexName, StagedIndex> indexes = new HashMap<>();
    private final Map<Cell, EditProblem> found = new LinkedHashMap<>();

    Judging(Session session, List<StagedRow> staged) {
      mapper = session.mapper(RuleMapper.class);
      values = new StagedValues(session);
      this.staged = staged;
    }

    List<EditProblem> found() {
      return List.copyOf(found.values());
    }

    void judge(StagedRow row) {
      Table table = schema.table(row.table()).orElse(null);
      boolean none = row.change().kind() == RowChange.Kind.DELETE;
      if (table == null || none || Naming.of(table) == Naming.PLACE) {
        return;
      }
      row.change()
          .values()
          .forEach(
              (name, value) ->
                  table
                      .column(name)
                      .map(
                          column ->
                              CellRules.refusal(
                                  table, column, value, row.key() instanceof RowKey.Fresh))
                      .ifPresent(sentence -> mark(row, List.of(name), sentence, false)));
      table.rules().checks().forEach(check -> check(table, row, check));
      table.rules().uniqueKeys().forEach(key -> unique(table, row, key));
      table.foreignKeys().forEach(key -> reference(table, row, key));
    }

    private void check(Table table, StagedRow row, Check check) {
      List<String> cells = touched(row, check.columns());
      Optional<List<@Nullable Object>> bound = values.of(table, row, check.columns());
      if (!cells.isEmpty() && bound.isPresent() && refuses(table, check, bound.get())) {
        mark(row, cells, check.title() + " refuses " + listed(bound.get()) + ".", false);
      }
    }

    /** What SQLite cannot compute here, the write will judge. */
    private boolean refuses(Table table, Check check, List<@Nullable Object> bound) {
      try {
        Object verdict = mapper.judged(table, check, bound).getFirst()[0];
        return verdict instanceof Number number && number.doubleValue() == 0;
      } catch (PersistenceException notComputed) {
        return false;
      }
    }

    private void unique(Table table, StagedRow row, UniqueKey key) {
      List<String> cells = touched(row, key.columns());
      List<@Nullable Object> bound = values.of(table, row, key.columns()).orElse(null);
      if (cells.isEmpty() || bound == null || bound.contains(null)) {
        return;
      }
      StagedIndex index = index(table, key.columns());
      Optional<RowKey> other =
          mapper.holders(table, key.columns(), bound).stream()
              .map(cellsOfKey -> key(table, cellsOfKey))
              .filter(holder -> !holder.equals(row.key()) && !index.frees(holder))
              .findFirst()
              .or(
                  () ->
                      index.holders(bound).stream()
                          .map(StagedRow::key)
                          .filter(holder -> !holder.equals(row.key()))
                          .findFirst());
      other.ifPresent(
          holder ->
              mark(
                  row,
                  cells,
                  "%s (%s): %s has %s already."
                      .formatted(
                          key.title(), String.join(", ", key.columns()), holder, listed(bound)),
                  false));
    }

    private void reference(Table table, StagedRow row, ForeignKey key) {
      List<String> cells = touched(row, key.columns());
      List<@Nullable Object> bound = values.of(table, row, key.columns()).orElse(null);
      if (cells.isEmpty() || bound == null || bound.contains(null) || !key.complete()) {
        return;
      }
      Table parent = schema.table(key.table()).orElse(null);
      boolean there = parent != null && exists(parent, key.referred(), bound);
      if (!there) {
        String missing =
            "FOREIGN KEY: no row of %s has %s = %s"
                .formatted(key.table(), String.join(", ", key.referred()), listed(bound));
        mark(
            row,
            cells,
            missing + (key.deferred() ? " yet; it must come with the same write." : "."),
            key.deferred());
      }
    }

    private boolean exists(Table parent, List<String> referred, List<@Nullable Object> bound) {
      StagedIndex index = index(parent, referred);
      return !index.holders(bound).isEmpty()
          || mapper.holders(parent, referred, bound).stream()
              .map(cells -> key(parent, cells))
              .anyMatch(holder -> !index.frees(holder));
    }

    private StagedIndex index(Table table, List<String> columns) {
      return indexes.computeIfAbsent(
          new IndexName(table.name(), columns),
          name -> new StagedIndex(table, columns, staged, values));
    }

    private void mark(StagedRow row, List<String> cells, String sentence, boolean warning) {
      for (String column : cells) {
        found.putIfAbsent(
            new Cell(row.table(), row.key(), column),
            new EditProblem(row.table(), row.key(), column, sentence, warning));
      }
    }
  }

  private static RowKey key(Table table, @Nullable Object[] cells) {
    return Naming.of(table) == Naming.ROWID
        ? new RowKey.Rowid((Long) Objects.requireNonNull(cells[0]))
        : RowKey.Primary.of(Arrays.asList(cells));
  }

  private static List<String> touched(StagedRow row, List<String> columns) {
    return columns.stream().filter(row.change().values()::containsKey).toList();
  }

  private static String listed(List<@Nullable Object> values) {
    List<String> words = new ArrayList<>();
    values.forEach(value -> words.add(value == null ? "NULL" : CellRules.quoted(value)));
    return words.size() == 1
        ? words.getFirst()
        : words.stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
