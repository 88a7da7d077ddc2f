package org.quarry.ui.query;

import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a person typed for a parameter. */
public final class ParameterField {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+([eE][-+]?\\d+)?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern QUOTED = Pattern.compile("'(.*)'", Pattern.DOTALL);

  private final String name;
  private final StringProperty typed = new SimpleStringProperty("");

  ParameterField(String name) {
    this.name = name;
  }

  /** The parameter, mark included: {@code :from}. */
  public String name() {
    return name;
  }

  /** The text as typed. */
  public StringProperty typed() {
    return typed;
  }

  /** Whether it holds a day, {@code 2021-03-04}, so that a calendar serves. */
  public boolean isDay() {
    return DAY.matcher(typed.get()).matches();
  }

  /**
   * The value to bind: NULL for nothing, a Long or Double for a plain number, else the text. Quotes
   * {@code '…'} make it text whatever is in them; {@code 007} is text, because a number would lose
   * its zeros.
   */
  public @Nullable Object value() {
    String text = typed.get();
    if (text.isEmpty()) {
      return null;
    }
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    if (DECIMAL.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    var quoted = QUOTED.matcher(text);
    return quoted.matches() ? quoted.group(1).replace("''", "'") : text;
  }
}
