package org.quarry.ui.predict;

import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Role;

/**
 * A column as something to learn from.
 *
 * @param column what it is proposed for, and as what its values are taken
 * @param possible whether it may be learned from at all
 */
public record Offer(ColumnProposal column, boolean possible) {
  /** The name of the column. */
  public String name() {
    return column.column();
  }

  /** Whether it is proposed to be learned from. */
  public boolean proposed() {
    return column.role() == Role.FEATURE;
  }

  /** What its values are taken for, a word or two; empty where it cannot be learned from. */
  public String kind() {
    if (!possible) {
      return "";
    }
    return column.kind() == Kind.DATE
        ? "date as " + column.number().text()
        : column.kind() == Kind.NOMINAL ? "one-hot" : column.kind().text();
  }

  /** Why it is proposed or not, and what becomes of NULL where it was seen, in sentences. */
  public String reason() {
    String gaps =
        switch (column.missing()) {
          case LEAVE_OUT -> "";
          case MEAN -> " NULL counts as the mean of the rows learned from.";
          case MODE -> " NULL counts as the most frequent value of the rows learned from.";
          case CATEGORY -> " NULL is a category of its own.";
          case INDICATOR -> " NULL counts as the mean and is told by a column of its own.";
        };
    return proposed() ? column.reason() + gaps : column.reason();
  }
}
