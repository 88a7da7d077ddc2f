package org.quarry.database.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SteppedText;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;

/** A {@link Search} as it looks at one value. For several threads. */
public final class TextPattern {
  private final Search search;
  private final Pattern pattern;

  /**
   * Makes one.
   *
   * @throws SearchProblem.BadPattern if the text is to be a regular expression and is none
   */
  public TextPattern(Search search) {
    this.search = search;
    try {
      if (search.mode() == Search.Mode.REGULAR_EXPRESSION) {
        // For what is wrong and where, before the flags move it.
        Pattern.compile(search.text());
      }
      pattern = Pattern.compile(search.expression());
    } catch (PatternSyntaxException bad) {
      throw new SearchProblem.BadPattern(bad, search.text().length());
    }
  }

  /** What is looked for. */
  public Search search() {
    return search;
  }

  /**
   * Whether a value matches; of a long text only the beginning may be there.
   *
   * @param steps about how many characters to look at, at most
   * @throws SearchProblem.Endless if that is not enough to tell
   */
  public boolean matches(@Nullable Object value, long steps) {
    String text = text(value);
    if (text == null) {
      return false;
    }
    try {
      return pattern.matcher(new SteppedText(text, steps)).find();
    } catch (SteppedText.TooManySteps | StackOverflowError endless) {
      throw new SearchProblem.Endless();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] _ -> null;
      case BlobSize _ -> null;
      case Clipped clipped -> clipped.head();
      default -> TypedValue.text(value);
    };
  }

  /**
   * Makes sure that a replacement fits.
   *
   * @throws SearchProblem.BadReplacement if it names a group that the expression does not have
   */
  public void check(String replacement) {
    try {
      // It finds the empty text, with no group, whatever the expression.
      Pattern.compile("(?:" + pattern.pattern() + ")|\\z")
          .matcher("")
          .replaceAll(java(replacement));
    } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
      String why = bad.getMessage();
      throw new SearchProblem.BadReplacement(why == null ? "It names no group" : why);
    }
  }

  /**
   * A value with every match replaced, as it would be if it were typed into the cell; empty if it
   * stays as it is.
   *
   * @param value a whole value
   * @throws SearchProblem.Endless if the expression tries too many ways
   */
  public Optional<Object> replaced(@Nullable Object value, Column column, String replacement) {
    String text = text(value);
    if (text == null) {
      return Optional.empty();
    }
    try {
      String now = pattern.matcher(new SteppedText(text)).replaceAll(java(replacement));
      return now.equals(text)
          ? Optional.empty()
          : Optional.of(TypedValue.parse(now, column, value));
    } catch (SteppedText.TooManySteps | StackOverflowError endless) {
      throw new SearchProblem.Endless();
    }
  }

  /** The replacement in Java's language: {@code $1} is a group of expressions alone. */
  String java(String replacement) {
    return search.mode() == Search.Mode.REGULAR_EXPRESSION
        ? replacement
        : Matcher.quoteReplacement(replacement);
  }
}
