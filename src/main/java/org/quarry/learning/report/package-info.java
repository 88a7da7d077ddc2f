/**
 * What is known of the quality of a model, and of the rows it learns from, as plain values: nothing
 * here trains. {@link org.quarry.learning.report.Predictions} are what a model says of rows whose
 * class is known; {@link org.quarry.learning.report.Metric} scores them, {@link
 * org.quarry.learning.report.Report} tells the figures of each class, {@link
 * org.quarry.learning.report.ThresholdCurve} and {@link
 * org.quarry.learning.report.CalibrationCurve} draw one class against the rest. {@link
 * org.quarry.learning.report.PermutationImportance}, {@link org.quarry.learning.report.Occlusion},
 * {@link org.quarry.learning.report.LearningCurve} and {@link
 * org.quarry.learning.report.DecisionGrid} ask a model given as a function. {@link
 * org.quarry.learning.report.PairedDifference} and {@link org.quarry.learning.report.McNemar}
 * compare two runs, {@link org.quarry.learning.report.DataWarnings} looks at the rows. Positions of
 * rows are those of the arrays given. Expected figures of the tests are scikit-learn's, made by
 * {@code src/test/python/report_reference.py}.
 */
@NullMarked
package org.quarry.learning.report;

import org.jspecify.annotations.NullMarked;
