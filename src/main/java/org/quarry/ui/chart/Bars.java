package org.quarry.ui.chart;

import java.util.List;

/**
 * What a bar chart shows.
 *
 * @param title the question it answers
 * @param labelName what the labels are
 * @param valueName what the values are
 * @param bars in the order they are drawn
 * @param more how many bars are left out
 */
public record Bars(String title, String labelName, String valueName, List<Bar> bars, int more) {
  /** Nothing to show. */
  public static final Bars NONE = new Bars("", "", "", List.of(), 0);
}
