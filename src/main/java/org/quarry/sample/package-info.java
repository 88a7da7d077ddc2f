/**
 * The sample database: scikit-learn's breast-cancer data and the notebook's {@code predictions}
 * table. Start reading at {@link org.quarry.sample.Sample}; {@link
 * org.quarry.sample.PredictionMapper} is the notebook's whole work with that table.
 */
@NullMarked
package org.quarry.sample;

import org.jspecify.annotations.NullMarked;
