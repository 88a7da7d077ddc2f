package org.quarry.database.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;

/**
 * Finds the piece of a statement that SQLite's sentence is about. SQLite knows the offset
 * (sqlite3_error_offset), but the driver does not pass it on.
 */
final class ErrorPlace {
  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern UNKNOWN =
      Pattern.compile("unrecognized token: \"(.*)\"", Pattern.DOTALL);
  private static final List<Pattern> NAMING =
      List.of(
          Pattern.compile("no such (?:column|table|function|module|index|view|trigger): (.*)"),
          Pattern.compile("no such (?:collation sequence|database|savepoint): (.*)"),
          Pattern.compile("(?:ambiguous|duplicate) column name: (.*)"),
          Pattern.compile("wrong number of arguments to function (.*)\\(\\)"),
          Pattern.compile(
              "misuse of (?:aggregate|window function|aggregate function):? (.*)\\(\\)"),
          Pattern.compile(".* has no column named (.*)"),
          Pattern.compile("(?:table|view|index|trigger) (.*) already exists"),
          Pattern.compile("there is already (?:a table|an index) named (.*)"),
          Pattern.compile("unknown database (.*)"));

  private final String text;
  private final List<SqlToken> tokens;

  private ErrorPlace(String text) {
    this.text = text;
    tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
  }

  /** A piece of the statement, by offsets. */
  record Range(int start, int end) {}

  /**
   * The piece that is wrong; the whole statement when the sentence does not tell.
   *
   * @param text the statement
   * @param detail SQLite's sentence
   * @param attempt what SQLite says of another text, empty when nothing: to tell one of several
   *     equal tokens from the others
   */
  static Range find(String text, String detail, Function<String, String> attempt) {
    ErrorPlace place = new ErrorPlace(text);
    Matcher near = NEAR.matcher(detail);
    if (near.matches()) {
      return place.syntax(near.group(1), detail, attempt);
    }
    Matcher unknown = UNKNOWN.matcher(detail);
    if (unknown.matches()) {
      int at = text.lastIndexOf(unknown.group(1));
      return at < 0 ? place.whole() : new Range(at, at + unknown.group(1).length());
    }
    if (detail.equals("incomplete input") && !place.tokens.isEmpty()) {
      SqlToken last = place.tokens.getLast();
      return new Range(last.start(), last.end());
    }
    for (Pattern naming : NAMING) {
      Matcher matcher = naming.matcher(detail);
      if (matcher.matches()) {
        return place.named(matcher.group(1));
      }
    }
    return place.whole();
  }

  private Range whole() {
    return new Range(0, text.length());
  }

  /** The parser stops at the first token after which the text up to it is refused likewise. */
  private Range syntax(String token, String detail, Function<String, String> attempt) {
    List<SqlToken> candidates =
        tokens.stream().filter(candidate -> candidate.in(text).equals(token)).toList();
    for (SqlToken candidate : candidates) {
      if (candidates.size() == 1
          || attempt.apply(text.substring(0, candidate.end())).equals(detail)) {
        return new Range(candidate.start(), candidate.end());
      }
    }
    return whole();
  }

  /** A name as SQLite writes it, {@code t.c}, stands as its parts with dots or as the last part. */
  private Range named(String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("\\.")));
    for (; !parts.isEmpty(); parts.removeFirst()) {
      for (int i = 0; i + 2 * parts.size() - 2 < tokens.size(); i++) {
        if (standsAt(i, parts)) {
          return new Range(tokens.get(i).start(), tokens.get(i + 2 * parts.size() - 2).end());
        }
      }
    }
    return whole();
  }

  private boolean standsAt(int first, List<String> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (!plain(tokens.get(first + 2 * i)).equalsIgnoreCase(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String plain(SqlToken token) {
    String word = token.in(text);
    return switch (token.kind()) {
      case QUOTED, STRING -> word.length() > 1 ? word.substring(1, word.length() - 1) : word;
      case WORD -> word;
      default -> "";
    };
  }
}
