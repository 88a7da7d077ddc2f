package org.quarry.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;

/**
 * Writes rows in columns for the eye: numbers to the right, values of more than {@value #WIDEST}
 * characters cut, control characters as their pictures. The first {@value #MEASURED} rows make the
 * widths.
 */
final class TablePrinter implements RowPrinter {
  static final int MEASURED = 1_000;
  static final int WIDEST = 60;

  private final Writer writer;
  private final List<@Nullable Object[]> waiting = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = new int[0];
  private boolean[] numeric = new boolean[0];
  private boolean begun;

  TablePrinter(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void columns(List<QueryColumn> columns) {
    names = columns.stream().map(column -> shown(column.name())).toList();
  }

  @Override
  public boolean row(@Nullable Object[] row) {
    if (begun) {
      print(row);
    } else {
      waiting.add(row);
      if (waiting.size() == MEASURED) {
        begin();
      }
    }
    return true;
  }

  @Override
  public void end() {
    if (!begun && !names.isEmpty()) {
      begin();
    }
    try {
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void begin() {
    begun = true;
    widths = new int[names.size()];
    numeric = new boolean[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(names.get(i));
      numeric[i] = true;
      boolean any = false;
      for (@Nullable Object[] row : waiting) {
        widths[i] = Math.max(widths[i], length(cell(row[i])));
        numeric[i] &= row[i] == null || row[i] instanceof Number;
        any |= row[i] != null;
      }
      numeric[i] &= any;
    }
    line(names);
    line(IntStream.of(widths).mapToObj("-"::repeat).toList());
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(@Nullable Object[] row) {
    List<String> cells = new ArrayList<>();
    for (Object value : row) {
      cells.add(cell(value));
    }
    line(cells);
  }

  private void line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(Math.max(0, widths[i] - length(cells.get(i))));
      line.append(i == 0 ? "" : "  ");
      line.append(numeric[i] ? pad + cells.get(i) : cells.get(i) + pad);
    }
    try {
      writer.write(line.toString().stripTrailing() + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String cell(@Nullable Object value) {
    String text = Values.text(value);
    return text == null ? "NULL" : shown(text);
  }

  /** Control characters are shown by their pictures, so that none reaches the terminal. */
  private static String shown(String text) {
    String head =
        length(text) <= WIDEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    StringBuilder shown = new StringBuilder();
    head.codePoints()
        .map(point -> point < 0x20 ? 0x2400 + point : point >= 0x7f && point < 0xa0 ? '␡' : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
