/**
 * A bar chart of a result: {@link org.quarry.ui.chart.ChartModel} chooses the columns and makes the
 * bars, {@link org.quarry.ui.chart.ChartView} draws them. Start reading at {@link
 * org.quarry.ui.chart.ChartModel}.
 */
@NullMarked
package org.quarry.ui.chart;

import org.jspecify.annotations.NullMarked;
