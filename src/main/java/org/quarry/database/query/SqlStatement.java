package org.quarry.database.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SqlLiteral;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.database.sql.SqlToken.Kind;

/**
 * One statement of a script: from its first token that counts to its last, without the semicolon.
 *
 * @param text its characters
 * @param start where it begins in the script, a character offset
 * @param line the line on which it begins, from 1
 * @param column the column in which it begins, from 1
 */
public record SqlStatement(String text, int start, int line, int column) {
  private static final Set<String> READING = Set.of("SELECT", "VALUES", "WITH");

  /** The offset in the script after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Its first word in upper case: {@code SELECT}; empty when it begins with something else. */
  public String keyword() {
    List<String> words = words(1);
    return words.isEmpty() ? "" : words.getFirst();
  }

  /** Whether it is a SELECT, VALUES or WITH that does not write. */
  public boolean isQuery() {
    return READING.contains(keyword()) && !writes();
  }

  /** Whether a WITH goes on to write: outside of brackets a query has none of these words. */
  private boolean writes() {
    List<SqlToken> tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      depth += token.isSign(text, "(") ? 1 : token.isSign(text, ")") ? -1 : 0;
      boolean into = i + 1 < tokens.size() && tokens.get(i + 1).isWord(text, "INTO");
      if (depth == 0
          && (token.isWord(text, "INSERT")
              || token.isWord(text, "UPDATE")
              || token.isWord(text, "DELETE")
              || (token.isWord(text, "REPLACE") && into))) {
        return true;
      }
    }
    return false;
  }

  /** Its first words in upper case, at most {@code count}, up to what is no word. */
  List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (token.counts()) {
        if (token.kind() != Kind.WORD || words.size() == count) {
          break;
        }
        words.add(token.in(text).toUpperCase(Locale.ROOT));
      }
    }
    return words;
  }

  /**
   * Its parameters with the numbers SQLite gives them: {@code ?} is one more than the largest so
   * far, {@code ?5} is 5, a name is one more than the largest where it stands first.
   */
  public List<SqlParameter> parameters() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int largest = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (token.kind() != Kind.PARAMETER) {
        continue;
      }
      String name = token.in(text);
      int index;
      if (name.equals("?")) {
        index = largest + 1;
        name = "?" + index;
      } else if (name.startsWith("?")) {
        index = positional(name);
      } else {
        index = numbers.getOrDefault(name, largest + 1);
      }
      if (index > 0) {
        numbers.putIfAbsent(name, index);
        largest = Math.max(largest, index);
      }
    }
    return numbers.entrySet().stream()
        .map(number -> new SqlParameter(number.getKey(), number.getValue()))
        .toList();
  }

  /**
   * The text with a literal in place of each parameter.
   *
   * @param values by parameter name, mark included; a parameter without one is NULL, as it ran
   */
  public String with(Map<String, ? extends @Nullable Object> values) {
    StringBuilder whole = new StringBuilder();
    int largest = 0;
    Map<String, Integer> numbers = new HashMap<>();
    parameters().forEach(parameter -> numbers.put(parameter.name(), parameter.index()));
    for (SqlToken token : SqlLexer.tokens(text)) {
      String word = token.in(text);
      if (token.kind() == Kind.PARAMETER) {
        // A bare mark is one more than the largest so far, whatever that one's name is.
        String name = word.equals("?") ? "?" + (largest + 1) : word;
        largest = Math.max(largest, numbers.getOrDefault(name, 0));
        whole.append(SqlLiteral.of(values.get(name)));
      } else {
        whole.append(word);
      }
    }
    return whole.toString();
  }

  /** Zero for a number that SQLite refuses; SQLite then says so itself. */
  private static int positional(String name) {
    return name.length() > 6 ? 0 : Integer.parseInt(name.substring(1));
  }
}
