package org.quarry.database.transfer;

import java.io.Writer;
import java.util.List;

/** How copied rows are written. */
public enum CopyFormat {
  /** Tabs between values, as a spreadsheet takes it from the clipboard. */
  TSV("TSV", false),

  /** The same below a line of column names. */
  TSV_WITH_HEADERS("TSV with headers", true),

  /** Commas between values below a line of column names; NULL is nothing, the empty text "". */
  CSV("CSV", true),

  /** An array of objects, one a line; a BLOB is the text X'…'. */
  JSON("JSON", true),

  /** One INSERT statement a row, values as SQLite's literals. */
  INSERTS("INSERTs", true),

  /** A table of Markdown; NULL is nothing. */
  MARKDOWN("Markdown", true);

  private final String title;
  private final boolean named;

  CopyFormat(String title, boolean named) {
    this.title = title;
    this.named = named;
  }

  /** Its name as a menu shows it. */
  public String title() {
    return title;
  }

  /** Whether the text says how its columns are called. */
  public boolean named() {
    return named;
  }

  RowsText open(String table, List<CopyColumn> columns, Writer out) {
    return switch (this) {
      case TSV, TSV_WITH_HEADERS -> DelimitedText.tabs(columns, named, out);
      case CSV -> DelimitedText.commas(columns, out);
      case JSON -> new JsonText(columns, out);
      case INSERTS -> new InsertText(table, columns, out);
      case MARKDOWN -> new MarkdownText(columns, out);
    };
  }
}
