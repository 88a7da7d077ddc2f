package org.quarry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** What every connection of Quarry knows beside SQLite's own functions. */
public final class SqlFunctions {
  /**
   * {@code quarry_contains(value, text)}: whether a value's text contains another, whatever the
   * case of letters in any script; NULL if either is.
   */
  public static final String CONTAINS = "quarry_contains";

  private SqlFunctions() {}

  /** Adds {@code value REGEXP pattern} and {@link #CONTAINS}. */
  static void register(Connection connection) throws SQLException {
    Function.create(connection, "regexp", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
    Function.create(connection, CONTAINS, new Contains(), 2, Function.FLAG_DETERMINISTIC);
  }

  /** Whether a regular expression of Java is found in a value's text; NULL if either is NULL. */
  private static final class Regexp extends Function {
    private @Nullable Pattern last;

    @Override
    protected void xFunc() throws SQLException {
      String pattern = value_text(0);
      String text = value_text(1);
      if (pattern == null || text == null) {
        result();
        return;
      }
      try {
        Pattern compiled = last;
        if (compiled == null || !compiled.pattern().equals(pattern)) {
          compiled = Pattern.compile(pattern);
          last = compiled;
        }
        result(compiled.matcher(new Bounded(text)).find() ? 1 : 0);
      } catch (PatternSyntaxException bad) {
        error(pattern + " is no regular expression: " + bad.getDescription());
      } catch (TooManySteps endless) {
        error(pattern + " tries too many ways to match one of the values");
      }
    }
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

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("a regular expression backtracks without end");
    }
  }

  /**
   * A text that gives out its characters only so many times. SQLite notices a cancellation between
   * two calls of a function; this keeps each call short.
   */
  private static final class Bounded implements CharSequence {
    private static final long STEPS = 10_000_000;
    private static final long STEPS_PER_CHARACTER = 50;

    private final String text;
    private long left;

    Bounded(String text) {
      this.text = text;
      left = STEPS + text.length() * STEPS_PER_CHARACTER;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
