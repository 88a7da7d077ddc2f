package org.quarry.database;

/** SQL text that is safe whatever a table or column is called. */
public final class Identifiers {
  private Identifiers() {}

  /** The name as an identifier: {@code a"b} becomes {@code "a""b"}. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as a string literal: {@code it's} becomes {@code 'it''s'}. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * The name as an identifier inside the SQL of a mapper, where an opening of a placeholder in the
   * name itself must not be read as one.
   */
  public static String quoteInMapper(String name) {
    return escapeForMapper(quote(name));
  }

  /** SQL text for a mapper, with what looks like a placeholder kept as text. */
  public static String escapeForMapper(String sql) {
    return sql.replace("#{", "\\#{");
  }
}
