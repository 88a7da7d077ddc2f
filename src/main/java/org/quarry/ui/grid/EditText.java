package org.quarry.ui.grid;

import org.jspecify.annotations.Nullable;

/**
 * The text of a cell's whole value in an editor. NULL and the empty text are two values.
 *
 * @param text null stands for NULL
 * @param picked what was picked from a list to give the text, known to whoever offered it; null for
 *     a text that stands for itself
 */
public record EditText(@Nullable String text, @Nullable Object picked) {
  /** The NULL of SQL. */
  public static final EditText NULL = new EditText(null, null);

  /** A text, also the empty one. */
  public static EditText of(String text) {
    return new EditText(text, null);
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
