package org.quarry.database.schema;

/**
 * A column to be added to a table; NULL in every row until it is filled.
 *
 * @param name its name
 * @param type what it prefers to hold, written as its type
 */
public record NewColumn(String name, Column.Affinity type) {}
