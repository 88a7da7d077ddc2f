package org.quarry.database.schema;

/**
 * A trigger.
 *
 * @param name its name
 * @param table the table or view it watches
 * @param sql the statement that made it
 */
public record Trigger(String name, String table, String sql) {}
