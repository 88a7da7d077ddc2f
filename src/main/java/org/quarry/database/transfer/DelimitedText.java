package org.quarry.database.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SqlLiteral;
import org.quarry.database.records.TypedValue;

/** Values between tabs or commas, in quotes where they need them; a BLOB is {@code X'…'}. */
final class DelimitedText implements RowsText {
  /** Also quotes the text NULL, which pasting would read as no value. */
  private static final QuoteStrategy NOT_NULL =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.equals(PastedText.NULL);
        }
      };

  private final CsvWriter writer;

  private DelimitedText(CsvWriter writer, List<CopyColumn> columns, boolean named) {
    this.writer = writer;
    if (named) {
      writer.writeRecord(columns.stream().map(CopyColumn::name).toList());
    }
  }

  static DelimitedText tabs(List<CopyColumn> columns, boolean named, Writer out) {
    CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator('\t')
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(NOT_NULL)
            .build(out);
    return new DelimitedText(writer, columns, named);
  }

  static DelimitedText commas(List<CopyColumn> columns, Writer out) {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(out);
    return new DelimitedText(writer, columns, true);
  }

  @Override
  public void row(List<? extends @Nullable Object> values) {
    List<@Nullable String> texts = new ArrayList<>(values.size());
    for (Object value : values) {
      texts.add(text(value));
    }
    writer.writeRecord(texts);
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> SqlLiteral.blob(bytes);
      default -> TypedValue.text(value);
    };
  }

  @Override
  public void end() throws IOException {
    writer.flush();
  }
}
