package org.quarry.learning.model;

import java.util.Map;
import org.quarry.learning.data.ClassLabel;

/**
 * What became of the rows of a table.
 *
 * @param rows all rows
 * @param alreadySet rows left alone because they have a value and only NULL was to be filled
 * @param missing rows left alone because a feature is NULL
 * @param notNumeric rows left alone because a feature is not what it must be
 * @param labels the rows given each class, in the order of the classes
 */
public record PredictionCounts(
    long rows, long alreadySet, long missing, long notNumeric, Map<ClassLabel, Long> labels) {
  /** The rows that were given a class. */
  public long predicted() {
    return rows - alreadySet - missing - notNumeric;
  }
}
