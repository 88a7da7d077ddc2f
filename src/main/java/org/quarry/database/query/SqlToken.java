package org.quarry.database.query;

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

  /** Whether it says something to SQLite: it is neither blank nor comment. */
  public boolean counts() {
    return kind != Kind.SPACE && kind != Kind.COMMENT;
  }
}
