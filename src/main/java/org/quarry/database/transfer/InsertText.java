package org.quarry.database.transfer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlLiteral;

/** One INSERT statement a row, on a line of its own unless a text has line breaks. */
final class InsertText implements RowsText {
  private final Writer out;
  private final String beginning;

  InsertText(String table, List<CopyColumn> columns, Writer out) {
    this.out = out;
    beginning =
        columns.stream()
            .map(column -> Identifiers.quote(column.name()))
            .collect(
                Collectors.joining(
                    ", ", "INSERT INTO " + Identifiers.quote(table) + " (", ") VALUES ("));
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    out.write(beginning);
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "" : ", ");
      out.write(SqlLiteral.of(values.get(i)));
    }
    out.write(");\n");
  }

  /** Nothing stands after the last statement. */
  @Override
  public void end() {}
}
