package org.quarry.ui.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the filter boxes of a table.
 *
 * @param columns by the column's name, blank ones left out
 * @param any in the box for any column, or empty
 * @param where in the box for a condition in SQL, or empty
 */
public record FilterTexts(Map<String, String> columns, String any, String where) {
  /** Nothing in any box. */
  public static final FilterTexts NONE = new FilterTexts(Map.of(), "", "");

  /** Keeps its own copy, in the order given; what a settings file lacks is empty. */
  public FilterTexts {
    Map<String, String> kept = new LinkedHashMap<>(Objects.requireNonNullElse(columns, Map.of()));
    kept.values().removeIf(text -> text == null || text.isBlank());
    columns = Collections.unmodifiableMap(kept);
    any = Objects.requireNonNullElse(any, "");
    where = Objects.requireNonNullElse(where, "");
  }

  /** Whether nothing is typed. */
  public boolean none() {
    return equals(NONE);
  }

  /** All of it in a line, as a person would name it. */
  public String words() {
    return Stream.concat(
            columns.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()),
            Stream.of(any, where))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
