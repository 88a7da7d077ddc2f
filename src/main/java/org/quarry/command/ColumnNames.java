package org.quarry.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds columns by the names that a person gave.
 *
 * @param source what has the columns, for sentences
 * @param known their names
 */
record ColumnNames(String source, List<String> known) {
  /** The column of that name; case does not matter unless two names differ by it only. */
  Optional<String> find(String name) {
    return known.contains(name)
        ? Optional.of(name)
        : known.stream().filter(each -> each.equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The name of a column as its source has it.
   *
   * @throws CommandProblem.NoSuchColumn if there is none
   */
  String one(String name) {
    return find(name).orElseThrow(() -> new CommandProblem.NoSuchColumn(source, name, known));
  }

  /**
   * The columns that some texts name: the one of exactly that name, else those with commas between.
   *
   * @throws CommandProblem.NoSuchColumn if there is none of a name
   */
  List<String> many(List<String> texts) {
    List<String> columns = new ArrayList<>();
    for (String text : texts) {
      if (find(text).isPresent()) {
        columns.add(one(text));
        continue;
      }
      for (String part : text.split(",", -1)) {
        columns.add(one(find(part).isPresent() ? part : part.strip()));
      }
    }
    return columns;
  }

  /**
   * What some texts say of columns: {@code COLUMN=WORD}, with commas between.
   *
   * @param option whose texts they are, for sentences
   * @param texts the texts
   * @param usual the word of a column without one, or empty where it needs one
   * @throws WrongUsage if a word is missing
   * @throws CommandProblem.NoSuchColumn if there is none of a name
   */
  Map<String, String> words(String option, List<String> texts, String usual) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String text : texts) {
      boolean single = find(column(text)).isPresent();
      for (String part : single ? new String[] {text} : text.split(",", -1)) {
        String column = column(part);
        String word =
            column.length() < part.length() ? part.substring(column.length() + 1).strip() : usual;
        if (word.isEmpty()) {
          throw new WrongUsage("%s wants COLUMN=WORD, not “%s”.".formatted(option, part));
        }
        words.put(one(find(column).isPresent() ? column : column.strip()), word);
      }
    }
    return words;
  }

  /** What stands before the last sign of equality, or all of it. */
  private String column(String text) {
    int at = text.lastIndexOf('=');
    return at < 0 || find(text).isPresent() ? text : text.substring(0, at);
  }
}
