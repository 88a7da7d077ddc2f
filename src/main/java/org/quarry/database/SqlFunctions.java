package org.quarry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.Function;

/** What every connection of Quarry knows beside SQLite's own functions. */
public final class SqlFunctions {
  /**
   * {@code quarry_contains(value, text)}: whether a value's text contains another, whatever the
   * case of letters in any script; NULL if either is.
   */
  public static final String CONTAINS = "quarry_contains";

  /** {@code quarry_text(value)}: a value as the grid shows it; NULL for NULL. */
  public static final String TEXT = "quarry_text";

  /**
   * {@code regexp_replace(value, pattern, replacement)}: a value's text with what a regular
   * expression of Java matches replaced, {@code $1} by its first group; NULL if one of them is.
   */
  public static final String REGEXP_REPLACE = "regexp_replace";

  /** SQLite's code for a number with a fraction. */
  private static final int FLOAT = 2;

  private SqlFunctions() {}

  /** Adds {@code value REGEXP pattern} and the functions named here. */
  static void register(Connection connection) throws SQLException {
    RegexpFunctions.register(connection);
    Function.create(connection, TEXT, new Text(), 1, Function.FLAG_DETERMINISTIC);
    Function.create(connection, CONTAINS, new Contains(), 2, Function.FLAG_DETERMINISTIC);
  }

  private static final class Contains extends Function {
    private String last = "";
    private String folded = "";

    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      String part = value_text(1);
      if (text == null || part == null) {
        result();
        return;
      }
      if (!part.equals(last)) {
        last = part;
        folded = fold(part);
      }
      result(fold(text).contains(folded) ? 1 : 0);
    }

    /** Up first, for letters such as ß and the final sigma that have no single lower twin. */
    private static String fold(String text) {
      return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
  }

  /** The text that Quarry shows: of a number with a fraction, its shortest exact digits. */
  private static final class Text extends Function {
    @Override
    protected void xFunc() throws SQLException {
      String text = value_type(0) == FLOAT ? NumberText.of(value_double(0)) : value_text(0);
      if (text == null) {
        result();
      } else {
        result(text);
      }
    }
  }
}
