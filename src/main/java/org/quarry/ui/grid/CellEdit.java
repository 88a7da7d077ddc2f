package org.quarry.ui.grid;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One cell being edited. Whoever makes it remembers the row by its key, so that the edit reaches
 * its row also when rows have moved meanwhile. All on the JavaFX thread.
 */
public interface CellEdit {
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

  /** Takes a value that {@link #validate} let pass and that differs from the one before. */
  void commit(EditText value);
}
