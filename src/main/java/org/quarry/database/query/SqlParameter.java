package org.quarry.database.query;

/**
 * A parameter of a statement.
 *
 * @param name with its mark, {@code :from}, {@code @from}, {@code $from}, or {@code ?1} for a
 *     positional one
 * @param index SQLite's number for it, from 1
 */
public record SqlParameter(String name, int index) {}
