package org.quarry.database.records;

import java.util.List;
import org.quarry.database.schema.Column;

/** One of the values that a CHECK lists, each as it is written there. */
public record ListedForm(Column column, List<Object> values) implements ValueForm {
  @Override
  public Object value(String text) {
    return values.stream()
        .filter(value -> TypedValue.text(value).equals(text))
        .findFirst()
        .map(value -> value instanceof String same ? TypedValue.parse(same, column, null) : value)
        .orElseGet(() -> TypedValue.parse(text, column, null));
  }
}
