package org.quarry.ui.inspector;

import java.util.List;

/** What is shown of a value. */
sealed interface Reading {
  /**
   * Text.
   *
   * @param text what is shown of it
   * @param hidden characters that are left out at the end
   */
  record Words(String text, long hidden) implements Reading {}

  /** JSON or XML: what can be folded, and the same as formatted text. */
  record Outline(OutlineNode root, boolean xml, Words formatted) implements Reading {}

  /** Bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Copying 200 MB to guard them would cost more.
  record Bytes(byte[] bytes) implements Reading {}

  /** A picture. */
  record Shown(Picture picture) implements Reading {}

  /** Moments. */
  record Dates(List<DateReading> dates) implements Reading {}

  /** NULL, which has nothing to show. */
  record Null() implements Reading {}

  /** A sentence in place of the value, and a second one with the reason, or empty. */
  record Note(String what, String why) implements Reading {}
}
