package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/**
 * The text of a cell's whole value in an editor. NULL and the empty text are two values.
 *
 * @param text null stands for NULL
 */
public record EditText(@Nullable String text) {
  /** The NULL of SQL. */
  public static final EditText NULL = new EditText(null);

  /** A text, also the empty one. */
  public static EditText of(String text) {
    return new EditText(text);
  }

  /** Whether it is NULL. */
  public boolean isNull() {
    return text == null;
  }

  /** The text, "" for NULL. */
  public String shown() {
    return text == null ? "" : text;
  }
}
