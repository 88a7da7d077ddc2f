package org.quarry.ui.grid;

import java.util.List;
import java.util.function.Consumer;

/** Values that an editor offers, searched as a person types. All on the JavaFX thread. */
public interface Choices {
  /**
   * A value that can be chosen.
   *
   * @param value the value
   * @param label what tells a person what it stands for, or empty
   * @param note a word on its state, such as that it is new, or empty
   */
  record Choice(EditText value, String label, String note) {
    /** One of which nothing is to be noted. */
    public Choice(EditText value, String label) {
      this(value, label, "");
    }
  }

  /**
   * Some of the values found.
   *
   * @param choices in their order
   * @param more whether there are more behind them
   */
  record Page(List<Choice> choices, boolean more) {}

  /**
   * Searches.
   *
   * @param typed what was typed; empty for all values
   * @param offset how many values of this search are had already
   * @param answer told the next ones, at once or later; a search that is overtaken by another may
   *     never answer
   */
  void search(String typed, int offset, Consumer<Page> answer);

  /** Whether what was typed is a part of a value only, so that Enter takes the first one found. */
  boolean takesFirst(String typed);

  /** Whether a search answers at once, from memory. */
  default boolean immediate() {
    return false;
  }
}
