package org.quarry.ui.kit;

/** The few questions that stop a person; asked by dialogs, answered by tests beforehand. */
public interface Questions {
  /** What to do with staged edits. */
  enum Staged {
    WRITE,
    DISCARD,
    CANCEL
  }

  /** Asks what becomes of staged edits before their file is closed. */
  Staged closeWith(int edits, String file);

  /**
   * Asks whether to do something that cannot be undone.
   *
   * @param what the question
   * @param consequence what would be lost
   * @param verb the button that does it
   */
  boolean confirm(String what, String consequence, String verb);
}
