package org.quarry.ui.predict;

import org.quarry.database.schema.Column;

/**
 * A column as something to learn from.
 *
 * @param column the column
 * @param proposed whether it is proposed
 * @param possible whether it can be learned from at all
 * @param reason why it is not proposed, a few words, or empty
 */
public record Offer(Column column, boolean proposed, boolean possible, String reason) {
  /** One that is proposed. */
  static Offer good(Column column) {
    return new Offer(column, true, true, "");
  }

  /** One that is not proposed and may be chosen. */
  static Offer doubtful(Column column, String reason) {
    return new Offer(column, false, true, reason);
  }

  /** One that cannot be chosen. */
  static Offer refused(Column column, String reason) {
    return new Offer(column, false, false, reason);
  }
}
