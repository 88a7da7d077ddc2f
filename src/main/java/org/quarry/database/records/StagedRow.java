package org.quarry.database.records;

/**
 * A row with what is staged for it.
 *
 * @param table its table's name
 * @param key the row
 * @param change what is staged
 */
public record StagedRow(String table, RowKey key, RowChange change) {}
