package org.quarry.ui.inspector;

import org.quarry.ui.kit.Texts;

/**
 * A text between SQLite and a text area, which knows one kind of line break and drops control
 * characters: what it would change on its own is refused.
 *
 * @param shown what the text area gets
 * @param crlf whether its line breaks are CR LF in the file
 */
record EditableText(String shown, boolean crlf) {
  /** Characters that are edited: to ask for them is to wait for them. */
  static final int MOST = 1_000_000;

  /** Makes one of a text that {@link #refusal} lets pass. */
  static EditableText of(String text) {
    boolean crlf = text.contains("\r\n");
    return new EditableText(crlf ? text.replace("\r\n", "\n") : text, crlf);
  }

  /** Why a text cannot be edited as text, or empty when it can. */
  static String refusal(String text) {
    if (text.length() > MOST) {
      return "It is longer than "
          + Texts.number(MOST)
          + " characters. Save it to a file, edit that, and read it back.";
    }
    String rest = text.replace("\r\n", "");
    boolean mixed = text.contains("\r\n") && rest.indexOf('\n') >= 0;
    boolean control = rest.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f);
    return mixed || control
        ? "It has control characters or mixed line breaks, which an editor would lose. Save it to a"
            + " file, edit that, and read it back."
        : "";
  }

  /** What the file gets for what the text area holds now. */
  String stored(String edited) {
    return crlf ? edited.replace("\n", "\r\n") : edited;
  }
}
