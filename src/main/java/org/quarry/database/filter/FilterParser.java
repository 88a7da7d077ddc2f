package org.quarry.database.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.Condition.Comparison;

/**
 * Reads the language of the filter row:
 *
 * <pre>
 * text  "text"           contains, whatever the case; a quoted value is nothing but text
 * !text                  does not contain
 * =x  &lt;&gt;x  !=x           exactly, not
 * &gt;x  &gt;=x  &lt;x  &lt;=x      compares; =null and &lt;&gt;null as null and !null
 * a..b  a..  ..b         between, ends included
 * in: a, b   not in: a   one of, none of; null among them is NULL
 * like: a%b              SQL's LIKE
 * /re/  /re/i  !/re/     a regular expression is found, with i whatever the case; is not found
 * null !null empty !empty
 * a | b                  either
 * </pre>
 */
public final class FilterParser {
  private final String text;
  private int at;

  private FilterParser(String text) {
    this.text = text;
  }

  /**
   * Reads a filter.
   *
   * @param typed what was typed, not blank
   * @throws FilterProblem.Syntax if it is no filter
   */
  public static Condition parse(String typed) {
    FilterParser parser = new FilterParser(typed.strip());
    List<Condition> conditions = new ArrayList<>();
    do {
      parser.skipSpaces();
      conditions.add(parser.term());
      parser.skipSpaces();
    } while (parser.accept("|"));
    if (parser.at < parser.text.length()) {
      throw new FilterProblem.Syntax(
          "“" + parser.text.substring(parser.at) + "” stands after the end of the value.",
          "Only | and another filter can follow there.",
          "Put a value with quotes in it into quotes and double those inside: \"a \"\"b\"\"\".");
    }
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.Either(conditions);
  }

  private Condition term() {
    if (atEnd()) {
      throw new FilterProblem.Syntax(
          "One side of | is empty.", "", "Write a filter on both sides, or put | into quotes.");
    }
    if (text.charAt(at) == '/') {
      return regex(false);
    }
    for (String sign : List.of("<>", "!=", ">=", "<=", "=", ">", "<")) {
      if (accept(sign)) {
        return compare(sign);
      }
    }
    if (accept("!")) {
      return negation();
    }
    if (acceptWord("not in:")) {
      return list(true);
    }
    if (acceptWord("in:")) {
      return list(false);
    }
    if (acceptWord("like:")) {
      return new Condition.Like(value("like:", false, false).text());
    }
    return word();
  }

  private Condition compare(String sign) {
    Operand operand = value(sign, false, false);
    Comparison comparison =
        switch (sign) {
          case "=" -> Comparison.EQUAL;
          case "<>", "!=" -> Comparison.NOT_EQUAL;
          case ">" -> Comparison.GREATER;
          case ">=" -> Comparison.AT_LEAST;
          case "<" -> Comparison.LESS;
          default -> Comparison.AT_MOST;
        };
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (equality && isWord(operand, "null")) {
      return new Condition.IsNull(comparison == Comparison.NOT_EQUAL);
    }
    return new Condition.Compare(comparison, operand);
  }

  private Condition negation() {
    if (at < text.length() && text.charAt(at) == '/') {
      return regex(true);
    }
    return plain(value("!", false, false), true);
  }

  private Condition word() {
    Operand low = text.startsWith("..", at) ? null : value("", true, false);
    skipSpaces();
    if (!accept("..")) {
      return plain(low == null ? new Operand("", false) : low, false);
    }
    skipSpaces();
    Operand high = atEnd() ? null : value("..", false, false);
    if (low == null && high == null) {
      throw missing("..");
    }
    return new Condition.Between(low, high);
  }

  private static Condition plain(Operand operand, boolean not) {
    if (isWord(operand, "null")) {
      return new Condition.IsNull(not);
    }
    if (isWord(operand, "empty") || operand.text().isEmpty()) {
      return new Condition.IsEmpty(not);
    }
    return new Condition.Contains(operand.text(), not);
  }

  private Condition list(boolean not) {
    List<Operand> values = new ArrayList<>();
    boolean orNull = false;
    do {
      skipSpaces();
      // A comma with nothing after it is a list that is still being typed.
      boolean nothing = atEnd() || text.charAt(at) == ',';
      if (!nothing) {
        Operand value = value("in:", false, true);
        if (isWord(value, "null")) {
          orNull = true;
        } else {
          values.add(value);
        }
      }
      skipSpaces();
    } while (accept(","));
    if (values.isEmpty() && !orNull) {
      throw missing(not ? "not in:" : "in:");
    }
    return new Condition.OneOf(values, orNull, not);
  }

  private Condition regex(boolean not) {
    at++;
    StringBuilder pattern = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '/') {
      if (text.startsWith("\\/", at)) {
        at++;
      } else if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        pattern.append(text.charAt(at++));
      }
      pattern.append(text.charAt(at++));
    }
    if (!accept("/")) {
      throw new FilterProblem.Syntax(
          "The regular expression has no end.",
          "One starts and ends with /.",
          "Add a /, or put the text into quotes to look for it as it is.");
    }
    if (pattern.isEmpty()) {
      throw missing("/");
    }
    String regex = (accept("i") ? "(?iu)" : "") + pattern;
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException bad) {
      throw new FilterProblem.Syntax(
          "/" + pattern + "/ is no regular expression.",
          bad.getDescription() + (bad.getIndex() < 0 ? "." : " at " + (bad.getIndex() + 1) + "."),
          "Put a backslash before a character that stands for itself.");
    }
    return new Condition.Matches(regex, not);
  }

  /** The value from here to a bar, a comma in a list, or two dots where a range may be. */
  private Operand value(String after, boolean range, boolean list) {
    skipSpaces();
    if (accept("\"")) {
      return new Operand(quoted(), true);
    }
    int start = at;
    while (!atEnd() && !(list && text.charAt(at) == ',') && !(range && text.startsWith("..", at))) {
      at++;
    }
    String value = text.substring(start, at).strip();
    if (value.isEmpty()) {
      throw missing(after);
    }
    return new Operand(value, false);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      if (accept("\"\"")) {
        value.append('"');
      } else if (accept("\"")) {
        return value.toString();
      } else {
        value.append(text.charAt(at++));
      }
    }
    throw new FilterProblem.Syntax(
        "The quoted value has no end.", "", "Add a \" where the value ends.");
  }

  private static FilterProblem missing(String after) {
    return new FilterProblem.Syntax(
        "A value is missing after " + after, "", "Write one; \"\" is the empty text.");
  }

  private static boolean isWord(@Nullable Operand operand, String word) {
    return operand != null
        && !operand.quoted()
        && operand.text().toLowerCase(Locale.ROOT).equals(word);
  }

  private boolean atEnd() {
    return at >= text.length() || text.charAt(at) == '|';
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(String sign) {
    boolean here = text.startsWith(sign, at);
    at += here ? sign.length() : 0;
    return here;
  }

  private boolean acceptWord(String word) {
    boolean here = text.regionMatches(true, at, word, 0, word.length());
    at += here ? word.length() : 0;
    return here;
  }
}
