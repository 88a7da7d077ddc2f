package org.quarry.database.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What sets a trigger off, read from the head of the statement that made it.
 *
 * @param insteadOf whether it runs in place of what set it off
 * @param kind what sets it off
 * @param columns of an {@code UPDATE OF}, those columns; else empty
 */
record TriggerEvent(boolean insteadOf, Kind kind, List<String> columns) {
  /** What can set a trigger off. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /** A comment, a quoted name in any of the four quotes, a word, or any other character. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<skip>--[^\\n]*|/\\*.*?\\*/|\\s+)"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|'(?:[^']|'')*'|\\[[^\\]]*\\])"
              + "|(?<word>[\\p{L}\\p{N}_$\\x{80}-\\x{10FFFF}]+)|(?<other>.)");

  private record Token(String text, boolean quoted) {
    boolean is(String keyword) {
      return !quoted && text.equalsIgnoreCase(keyword);
    }
  }

  /** Reads the event of a trigger; {@code sql} is its CREATE TRIGGER as SQLite keeps it. */
  static TriggerEvent of(String sql) {
    List<Token> tokens = tokens(sql);
    int at = skipName(tokens);
    boolean insteadOf = at + 1 < tokens.size() && tokens.get(at).is("INSTEAD");
    while (at < tokens.size() && !isKind(tokens.get(at))) {
      at++;
    }
    if (at == tokens.size()) {
      return new TriggerEvent(false, Kind.UPDATE, List.of());
    }
    Kind kind = Kind.valueOf(tokens.get(at).text().toUpperCase(Locale.ROOT));
    List<String> columns = new ArrayList<>();
    if (at + 1 < tokens.size() && tokens.get(at + 1).is("OF")) {
      for (int i = at + 2; i < tokens.size() && !tokens.get(i).is("ON"); i++) {
        if (!tokens.get(i).text().equals(",") || tokens.get(i).quoted()) {
          columns.add(tokens.get(i).text());
        }
      }
    }
    return new TriggerEvent(insteadOf, kind, List.copyOf(columns));
  }

  /** Past CREATE TEMP TRIGGER IF NOT EXISTS and the name, which may be any word. */
  private static int skipName(List<Token> tokens) {
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("TRIGGER")) {
      at++;
    }
    at++;
    if (at + 3 < tokens.size()
        && tokens.get(at).is("IF")
        && tokens.get(at + 1).is("NOT")
        && tokens.get(at + 2).is("EXISTS")) {
      at += 3;
    }
    at++;
    if (at + 1 < tokens.size() && tokens.get(at).is(".")) {
      at += 2;
    }
    return at;
  }

  private static boolean isKind(Token token) {
    return token.is("INSERT") || token.is("UPDATE") || token.is("DELETE");
  }

  private static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String quoted = matcher.group("quoted");
      if (quoted != null) {
        tokens.add(new Token(unquoted(quoted), true));
      } else if (matcher.group("skip") == null) {
        tokens.add(new Token(matcher.group(), false));
      }
    }
    return tokens;
  }

  private static String unquoted(String quoted) {
    String inside = quoted.substring(1, quoted.length() - 1);
    String quote = quoted.substring(0, 1);
    return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
  }
}
