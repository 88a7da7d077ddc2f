package org.quarry.ui.grid;

import org.quarry.database.records.MomentForm;

/** Which editor a cell gets. */
public sealed interface EditorKind {
  /** A field for any text, which grows into an area. */
  EditorKind TEXT = new Text(true);

  /** A field for one line, such as a number. */
  EditorKind LINE = new Text(false);

  /**
   * A text field, or a text area where the value has line breaks.
   *
   * @param grows whether Shift+Enter and Alt+Enter break the line, for which a field becomes an
   *     area
   */
  record Text(boolean grows) implements EditorKind {}

  /**
   * A field for a day or a moment, with a calendar.
   *
   * @param form how it is typed
   */
  record Moment(MomentForm form) implements EditorKind {}

  /**
   * A field with a list of values below it.
   *
   * @param choices the values
   * @param toggles whether Space goes to the next one
   */
  record OneOf(Choices choices, boolean toggles) implements EditorKind {}
}
