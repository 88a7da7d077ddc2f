package org.quarry.learning.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as SQLite holds it.
 *
 * @param identity what tells the row from all others; passed through unread, shown in problems
 * @param values a value for each column, each a Long, Double, String, {@code byte[]}, or null for
 *     NULL
 */
public record Row(Object identity, List<@Nullable Object> values) {}
