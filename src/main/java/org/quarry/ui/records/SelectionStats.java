package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.kit.Texts;

/**
 * Figures of selected cells, staged values over stored ones.
 *
 * @param cells how many cells were looked at
 * @param partial whether more are selected
 * @param values how many of them are not NULL
 * @param distinct how many values differ
 * @param distinctMore whether there may be more: long values are told apart by their beginning or
 *     size, and very many are not kept
 * @param numbers how many are numbers
 * @param sum of the numbers, a Long where it is whole and fits
 * @param min the smallest number, or where there is none the first text; null without values
 * @param max the largest number, or where there is none the last text; null without values
 */
record SelectionStats(
    long cells,
    boolean partial,
    long values,
    long distinct,
    boolean distinctMore,
    long numbers,
    Number sum,
    @Nullable Object min,
    @Nullable Object max) {
  /** Of no cell. */
  static final SelectionStats NONE = new SelectionStats(0, false, 0, 0, false, 0, 0L, null, null);

  /** The figures in one line. */
  String line() {
    List<String> parts = new ArrayList<>();
    if (partial) {
      parts.add("first " + Texts.count(cells, "cell"));
    }
    parts.add("count " + Texts.number(values));
    parts.add("distinct " + Texts.number(distinct) + (distinctMore ? "+" : ""));
    if (numbers > 0) {
      parts.add("sum " + FigureText.of(sum));
      parts.add("mean " + FigureText.of(mean()));
    }
    if (min != null && max != null) {
      parts.add("min " + shortly(min));
      parts.add("max " + shortly(max));
    }
    return String.join(" · ", parts);
  }

  private static String shortly(Object value) {
    String text = value.equals("") ? "empty" : FigureText.of(value);
    return text.length() > 24 ? text.substring(0, 24) + "…" : text;
  }

  /** All figures in full, a line each, name and value parted by a tab. */
  String full() {
    List<String> lines = new ArrayList<>();
    lines.add((partial ? "first cells" : "cells") + "\t" + cells);
    lines.add("count\t" + values);
    lines.add("NULL\t" + (cells - values));
    lines.add("distinct\t" + distinct + (distinctMore ? "+" : ""));
    if (numbers > 0) {
      lines.add("numbers\t" + numbers);
      lines.add("sum\t" + TypedValue.text(sum));
      lines.add("mean\t" + TypedValue.text(mean()));
    }
    if (min != null && max != null) {
      lines.add("min\t" + TypedValue.text(min));
      lines.add("max\t" + TypedValue.text(max));
    }
    return String.join("\n", lines);
  }

  private double mean() {
    return sum.doubleValue() / numbers;
  }
}
