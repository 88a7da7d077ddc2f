package org.quarry.database.references;

import org.quarry.database.schema.Table;

/**
 * A column that refers to a table.
 *
 * @param child the table that has the column; it may be the table referred to
 * @param column the column that refers
 * @param referred the column of the table referred to whose values are meant
 */
public record Referrer(Table child, String column, String referred) {}
