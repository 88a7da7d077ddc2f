package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.references.Reference;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.grid.EditText;

/**
 * A row that was picked to be referred to by several columns.
 *
 * @param values what each of the columns is to hold; generated ones are left out
 */
record PickedKey(Map<Column, Object> values) {
  /** What refers to a row with these values, in the order of the reference's columns. */
  static PickedKey of(Table table, Reference.Sound reference, List<Object> key) {
    Map<Column, Object> values = new LinkedHashMap<>();
    for (int at = 0; at < key.size(); at++) {
      Optional<Column> column = table.column(reference.columns().get(at));
      if (column.isPresent() && !column.get().generated()) {
        values.put(column.get(), key.get(at));
      }
    }
    return new PickedKey(values);
  }

  /** What was picked for the cell that a value was given to, if anything was. */
  static Optional<PickedKey> in(@Nullable EditText value) {
    return value != null && value.picked() instanceof PickedKey picked
        ? Optional.of(picked)
        : Optional.empty();
  }
}
