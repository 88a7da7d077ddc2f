package org.quarry.database.records;

import org.jspecify.annotations.Nullable;

/**
 * A cell to be given a value.
 *
 * @param key its row
 * @param column its column
 * @param known whether {@code old} is the value it has now; if so, it must still have it when the
 *     change is written
 * @param old that value
 * @param now the value to give: null, Long, Double, String or byte[]
 */
public record CellEdit(
    RowKey key, String column, boolean known, @Nullable Object old, @Nullable Object now) {}
