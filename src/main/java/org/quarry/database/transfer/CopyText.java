package org.quarry.database.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects copied rows as one text, and refuses what no clipboard takes in reason. For one thread
 * at a time.
 */
public final class CopyText {
  /** The most rows of one copy. */
  public static final long MOST_ROWS = 2_000_000;

  /** The most characters of one copy. */
  static final int MOST_CHARACTERS = 256 << 20;

  private final BoundedText out;
  private final RowsText rows;
  private final boolean tabs;
  private final int columns;
  private final BitSet nulls = new BitSet();
  private int cells;

  /**
   * Begins a text.
   *
   * @param format how it is written
   * @param table what INSERT statements insert into
   * @param columns of each row, at least one
   */
  public CopyText(CopyFormat format, String table, List<CopyColumn> columns) {
    this(format, table, columns, MOST_CHARACTERS);
  }

  CopyText(CopyFormat format, String table, List<CopyColumn> columns, int mostCharacters) {
    out = new BoundedText(mostCharacters);
    this.columns = columns.size();
    tabs = format == CopyFormat.TSV || format == CopyFormat.TSV_WITH_HEADERS;
    cells = format == CopyFormat.TSV_WITH_HEADERS ? this.columns : 0;
    rows = format.open(table, columns, out);
  }

  /**
   * Makes sure that so many rows can be copied.
   *
   * @throws TransferProblem.TooManyRows if not
   */
  public static void require(long rows) {
    if (rows > MOST_ROWS) {
      throw new TransferProblem.TooManyRows(rows, MOST_ROWS);
    }
  }

  /**
   * Adds a row.
   *
   * @param values whole values: null, Long, Double, String or {@code byte[]}
   * @throws TransferProblem.TooLong if the text becomes too long
   */
  public void row(List<? extends @Nullable Object> values) {
    for (Object value : values) {
      if (tabs && value == null) {
        nulls.set(cells);
      }
      cells++;
    }
    try {
      rows.row(values);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Which cells are NULL; empty in a format that tells NULL from the empty text itself. */
  public Optional<CopiedCells> copied() {
    return tabs ? Optional.of(new CopiedCells(columns, nulls)) : Optional.empty();
  }

  /**
   * Ends the text.
   *
   * @return all of it
   * @throws TransferProblem.TooLong if the text becomes too long
   */
  public String end() {
    try {
      rows.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
