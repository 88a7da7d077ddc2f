package org.quarry.database.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  /** The offset in the script after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Its first word in upper case: {@code SELECT}; empty when it begins with something else. */
  public String keyword() {
    List<String> words = words(1);
    return words.isEmpty() ? "" : words.getFirst();
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

  /** Zero for a number that SQLite refuses; SQLite then says so itself. */
  private static int positional(String name) {
    return name.length() > 6 ? 0 : Integer.parseInt(name.substring(1));
  }
}
