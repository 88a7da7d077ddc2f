/**
 * The report of a trained model on the Model screen: {@link org.quarry.ui.model.report.ReportModel}
 * holds what is known of it and computes the rest on demand, {@link
 * org.quarry.ui.model.report.ReportPane} shows it as cards, {@link
 * org.quarry.ui.model.report.FindingsModel} looks at the rows before anything is learned. Start
 * reading at {@link org.quarry.ui.model.report.ReportModel}.
 */
@NullMarked
package org.quarry.ui.model.report;

import org.jspecify.annotations.NullMarked;
