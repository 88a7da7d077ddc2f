package org.quarry.ui.grid;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One cell being edited. Whoever makes it remembers the row by its key, so that the edit reaches
 * its row also when rows have moved meanwhile. All on the JavaFX thread.
 */
public interface CellEdit {
  /** The editor that the cell gets. */
  default EditorKind kind() {
    return EditorKind.TEXT;
  }

  /**
   * Asks for the whole value, which the grid itself may show only the beginning of.
   *
   * @param answer to be called on the JavaFX thread, at once or later, or never when the value
   *     can't be read; the grid ignores an answer that comes after the person went elsewhere
   */
  void requestValue(Consumer<EditText> answer);

  /**
   * Tells whether a value may be committed.
   *
   * @return null if it may, or the sentence to show under the editor
   */
  @Nullable String validate(EditText value);

  /**
   * Tells what is odd about a value that {@link #validate} let pass. The editor shows it and stays;
   * committing the same value once more commits it.
   *
   * @return a sentence that says so, or null
   */
  default @Nullable String doubt(EditText value) {
    return null;
  }

  /**
   * Tells, while a person types, what can already be said against the text.
   *
   * @return a sentence, or null for a text that is right or not finished
   */
  default @Nullable String doubtSoFar(String typed) {
    return null;
  }

  /** Takes a value that {@link #validate} let pass and that differs from the one before. */
  void commit(EditText value);
}
