package org.quarry.ui.records;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.database.filter.FilterText;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.profile.ColumnProfiler;
import org.quarry.database.profile.ValueCount;
import org.quarry.database.profile.ValueCounts;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.Texts;

/**
 * The values of a column with counts, of which some are chosen to filter by. A value that is not
 * listed, because there are too many or another text is searched, is chosen as all were that nobody
 * touched. For the UI thread.
 */
final class ValuesModel {
  /** After how many milliseconds the values are those of a sample. */
  private static final long TIME = 1000;

  private final RecordsModel records;
  private final Column column;
  private final FilterBox box;
  private final Latest reading;
  private final ObservableList<ValueCount> values = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<ValueCounts.Order> order =
      new SimpleObjectProperty<>(ValueCounts.Order.COUNT);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper choices = new ReadOnlyIntegerWrapper();

  /** What an untouched value is. */
  private boolean others = true;

  /** What {@link FilterText#value} writes for the values that are not as the others. */
  private final Set<String> exceptions = new LinkedHashSet<>();

  /** All values there are, once they have been listed whole. */
  private Set<String> all = Set.of();

  ValuesModel(RecordsModel records, Column column) {
    this.records = records;
    this.column = column;
    box = FilterBox.of(column.name());
    reading = new Latest(records.background());
    ChosenValues.of(records.filters().typed().getOrDefault(box, ""))
        .ifPresent(
            chosen -> {
              others = chosen.others();
              exceptions.addAll(chosen.exceptions());
            });
    search.subscribe(text -> read());
    order.addListener((property, was, is) -> read());
  }

  /** The column. */
  Column column() {
    return column;
  }

  /** What is listed; changes as it is searched and ordered. */
  ObservableList<ValueCount> values() {
    return FXCollections.unmodifiableObservableList(values);
  }

  /** The text that the listed values contain; empty for all. */
  StringProperty search() {
    return search;
  }

  /** Which come first. */
  ObjectProperty<ValueCounts.Order> order() {
    return order;
  }

  /** What must be said about the list: how much it leaves out, or why there is none. */
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** Counts up whenever what is chosen has changed. */
  ReadOnlyIntegerProperty choices() {
    return choices.getReadOnlyProperty();
  }

  private void read() {
    RowFilter filter = records.filter().get();
    ColumnProfiler profiler = new ColumnProfiler(records.open().database(), records.table());
    String text = search.get().strip();
    ValueCounts.Order by = order.get();
    note.set("Counting…");
    reading.start(
        "Values of " + column.name(),
        monitor -> profiler.values(column, filter, text, by, TIME, monitor),
        found -> show(found, text),
        problem -> {
          values.clear();
          note.set(problem.getMessage());
        });
  }

  private void show(ValueCounts found, String text) {
    values.setAll(found.values().stream().filter(value -> !value.clipped()).toList());
    int clipped = found.values().size() - values.size();
    if (text.isEmpty() && !found.more() && found.coverage().exact() && clipped == 0) {
      all = Set.copyOf(values.stream().map(ValuesModel::key).toList());
    }
    String uncounted = UncountedEdits.words(records, column);
    note.set(
        (found.more() ? "The first " : "")
            + Texts.count(values.size(), "value")
            + (clipped > 0 ? ", long texts left out" : "")
            + " · "
            + ProfileFigures.coverage(found.coverage())
            + (uncounted.isEmpty() ? "" : "\n" + uncounted));
    choices.set(choices.get() + 1);
  }

  private static String key(ValueCount value) {
    return FilterText.value(value.value());
  }

  /** Whether a value is chosen. */
  boolean isChosen(ValueCount value) {
    return others != exceptions.contains(key(value));
  }

  /** Chooses a value, or no longer. */
  void choose(ValueCount value, boolean chosen) {
    if (chosen == others) {
      exceptions.remove(key(value));
    } else {
      exceptions.add(key(value));
    }
    choices.set(choices.get() + 1);
  }

  /** Chooses all values, or none; of a search, those that it lists. */
  void chooseAll(boolean chosen) {
    if (search.get().isBlank()) {
      others = chosen;
      exceptions.clear();
      choices.set(choices.get() + 1);
    } else {
      List.copyOf(values).forEach(value -> choose(value, chosen));
    }
  }

  /** Whether something is chosen; nothing cannot be said in a filter. */
  boolean isSome() {
    return others ? all.isEmpty() || !exceptions.containsAll(all) : !exceptions.isEmpty();
  }

  /** The filter that lets the chosen values pass; empty for all. */
  String text() {
    Set<String> in = new LinkedHashSet<>();
    if (!others) {
      in.addAll(exceptions);
    } else if (exceptions.isEmpty()) {
      return "";
    } else if (!all.isEmpty() && all.size() - exceptions.size() < exceptions.size()) {
      // Fewer are chosen than not, and all are known.
      values.stream().map(ValuesModel::key).filter(all::contains).forEach(in::add);
      in.addAll(new TreeSet<>(all));
      in.removeAll(exceptions);
    }
    if (!in.isEmpty()) {
      return all.size() == in.size() && in.containsAll(all) ? "" : FilterText.in(in);
    }
    Set<String> out = new LinkedHashSet<>(exceptions);
    boolean withoutNull = out.remove("null");
    if (out.isEmpty()) {
      return "!null";
    }
    boolean mayBeNull = all.isEmpty() ? !column.notNull() : all.contains("null");
    return FilterText.notIn(out, mayBeNull && !withoutNull);
  }

  /** Filters by what is chosen. */
  void apply() {
    if (isSome()) {
      records.filters().type(box, text());
    }
  }

  /** Stops reading. */
  void close() {
    reading.cancel();
  }
}
