package org.quarry.database.records;

import org.quarry.database.schema.Table;

/** By what the rows of an order are found again. */
enum Naming {
  /** The rowid. */
  ROWID,
  /** The primary key of a table without rowids. */
  KEY,
  /** Nothing but where they stand: the rows of views and virtual tables. */
  PLACE;

  static Naming of(Table table) {
    if (table.kind() != Table.Kind.TABLE) {
      return PLACE;
    }
    if (table.rowidName().isPresent()) {
      return ROWID;
    }
    return table.withoutRowid() ? KEY : PLACE;
  }
}
