package org.quarry.database.transfer;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SqlLiteral;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An array of objects, one a line. A BLOB is the text {@code X'…'}, an infinite number one too
 * large to hold, as SQLite's own JSON writes it. A column with the name of one before it gets a
 * number.
 */
final class JsonText implements RowsText {
  private final Writer out;
  private final List<String> names;
  private final JsonGenerator json;
  private boolean begun;

  JsonText(List<CopyColumn> columns, Writer out) {
    this.out = out;
    names = distinct(columns);
    // Each object is a root of its own: what stands between them is written here.
    json =
        JsonFactory.builder()
            .rootValueSeparator("")
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
  }

  private static List<String> distinct(List<CopyColumn> columns) {
    Set<String> all = new HashSet<>();
    columns.forEach(column -> all.add(column.name()));
    Set<String> taken = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (CopyColumn column : columns) {
      String free = column.name();
      for (int i = 2; taken.contains(free) || (i > 2 && all.contains(free)); i++) {
        free = column.name() + "_" + i;
      }
      taken.add(free);
      distinct.add(free);
    }
    return distinct;
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    json.flush();
    out.write(begun ? ",\n" : "[\n");
    begun = true;
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      json.writeName(names.get(i));
      write(values.get(i));
    }
    json.writeEndObject();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case Double number when number.isInfinite() -> json.writeRawValue(SqlLiteral.of(number));
      case Double number -> json.writeNumber(number);
      case byte[] bytes -> json.writeString(SqlLiteral.blob(bytes));
      default -> json.writeString(value.toString());
    }
  }

  @Override
  public void end() throws IOException {
    json.flush();
    out.write(begun ? "\n]\n" : "[]\n");
  }
}
