package org.quarry.ui.model;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A field: what is typed, and the value it says or what is wrong with it. For the UI thread.
 *
 * @param <T> the value
 */
public final class Entry<T> {
  /**
   * What a text says.
   *
   * @param <T> the value
   * @param value the value, empty when the text says none
   * @param error what is wrong, a sentence, empty when nothing is
   */
  record Reading<T>(Optional<T> value, String error) {
    static <T> Reading<T> of(T value) {
      return new Reading<>(Optional.of(value), "");
    }

    static <T> Reading<T> wrong(String error) {
      return new Reading<>(Optional.empty(), error);
    }
  }

  private final StringProperty typed;
  private final ReadOnlyObjectWrapper<Reading<T>> reading;

  Entry(String initial, Function<String, Reading<T>> reader) {
    typed = new SimpleStringProperty(initial);
    reading = new ReadOnlyObjectWrapper<>(reader.apply(initial));
    typed.subscribe(text -> reading.set(reader.apply(text.strip())));
  }

  /** What is typed. */
  public StringProperty typed() {
    return typed;
  }

  /** What it says; changes with what is typed. */
  ReadOnlyObjectProperty<Reading<T>> reading() {
    return reading.getReadOnlyProperty();
  }

  /** The value, empty while the text says none. */
  public Optional<T> value() {
    return reading.get().value();
  }

  /** What is wrong with the text, or empty. */
  public String error() {
    return reading.get().error();
  }
}
