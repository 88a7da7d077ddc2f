package org.quarry.database.transfer;

/**
 * A column of copied rows.
 *
 * @param name its name
 * @param numeric whether it holds numbers, which stand right in a drawn table
 */
public record CopyColumn(String name, boolean numeric) {}
