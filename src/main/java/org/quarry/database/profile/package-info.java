/**
 * What a column holds: its figures, its most frequent values and its histogram ({@link
 * org.quarry.database.profile.ColumnProfile}), and the list of its values with counts ({@link
 * org.quarry.database.profile.ValueCounts}), each within a time or without one. Start reading at
 * {@link org.quarry.database.profile.ColumnProfiler}.
 */
@NullMarked
package org.quarry.database.profile;

import org.jspecify.annotations.NullMarked;
