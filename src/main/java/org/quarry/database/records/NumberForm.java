package org.quarry.database.records;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/** Numbers: whole ones where the column is declared so. */
public record NumberForm(Column column, @Nullable Object stored) implements ValueForm {
  /** What a number can begin with. */
  private static final Pattern BEGUN = Pattern.compile("\\s*[+-]?\\d*\\.?(\\d*[eE]?[+-]?)");

  @Override
  public Object value(String text) {
    return TypedValue.parse(text, column, stored);
  }

  @Override
  public @Nullable String doubt(String text) {
    Object value = value(text);
    boolean whole = column.affinity() == Column.Affinity.INTEGER;
    if (value instanceof Long || (!whole && value instanceof Double)) {
      return null;
    }
    return "“" + text.strip() + "” is no " + (whole ? "whole number" : "number");
  }

  @Override
  public @Nullable String doubtSoFar(String text) {
    return text.isBlank() || BEGUN.matcher(text).matches() ? null : doubt(text);
  }
}
