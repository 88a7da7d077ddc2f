package org.quarry.ui.grid;

/**
 * Is told what a person does to the columns of a {@link DataGrid}, on the JavaFX thread. Moving a
 * column is the owner's affair: the source shows it elsewhere and says that its columns changed.
 */
public interface GridColumns {
  /**
   * A heading was dragged to another place.
   *
   * @param from the place of the column
   * @param to the place it is to have, counted without it
   */
  void moved(int from, int to);

  /** A column was made wider, narrower or as wide as its content, which the grid shows already. */
  void widthChanged(int column, double width);
}
