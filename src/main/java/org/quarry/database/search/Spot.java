package org.quarry.database.search;

import org.quarry.database.records.RowKey;

/**
 * Where a search goes on from.
 *
 * @param key the row, new or stored
 * @param place where it stands among the stored rows; of no meaning for a new one
 * @param before how many columns of the search stand before the cell
 * @param through how many stand before it or are it
 */
public record Spot(RowKey key, long place, int before, int through) {}
