package org.quarry.database.records;

import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/** Any text, taken as SQLite would store it in the column. */
record PlainForm(Column column, @Nullable Object stored) implements ValueForm {
  @Override
  public Object value(String text) {
    return TypedValue.parse(text, column, stored);
  }
}
