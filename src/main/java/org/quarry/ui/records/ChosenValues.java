package org.quarry.ui.records;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quarry.database.filter.Condition;
import org.quarry.database.filter.Condition.Comparison;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.FilterProblem;
import org.quarry.database.filter.FilterText;
import org.quarry.database.filter.Operand;

/**
 * Which values a filter chooses.
 *
 * @param others whether a value that is not named passes
 * @param exceptions the values of which the contrary holds, as {@link FilterText#value} writes them
 */
record ChosenValues(boolean others, Set<String> exceptions) {
  /** What a filter chooses; empty where it is not about single values, or wrong. */
  static Optional<ChosenValues> of(String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    try {
      return of(FilterParser.parse(typed));
    } catch (FilterProblem wrong) {
      // The filter box says so itself; the list begins with all values chosen.
      return Optional.empty();
    }
  }

  private static Optional<ChosenValues> of(Condition condition) {
    return switch (condition) {
      case Condition.OneOf(List<Operand> values, boolean orNull, boolean not) -> {
        Set<String> names = names(values);
        // Without a word for it NULL passes neither list.
        if (orNull || not) {
          names.add("null");
        }
        yield Optional.of(new ChosenValues(not, names));
      }
      case Condition.IsNull(boolean not) -> Optional.of(new ChosenValues(not, Set.of("null")));
      case Condition.IsEmpty(boolean not) when !not ->
          Optional.of(new ChosenValues(false, Set.of(FilterText.value(""))));
      case Condition.Compare(Comparison comparison, Operand operand)
          when comparison == Comparison.EQUAL ->
          Optional.of(new ChosenValues(false, names(List.of(operand))));
      case Condition.Either(List<Condition> either)
          when either.size() == 2
              && either.getFirst()
                  instanceof Condition.OneOf(List<Operand> values, boolean orNull, boolean not)
              && not
              && !orNull
              && either.getLast() instanceof Condition.IsNull(boolean notNull)
              && !notNull ->
          Optional.of(new ChosenValues(true, names(values)));
      default -> Optional.empty();
    };
  }

  private static Set<String> names(List<Operand> values) {
    Set<String> names = new LinkedHashSet<>();
    for (Operand value : values) {
      // A number is written as it was read, a text as the list writes it.
      boolean number = !value.quoted() && value.text().matches("[+-]?[\\d.].*");
      names.add(number ? value.text() : FilterText.value(value.text()));
    }
    return names;
  }
}
