/**
 * What can be learned from: rows of a table, view or query, the data set made of them, its classes,
 * which rows are held out and which fold tests a row, and how values become points.
 */
@NullMarked
package org.quarry.learning.data;

import org.jspecify.annotations.NullMarked;
