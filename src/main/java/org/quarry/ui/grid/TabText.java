package org.quarry.ui.grid;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;

/**
 * Rows as text with tabs, as a spreadsheet takes it from the clipboard: NULL as nothing, a BLOB as
 * {@code X'…'}, and a value with tabs, quotes or line breaks in quotes. For one thread.
 */
public final class TabText {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder()
          .fieldSeparator('\t')
          .lineDelimiter(LineDelimiter.LF)
          .bufferSize(0)
          .build(text);

  /** Adds a row of column names. */
  public void header(List<String> names) {
    writer.writeRecord(names);
  }

  /** Adds a row of whole values: null, Long, Double, String or {@code byte[]}. */
  public void row(List<? extends @Nullable Object> values) {
    writer.writeRecord(values.stream().map(TabText::text).toList());
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
      default -> TypedValue.text(value);
    };
  }

  /** All rows so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
