package org.quarry.database.records;

/** A row of a table, stored or new. */
record RowRef(String table, RowKey key) {}
