package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/**
 * The rows that foreign keys with ON DELETE CASCADE, SET NULL or SET DEFAULT delete or change along
 * with staged deletions, as they were before; within one transaction. What triggers do beside is
 * not seen.
 */
final class TakenAlong {
  /** So many rows are remembered for undo at most, */
  static final int MOST = 100_000;

  /** and about so many bytes of their values. */
  static final long MOST_BYTES = 64L << 20;

  private final WritingMapper mapper;
  private final Schema schema;
  private final Map<RowRef, Map<String, @Nullable Object>> taken = new LinkedHashMap<>();
  private final Map<List<String>, Integer> counts = new LinkedHashMap<>();
  private final Set<RowRef> staged = new LinkedHashSet<>();
  private int remembered;
  private long bytes;
  private boolean overflowed;
  private long beyond;

  /** Makes one; {@code rows} are all that is staged. */
  TakenAlong(WritingMapper mapper, Schema schema, List<StagedRow> rows) {
    this.mapper = mapper;
    this.schema = schema;
    rows.stream()
        .filter(row -> row.change().kind() == RowChange.Kind.DELETE)
        .forEach(row -> staged.add(new RowRef(row.table(), row.key())));
  }

  /** The columns whose values make a row again: the stored ones, and the rowid where it is none. */
  static List<String> columns(Table table) {
    List<String> columns = new ArrayList<>(RowWriting.stored(table));
    table.rowidName().filter(name -> table.rowidColumn().isEmpty()).ifPresent(columns::add);
    return columns;
  }

  /**
   * The rows that go along with one, as they are before it is deleted.
   *
   * @param whole all values of the row to be deleted
   */
  List<WrittenRow> with(Table table, Map<String, @Nullable Object> whole) {
    List<WrittenRow> along = new ArrayList<>();
    Set<RowRef> seen = new LinkedHashSet<>();
    collect(table, whole, along, seen);
    return along;
  }

  private void collect(
      Table table, Map<String, @Nullable Object> whole, List<WrittenRow> along, Set<RowRef> seen) {
    for (Schema.Referring referring : schema.takenAlongWith(table.name())) {
      ForeignKey reference = referring.key();
      Table other = referring.table();
      List<@Nullable Object> values = values(table, whole, reference.referred());
      if (!reference.complete()
          || values.contains(null)
          || values.size() < reference.referred().size()) {
        continue;
      }
      List<String> columns = columns(other);
      int keys = other.rowidName().isPresent() ? 1 : other.key().size();
      for (@Nullable Object[] raw : referring(other, columns, reference, values, along.size())) {
        List<@Nullable Object> all = Arrays.asList(raw);
        RowKey key =
            other.rowidName().isPresent() && raw[0] instanceof Long rowid
                ? new RowKey.Rowid(rowid)
                : RowKey.Primary.of(all.subList(0, keys));
        Map<String, @Nullable Object> row =
            RowWriting.named(columns, all.subList(keys, all.size()));
        if (seen.add(new RowRef(other.name(), key))) {
          add(other, reference, key, row, along);
          if (reference.deletes()) {
            collect(other, row, along, seen);
          }
        }
      }
    }
  }

  /** The rows that refer, as far as there is room for them. */
  private List<@Nullable Object[]> referring(
      Table other,
      List<String> columns,
      ForeignKey reference,
      List<@Nullable Object> values,
      int along) {
    List<@Nullable Object[]> found = new ArrayList<>();
    mapper.referring(
        other,
        columns,
        reference.columns(),
        values,
        row -> {
          if (remembered + along + found.size() >= MOST || bytes >= MOST_BYTES) {
            overflowed = true;
            row.stop();
            return;
          }
          @Nullable Object[] raw = row.getResultObject();
          found.add(raw);
          for (Object value : raw) {
            bytes += size(value);
          }
        });
    return found;
  }

  private static long size(@Nullable Object value) {
    return Long.BYTES
        + switch (value) {
          case String text -> 2L * text.length();
          case byte[] blob -> blob.length;
          case null, default -> 0;
        };
  }

  private static List<@Nullable Object> values(
      Table table, Map<String, @Nullable Object> whole, List<String> referred) {
    List<@Nullable Object> values = new ArrayList<>();
    referred.forEach(
        name -> table.column(name).ifPresent(column -> values.add(whole.get(column.name()))));
    return values;
  }

  private void add(
      Table table,
      ForeignKey reference,
      RowKey key,
      Map<String, @Nullable Object> row,
      List<WrittenRow> along) {
    if (reference.deletes()) {
      along.add(
          new WrittenRow(
              table.name(), key, key, RowChange.deletion(Map.of(), null), row, Map.of()));
      return;
    }
    Map<String, @Nullable Object> was = new LinkedHashMap<>();
    Map<String, @Nullable Object> now = new LinkedHashMap<>();
    for (String name : reference.columns()) {
      table.column(name).ifPresent(column -> was.put(column.name(), row.get(column.name())));
      now.put(name, null);
    }
    RowChange change = new RowChange(RowChange.Kind.UPDATE, now, Collections.emptyMap());
    boolean toNull = reference.onDelete().equals("SET NULL");
    along.add(
        new WrittenRow(table.name(), key, key, change, was, toNull ? now : Collections.emptyMap()));
  }

  /**
   * Takes note that rows went along.
   *
   * @param touched how many rows were changed or deleted beside, or {@link Consequences#UNCOUNTED}
   * @return those that go along only; the others are staged to be deleted anyway
   */
  List<WrittenRow> took(List<WrittenRow> along, long touched) {
    if (overflowed && touched != Consequences.UNCOUNTED) {
      beyond += Math.max(0, touched - along.size());
    }
    List<WrittenRow> only = new ArrayList<>();
    for (WrittenRow row : along) {
      boolean deleted = row.change().kind() == RowChange.Kind.DELETE;
      if (deleted) {
        taken.put(row.ref(), row.before());
      }
      if (!deleted || !staged.contains(row.ref())) {
        counts.merge(List.of(row.table(), deleted ? "" : "set"), 1, Integer::sum);
        only.add(row);
      }
    }
    remembered += along.size();
    return only;
  }

  /** Takes note of what will go along with a row that is still there. */
  void foresee(RecordMapper mapper, Table table, RowKey key) {
    List<String> columns = columns(table);
    mapper.row(table, columns, key, key.bound()).stream()
        .findFirst()
        .map(values -> RowWriting.named(columns, Arrays.asList(values)))
        .ifPresent(whole -> took(with(table, whole), Consequences.UNCOUNTED));
  }

  /** The values of a row that went along with another one, if it did. */
  Optional<Map<String, @Nullable Object>> wasTaken(Table table, RowKey key) {
    return Optional.ofNullable(taken.get(new RowRef(table.name(), key)));
  }

  /** What became of other rows. */
  Consequences consequences() {
    List<Consequences.Part> parts = new ArrayList<>();
    counts.forEach(
        (what, rows) ->
            parts.add(new Consequences.Part(what.getFirst(), rows, what.getLast().isEmpty())));
    return new Consequences(parts, !overflowed ? 0 : beyond == 0 ? Consequences.UNCOUNTED : beyond);
  }
}
