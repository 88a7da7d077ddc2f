package org.quarry.database.sql;

/**
 * A piece of SQL text.
 *
 * @param kind what it is
 * @param start where it begins, a character offset
 * @param end the offset after its last character
 */
public record SqlToken(Kind kind, int start, int end) {
  /** What a token is. */
  public enum Kind {
    /** Blanks and line ends. */
    SPACE,
    /** {@code -- to the end of the line} or between slash-star and star-slash. */
    COMMENT,
    /** {@code 'text'} or {@code x'00ff'}. */
    STRING,
    /** A name in double quotes, backquotes or brackets. */
    QUOTED,
    /** A keyword or a plain name. */
    WORD,
    /** A number. */
    NUMBER,
    /** {@code ?}, {@code ?1}, {@code :name}, {@code @name} or {@code $name}. */
    PARAMETER,
    /** The semicolon. */
    SEMICOLON,
    /** An operator, a bracket, a comma, or what SQLite does not know. */
    OTHER
  }

  /** The token's characters in the text that it was read from. */
  public String in(String text) {
    return text.substring(start, end);
  }

  /** The name that it is: a word as it stands, or what is between its quotes. */
  public String name(String text) {
    String raw = in(text);
    if (kind != Kind.QUOTED) {
      return raw;
    }
    String inner = raw.substring(1, Math.max(1, raw.length() - 1));
    char quote = raw.charAt(0);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }

  /** Whether it is a word of SQL, in any case: no name in quotes is. */
  public boolean isWord(String text, String word) {
    return kind == Kind.WORD && in(text).equalsIgnoreCase(word);
  }

  /** Whether it is this operator, bracket or comma. */
  public boolean isSign(String text, String sign) {
    return kind == Kind.OTHER && in(text).equals(sign);
  }

  /** Whether it says something to SQLite: it is neither blank nor comment. */
  public boolean counts() {
    return kind != Kind.SPACE && kind != Kind.COMMENT;
  }
}
