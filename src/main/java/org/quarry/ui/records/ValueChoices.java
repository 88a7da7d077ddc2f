package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.quarry.database.records.FlagForm;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.grid.Choices;
import org.quarry.ui.grid.EditText;

/** A few values known beforehand: those of a CHECK, or yes and no. */
final class ValueChoices implements Choices {
  private final List<Choice> all;

  private ValueChoices(List<Choice> all) {
    this.all = List.copyOf(all);
  }

  /** The values of a list, and NULL where it is allowed. */
  static ValueChoices of(List<Object> values, boolean nullable) {
    List<Choice> all = new ArrayList<>();
    values.forEach(value -> all.add(choice(value, "")));
    return withNull(all, nullable);
  }

  /** Yes and no, and NULL where it is allowed. */
  static ValueChoices of(FlagForm flag, boolean nullable) {
    return withNull(
        new ArrayList<>(List.of(choice(flag.yes(), "yes"), choice(flag.no(), "no"))), nullable);
  }

  private static Choice choice(Object value, String label) {
    String text = TypedValue.text(value);
    return new Choice(EditText.of(text), text.equalsIgnoreCase(label) ? "" : label);
  }

  private static ValueChoices withNull(List<Choice> all, boolean nullable) {
    if (nullable) {
      all.add(new Choice(EditText.NULL, ""));
    }
    return new ValueChoices(all);
  }

  @Override
  public void search(String typed, int offset, Consumer<Page> answer) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Choice> found = new ArrayList<>();
    if (offset == 0) {
      all.stream().filter(choice -> begins(choice, wanted)).forEach(found::add);
      all.stream()
          .filter(choice -> !begins(choice, wanted) && text(choice).contains(wanted))
          .forEach(found::add);
    }
    answer.accept(new Page(found, false));
  }

  private static boolean begins(Choice choice, String wanted) {
    return text(choice).startsWith(wanted) || choice.label().startsWith(wanted);
  }

  private static String text(Choice choice) {
    return (choice.value().isNull() ? "null" : choice.value().shown()).toLowerCase(Locale.ROOT);
  }

  /** Also of a text in other case: the list is of what the rule says to the letter. */
  @Override
  public boolean takesFirst(String typed) {
    return all.stream().noneMatch(choice -> typed.equals(choice.value().text()));
  }

  @Override
  public boolean immediate() {
    return true;
  }
}
