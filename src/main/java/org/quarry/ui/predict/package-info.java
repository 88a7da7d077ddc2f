/**
 * The screen that predicts one column of a table: it proposes what to learn from, trains on the
 * rows where the column is set, and stages what the others become. Begin at {@code PredictModel}.
 */
@NullMarked
package org.quarry.ui.predict;

import org.jspecify.annotations.NullMarked;
