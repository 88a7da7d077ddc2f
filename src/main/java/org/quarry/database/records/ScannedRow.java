package org.quarry.database.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with whole values of chosen columns.
 *
 * @param key what names it
 * @param values by position: Long, Double, String, {@code byte[]} or null
 */
public record ScannedRow(RowKey key, List<@Nullable Object> values) {}
