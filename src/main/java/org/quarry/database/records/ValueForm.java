package org.quarry.database.records;

import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** How the values of a cell are typed: as what text one is shown, and what a text becomes. */
public interface ValueForm {
  /**
   * The form of a cell by its column's declared type and rules, and by the value it holds.
   *
   * @param current the value that is shown: null, Long, Double or String
   * @param stored the value in the file, which decides where the column does not
   */
  static ValueForm of(
      Table table, Column column, @Nullable Object current, @Nullable Object stored) {
    Object known = current == null ? stored : current;
    Check.Allowed allowed =
        table
            .rules()
            .list(column.name())
            .flatMap(check -> check.allowed(column.name()))
            .orElse(null);
    FlagForm flag = FlagForm.of(column, allowed, known);
    if (flag != null) {
      return flag;
    }
    if (allowed != null) {
      return new ListedForm(column, allowed.values());
    }
    MomentForm moment = MomentForm.of(column, known);
    if (moment != null) {
      return moment;
    }
    return column.isNumeric() ? new NumberForm(column, stored) : new PlainForm(column, stored);
  }

  /** The text of a value that is not NULL. */
  default String shown(Object value) {
    return TypedValue.text(value);
  }

  /** The value of a text: Long, Double or String. */
  Object value(String text);

  /**
   * What is odd about a text that the file would take all the same.
   *
   * @return a sentence without an end, such as “abc” is no whole number, or null
   */
  default @Nullable String doubt(String text) {
    return null;
  }

  /** As {@link #doubt}, of a text that may not be finished. */
  default @Nullable String doubtSoFar(String text) {
    return null;
  }
}
