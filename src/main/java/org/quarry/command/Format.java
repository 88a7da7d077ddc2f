package org.quarry.command;

import java.util.Locale;

/** How results are written. */
enum Format {
  /** Columns for the eye; long values are cut. */
  TABLE,
  /** RFC 4180 with a header. NULL is an empty field and the empty text is {@code ""}. */
  CSV,
  /** One JSON value. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
