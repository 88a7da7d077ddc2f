package org.quarry.database.sql;

import java.util.ArrayList;
import java.util.List;
import org.quarry.database.sql.SqlToken.Kind;

/**
 * Reads SQL into tokens as SQLite's own tokenizer does (sqlite3GetToken in tokenize.c). What is
 * begun and never closed reaches to the end of the text.
 */
public final class SqlLexer {
  private final String text;
  private int at;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** The tokens of a text, without a gap from its first character to its last. */
  public static List<SqlToken> tokens(String text) {
    SqlLexer lexer = new SqlLexer(text);
    List<SqlToken> tokens = new ArrayList<>();
    while (lexer.at < text.length()) {
      int start = lexer.at;
      Kind kind = lexer.next();
      tokens.add(new SqlToken(kind, start, lexer.at));
    }
    return tokens;
  }

  private Kind next() {
    char c = text.charAt(at);
    char following = peek(1);
    if (isSpace(c)) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      return Kind.SPACE;
    }
    if (c == '-' && following == '-') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
      return Kind.COMMENT;
    }
    if (c == '/' && following == '*') {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return Kind.COMMENT;
    }
    if ((c == 'x' || c == 'X') && following == '\'') {
      at++;
      return quoted('\'', Kind.STRING);
    }
    return switch (c) {
      case '\'' -> quoted(c, Kind.STRING);
      case '"', '`' -> quoted(c, Kind.QUOTED);
      case '[' -> bracketed();
      case ';' -> one(Kind.SEMICOLON);
      case '?' -> positional();
      case ':', '@', '$' -> named();
      default -> wordNumberOrOther(c, following);
    };
  }

  private Kind wordNumberOrOther(char c, char following) {
    if (isDigit(c) || (c == '.' && isDigit(following))) {
      return number();
    }
    if (isName(c)) {
      name();
      return Kind.WORD;
    }
    return one(Kind.OTHER);
  }

  private Kind one(Kind kind) {
    at++;
    return kind;
  }

  /** A doubled quote stands for itself. */
  private Kind quoted(char quote, Kind kind) {
    at++;
    while (at < text.length()) {
      if (text.charAt(at++) == quote) {
        if (peek(0) != quote) {
          return kind;
        }
        at++;
      }
    }
    return kind;
  }

  private Kind bracketed() {
    int end = text.indexOf(']', at);
    at = end < 0 ? text.length() : end + 1;
    return Kind.QUOTED;
  }

  private Kind positional() {
    at++;
    while (isDigit(peek(0))) {
      at++;
    }
    return Kind.PARAMETER;
  }

  private Kind named() {
    int start = at++;
    while (isName(peek(0)) || (peek(0) == ':' && peek(1) == ':')) {
      at += peek(0) == ':' ? 2 : 1;
    }
    return at == start + 1 ? Kind.OTHER : Kind.PARAMETER;
  }

  private Kind number() {
    if (peek(0) == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
      at += 2;
      name();
      return Kind.NUMBER;
    }
    while (isName(peek(0)) || peek(0) == '.' || isExponentSign()) {
      at++;
    }
    return Kind.NUMBER;
  }

  private boolean isExponentSign() {
    char before = text.charAt(Math.max(0, at - 1));
    return (peek(0) == '+' || peek(0) == '-')
        && (before == 'e' || before == 'E')
        && isDigit(peek(1));
  }

  private void name() {
    while (isName(peek(0))) {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }
}
