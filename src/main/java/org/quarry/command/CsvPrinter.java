package org.quarry.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;

/** Writes rows as CSV. */
final class CsvPrinter implements RowPrinter {
  private final CsvWriter csv;
  private List<QueryColumn> columns = List.of();
  private boolean begun;

  CsvPrinter(Writer writer) {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(writer);
  }

  @Override
  public void columns(List<QueryColumn> columns) {
    this.columns = columns;
  }

  @Override
  public boolean row(@Nullable Object[] row) {
    begin();
    csv.writeRecord(Arrays.stream(row).map(Values::text).toList());
    return true;
  }

  @Override
  public void end() {
    begin();
    try {
      csv.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void begin() {
    if (!begun && !columns.isEmpty()) {
      csv.writeRecord(columns.stream().map(QueryColumn::name).toList());
    }
    begun = true;
  }
}
