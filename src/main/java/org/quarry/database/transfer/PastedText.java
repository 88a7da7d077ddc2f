package org.quarry.database.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells as text from a spreadsheet, a CSV file or Quarry itself. Between cells stand tabs, or
 * commas where there is no tab and a comma parts more than one cell of every line; a cell in quotes
 * may hold any of them, line breaks and doubled quotes. A quote that is not closed is a quote and
 * nothing else.
 */
public final class PastedText {
  /** How no value at all is written; in quotes it is that text. */
  static final String NULL = "NULL";

  /**
   * One cell.
   *
   * @param text without its quotes
   * @param quoted whether it stood in quotes
   */
  public record Cell(String text, boolean quoted) {}

  private final String text;
  private final char separator;
  private int at;

  private PastedText(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * Reads the cells of a text, line by line; lines may be of different length.
   *
   * @return at least one row of at least one cell each, unless the text is empty
   */
  public static List<List<Cell>> read(String text) {
    if (text.indexOf('\t') >= 0) {
      return new PastedText(text, '\t').rows();
    }
    List<List<Cell>> byCommas = new PastedText(text, ',').rows();
    int width = byCommas.isEmpty() ? 0 : byCommas.getFirst().size();
    // A comma in a sentence parts no cells; lines that all fall into as many pieces, or quotes, do.
    boolean quoted = byCommas.stream().flatMap(List::stream).anyMatch(Cell::quoted);
    boolean table =
        width > 1
            && byCommas.stream().allMatch(row -> row.size() == width)
            && (quoted || byCommas.size() > 1);
    return table ? byCommas : new PastedText(text, '\t').rows();
  }

  /** Reads cells between tabs, whatever commas there are. */
  static List<List<Cell>> betweenTabs(String text) {
    return new PastedText(text, '\t').rows();
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<Cell> row = new ArrayList<>();
      row.add(cell());
      while (at < text.length() && text.charAt(at) == separator) {
        at++;
        row.add(cell());
      }
      if (at < text.length()) {
        at += text.startsWith("\r\n", at) ? 2 : 1;
      }
      rows.add(row);
    }
    return rows;
  }

  private Cell cell() {
    int start = at;
    int closing = at < text.length() && text.charAt(at) == '"' ? closing() : -1;
    if (closing >= 0) {
      at = closing + 1;
      return new Cell(text.substring(start + 1, closing).replace("\"\"", "\""), true);
    }
    while (at < text.length() && !ends(at)) {
      at++;
    }
    return new Cell(text.substring(start, at), false);
  }

  /** Where the quote closes that opens here, directly before the end of a cell; -1 if nowhere. */
  private int closing() {
    int quote = text.indexOf('"', at + 1);
    while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
      quote = text.indexOf('"', quote + 2);
    }
    return quote >= 0 && (quote + 1 == text.length() || ends(quote + 1)) ? quote : -1;
  }

  private boolean ends(int place) {
    char c = text.charAt(place);
    return c == separator || c == '\n' || c == '\r';
  }
}
