package org.quarry.database.profile;

import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/**
 * Which rows a statement looks at.
 *
 * @param table a table or view
 * @param column the column in question
 * @param filter which rows pass
 * @param ranges first and last rowids of a sample, a JSON array of pairs; null for no sample
 * @param first how many rows at most, or -1 for all
 */
record Looked(Table table, Column column, Predicate filter, @Nullable String ranges, long first) {
  /** All rows that pass. */
  static Looked all(Table table, Column column, Predicate filter) {
    return new Looked(table, column, filter, null, -1);
  }
}
