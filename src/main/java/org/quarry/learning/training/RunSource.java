package org.quarry.learning.training;

import org.quarry.learning.data.DataSource;

/**
 * The rows of a training as the list of runs keeps them: a name or a text, for a table may be
 * another by the time it is asked for again.
 *
 * @param isQuery whether the rows came from a query, not from a table or view
 * @param text the query, or the name of the table or view
 * @param most how many rows with a target were read at most, or {@link TrainingRows#ALL}
 */
public record RunSource(boolean isQuery, String text, long most) {
  /** What a training read. */
  public static RunSource of(TrainingRows rows) {
    return switch (rows.source()) {
      case DataSource.OfTable of -> new RunSource(false, of.table().name(), rows.most());
      case DataSource.OfQuery of -> new RunSource(true, of.query().text(), rows.most());
    };
  }

  /** What it is called in a sentence. */
  public String name() {
    return isQuery ? "the query" : text;
  }
}
