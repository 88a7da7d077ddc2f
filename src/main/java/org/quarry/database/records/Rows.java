package org.quarry.database.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/** Reads rows out of what {@link RecordMapper} yields. */
final class Rows {
  private Rows() {}

  static List<Row> of(Table table, List<@Nullable Object[]> raw, long first) {
    List<Row> rows = new ArrayList<>(raw.size());
    for (@Nullable Object[] values : raw) {
      rows.add(row(table, values, first + rows.size()));
    }
    return rows;
  }

  /** For rows led by the rowid that was asked for. */
  static List<Row> listed(Table table, List<@Nullable Object[]> raw) {
    List<Row> rows = new ArrayList<>(raw.size());
    for (@Nullable Object[] values : raw) {
      RowKey key = new RowKey.Rowid(number(values[0]));
      rows.add(
          values[1] == null
              ? Row.gone(key, table.columns().size())
              : new Row(key, cells(values, 2), false));
    }
    return rows;
  }

  /** For rows led by the key that was asked for and the first column of their own. */
  static List<Row> keyed(Table table, List<@Nullable Object[]> raw) {
    int keys = table.key().size();
    List<Row> rows = new ArrayList<>(raw.size());
    for (@Nullable Object[] values : raw) {
      RowKey key = RowKey.Primary.of(Arrays.asList(Arrays.copyOf(values, keys)));
      rows.add(
          values[keys] == null
              ? Row.gone(key, table.columns().size())
              : new Row(key, cells(values, keys + 1), false));
    }
    return rows;
  }

  private static Row row(Table table, @Nullable Object[] values, long position) {
    if (table.rowidName().isPresent()) {
      return new Row(new RowKey.Rowid(number(values[0])), cells(values, 1), false);
    }
    int keys = table.key().size();
    List<@Nullable Object> cells = cells(values, keys);
    RowKey key =
        keys == 0
            ? place(table, cells, position)
            : RowKey.Primary.of(Arrays.asList(Arrays.copyOf(values, keys)));
    return new Row(key, cells, false);
  }

  /** A row of a view that can be edited is named by its values, as far as they are all here. */
  private static RowKey place(Table table, List<@Nullable Object> cells, long position) {
    boolean whole =
        cells.stream().noneMatch(cell -> cell instanceof Clipped || cell instanceof BlobSize);
    return table.insteadOf().any() && whole
        ? RowKey.Whole.of(cells)
        : new RowKey.Position(position);
  }

  private static long number(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("a rowid is an integer, not " + value);
  }

  private static List<@Nullable Object> cells(@Nullable Object[] values, int from) {
    @Nullable Object[] cells = Arrays.copyOfRange(values, from, values.length);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof String text
          && text.codePointCount(0, text.length()) > RecordSql.HEAD) {
        cells[i] = new Clipped(text.substring(0, text.offsetByCodePoints(0, RecordSql.HEAD)));
      } else if (cells[i] instanceof byte[] size) {
        cells[i] = sized(new String(size, StandardCharsets.US_ASCII));
      }
    }
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  private static Object sized(String size) {
    return size.startsWith("t")
        ? new Clipped("", Long.parseLong(size, 1, size.length(), 10))
        : new BlobSize(Long.parseLong(size));
  }
}
