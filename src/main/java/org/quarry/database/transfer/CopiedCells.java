package org.quarry.database.transfer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.quarry.database.transfer.PastedText.Cell;

/**
 * Which of the copied cells are NULL, for Quarry itself: a text between tabs, which is all that
 * other programs take, writes NULL and the empty text alike.
 *
 * @param columns how many cells each line has
 * @param nulls the cells that are NULL, counted line by line, that of the names too
 */
public record CopiedCells(int columns, BitSet nulls) {
  private static final Cell NULL = new Cell(PastedText.NULL, false);
  private static final Cell EMPTY = new Cell("", true);

  /** As one word for the clipboard. */
  public String encoded() {
    return columns + ":" + Base64.getEncoder().encodeToString(nulls.toByteArray());
  }

  /** Reads what {@link #encoded} wrote; empty for anything else. */
  public static Optional<CopiedCells> decode(String word) {
    int colon = word.indexOf(':');
    try {
      return Optional.of(
          new CopiedCells(
              Integer.parseInt(word.substring(0, Math.max(0, colon))),
              BitSet.valueOf(Base64.getDecoder().decode(word.substring(colon + 1)))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** The cells of the text that was copied along, NULL and the empty text told apart. */
  public List<List<Cell>> read(String text) {
    List<List<Cell>> rows = PastedText.betweenTabs(text);
    List<List<Cell>> told = new ArrayList<>(rows.size());
    int at = 0;
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row.size());
      for (Cell cell : row) {
        boolean empty = cell.text().isEmpty() && !nulls.get(at);
        cells.add(nulls.get(at) ? NULL : empty ? EMPTY : cell);
        at++;
      }
      told.add(cells);
    }
    return told;
  }
}
