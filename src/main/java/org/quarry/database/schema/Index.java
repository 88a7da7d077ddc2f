package org.quarry.database.schema;

/**
 * An index.
 *
 * @param name its name
 * @param table the table it is on
 * @param unique whether it refuses equal keys
 * @param columns its columns, comma-separated; an expression shows as "expression"
 */
public record Index(String name, String table, boolean unique, String columns) {}
