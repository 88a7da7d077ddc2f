/**
 * Learning from rows: a {@link org.quarry.learning.DataSet} out of rows of any source, a {@link
 * org.quarry.learning.Split} and {@link org.quarry.learning.StratifiedFolds} as scikit-learn makes
 * them, a {@link org.quarry.learning.GridSearch} over support vector machines that Weka's SMO
 * trains, a {@link org.quarry.learning.Report} on the rows held out, a {@link
 * org.quarry.learning.Model} that is plain JSON, and a {@link org.quarry.learning.Predictor} that
 * applies it. The way from and to a file is apart: {@link org.quarry.learning.TableData} reads
 * rows, {@link org.quarry.learning.ModelStore} keeps models, {@link
 * org.quarry.learning.ColumnPrediction} fills a column. It starts no thread. Start reading at
 * {@link org.quarry.learning.Training}, which trains from rows in order.
 */
@NullMarked
package org.quarry.learning;

import org.jspecify.annotations.NullMarked;
