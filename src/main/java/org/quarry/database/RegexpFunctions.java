package org.quarry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Regular expressions of Java in SQL. SQLite notices a cancellation between two calls. */
final class RegexpFunctions {
  private RegexpFunctions() {}

  /** Adds {@code value REGEXP pattern} and {@link SqlFunctions#REGEXP_REPLACE}. */
  static void register(Connection connection) throws SQLException {
    Function.create(connection, "regexp", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
    Function.create(
        connection, SqlFunctions.REGEXP_REPLACE, new Replace(), 3, Function.FLAG_DETERMINISTIC);
  }

  /** Looks for the pattern that the last call looked for without compiling it anew. */
  private abstract static class Searching extends Function {
    private @Nullable Pattern last;

    /** Hands a search to the function, or tells SQLite what is wrong with it. */
    void search(String pattern, String text) throws SQLException {
      try {
        Pattern compiled = last;
        if (compiled == null || !compiled.pattern().equals(pattern)) {
          compiled = Pattern.compile(pattern);
          last = compiled;
        }
        found(compiled.matcher(new SteppedText(text)));
      } catch (PatternSyntaxException bad) {
        error(pattern + " is no regular expression: " + bad.getDescription());
      } catch (SteppedText.TooManySteps | StackOverflowError endless) {
        error(pattern + " tries too many ways to match one of the values");
      }
    }

    abstract void found(Matcher matcher) throws SQLException;
  }

  /** Whether a pattern is found in a value's text; NULL if either is NULL. */
  private static final class Regexp extends Searching {
    @Override
    protected void xFunc() throws SQLException {
      String pattern = value_text(0);
      String text = value_text(1);
      if (pattern == null || text == null) {
        result();
      } else {
        search(pattern, text);
      }
    }

    @Override
    void found(Matcher matcher) throws SQLException {
      result(matcher.find() ? 1 : 0);
    }
  }

  private static final class Replace extends Searching {
    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      String pattern = value_text(1);
      if (pattern == null || text == null || value_text(2) == null) {
        result();
      } else {
        search(pattern, text);
      }
    }

    @Override
    void found(Matcher matcher) throws SQLException {
      String replacement = value_text(2);
      try {
        result(matcher.replaceAll(replacement));
      } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
        error(replacement + " is no replacement: " + bad.getMessage());
      }
    }
  }
}
