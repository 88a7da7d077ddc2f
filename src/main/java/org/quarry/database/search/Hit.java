package org.quarry.database.search;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;

/**
 * A cell that matches.
 *
 * @param place where its row stands among the stored rows, from 0; -1 for a new row
 * @param fresh the new row, or null for a stored one
 * @param column its column
 * @param wrapped whether the search went on at the other end to find it
 */
public record Hit(long place, RowKey.@Nullable Fresh fresh, Column column, boolean wrapped) {}
