package org.quarry.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes rows as a JSON array of objects, a line each, with the columns in their order. A column
 * with the name of one before it gets a number: {@code n}, {@code n_2}.
 */
final class JsonPrinter implements RowPrinter {
  private final Writer writer;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private List<String> names = List.of();
  private boolean told;
  private boolean begun;

  JsonPrinter(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void columns(List<QueryColumn> columns) {
    names = Values.distinct(columns.stream().map(QueryColumn::name).toList());
    told = true;
  }

  @Override
  public boolean row(@Nullable Object[] row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      values.put(names.get(i), Values.plain(row[i]));
    }
    write((begun ? ",\n" : "[\n") + mapper.writeValueAsString(values));
    begun = true;
    return true;
  }

  @Override
  public void end() {
    if (told) {
      write(begun ? "\n]\n" : "[]\n");
    }
    try {
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(String text) {
    try {
      writer.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
