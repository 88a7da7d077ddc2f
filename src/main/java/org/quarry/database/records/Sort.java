package org.quarry.database.records;

/**
 * An order of rows.
 *
 * @param column the column to sort by
 * @param descending largest first; NULL counts as smallest, as SQLite has it
 */
public record Sort(String column, boolean descending) {}
