package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.transfer.PastedText.Cell;
import org.quarry.ui.grid.CellRange;

/**
 * The cells of the clipboard laid over columns, row by row; a row may be shorter than the columns.
 *
 * @param columns where the cells of each row go, from the left
 * @param rows the cells
 */
record PastedBlock(List<Column> columns, List<List<Cell>> rows) {
  /**
   * The block whose first line names columns of a table, if it does: each name once, and rows
   * below.
   */
  static Optional<PastedBlock> named(Table table, List<List<Cell>> cells) {
    List<Column> columns = new ArrayList<>();
    for (Cell name : cells.getFirst()) {
      table.column(name.text()).ifPresent(columns::add);
    }
    boolean all =
        cells.size() > 1
            && columns.size() == cells.getFirst().size()
            && new HashSet<>(columns).size() == columns.size();
    return all
        ? Optional.of(new PastedBlock(columns, cells.subList(1, cells.size())))
        : Optional.empty();
  }

  /**
   * The block from a column on. One cell fills a whole selection, and a block that fits into it
   * several times is repeated.
   *
   * @param shown the columns from the left
   * @param range what is selected
   * @throws RecordsProblem.NotPasted if there are not so many columns
   */
  static PastedBlock at(List<Column> shown, CellRange range, List<List<Cell>> cells) {
    int width = width(cells);
    int height = cells.size();
    boolean repeats =
        !range.wholeRows() && range.rows() % height == 0 && range.columns() % width == 0;
    int across = repeats ? range.columns() / width : 1;
    // A repeated block is as high as a selection that the caller has bounded.
    int down = repeats ? (int) (range.rows() / height) : 1;
    int last = range.firstColumn() + width * across;
    if (last > shown.size()) {
      throw new RecordsProblem.NotPasted(
          "The clipboard has "
              + width
              + " columns, and from “"
              + shown.get(range.firstColumn()).name()
              + "” on there are "
              + (shown.size() - range.firstColumn())
              + ".",
          "Select a cell further left.");
    }
    List<List<Cell>> rows = new ArrayList<>(height * down);
    for (int copy = 0; copy < down; copy++) {
      for (List<Cell> row : cells) {
        rows.add(across == 1 ? row : repeated(row, across));
      }
    }
    return new PastedBlock(List.copyOf(shown.subList(range.firstColumn(), last)), rows);
  }

  private static List<Cell> repeated(List<Cell> row, int times) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      cells.addAll(row);
    }
    return cells;
  }

  private static int width(List<List<Cell>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(0);
  }
}
