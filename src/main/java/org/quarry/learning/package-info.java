/**
 * Learning from rows: a {@link org.quarry.learning.DataSet} out of rows of any source, a {@link
 * org.quarry.learning.Split} and {@link org.quarry.learning.StratifiedFolds} as scikit-learn makes
 * them, a {@link org.quarry.learning.GridSearch} over support vector machines that Weka's SMO
 * trains, a {@link org.quarry.learning.Report} on the rows held out, a {@link
 * org.quarry.learning.Model} that is plain JSON, and a {@link org.quarry.learning.Predictor} that
 * applies it. It knows no database and starts no thread. Start reading at {@link
 * org.quarry.learning.Training}, which does all of it in order.
 */
@NullMarked
package org.quarry.learning;

import org.jspecify.annotations.NullMarked;
