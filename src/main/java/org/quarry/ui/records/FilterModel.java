package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.quarry.database.filter.Condition;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.FilterProblem;
import org.quarry.database.filter.RowFilter;
import org.quarry.ui.kit.FilterTexts;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * What is typed into the filter boxes of a table, and what is wrong with it. While a box is wrong
 * the rows stay as they are. For the UI thread.
 */
public final class FilterModel {
  private final RecordsModel records;
  private final Latest checking;
  private final ObservableMap<FilterBox, String> typed =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ObservableMap<FilterBox, Problem> problems = FXCollections.observableHashMap();
  private final ObservableMap<FilterBox, String> typedView =
      FXCollections.unmodifiableObservableMap(typed);
  private final ObservableMap<FilterBox, Problem> problemsView =
      FXCollections.unmodifiableObservableMap(problems);
  private final ReadOnlyBooleanWrapper underCheck = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<FilterTexts>> aside =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<FilterBox, Condition> conditions = new LinkedHashMap<>();

  /** Makes one without a filter. */
  FilterModel(RecordsModel records) {
    this.records = records;
    checking = new Latest(records.background());
  }

  /** What stands in the boxes that are not blank. */
  ObservableMap<FilterBox, String> typed() {
    return typedView;
  }

  /** What is wrong, by the box in which it stands. */
  ObservableMap<FilterBox, Problem> problems() {
    return problemsView;
  }

  /** Whether something is typed. */
  BooleanBinding active() {
    return Bindings.isNotEmpty(typed);
  }

  /** Types into a box and filters by all of them; blank for no filter there. */
  void type(FilterBox box, String text) {
    if (text.equals(typed.getOrDefault(box, ""))) {
      return;
    }
    read(box, text);
    if (text.isBlank()) {
      typed.remove(box);
    } else {
      typed.put(box, text);
    }
    apply();
  }

  /** Empties all boxes. */
  public void clear() {
    conditions.clear();
    problems.clear();
    typed.clear();
    apply();
  }

  /** Filters no longer, but remembers what stood in the boxes until something else does. */
  void setAside() {
    FilterTexts before = texts();
    boolean some = !typed.isEmpty();
    clear();
    // What no box says may filter as well.
    records.filterBy(RowFilter.NONE);
    aside.set(Optional.of(before).filter(texts -> some));
  }

  /** What stood in the boxes before it was set aside; empty when nothing is. */
  ReadOnlyObjectProperty<Optional<FilterTexts>> aside() {
    return aside.getReadOnlyProperty();
  }

  /** Filters again by what was set aside. */
  void bringBack() {
    aside.get().ifPresent(this::take);
  }

  /** Is content without what was set aside. */
  void forgetAside() {
    aside.set(Optional.empty());
  }

  /** What stands in all boxes. */
  FilterTexts texts() {
    Map<String, String> columns = new LinkedHashMap<>();
    typed.forEach(
        (box, text) -> {
          if (box.kind() == FilterBox.Kind.COLUMN) {
            columns.put(box.column(), text);
          }
        });
    return new FilterTexts(
        columns, typed.getOrDefault(FilterBox.ANY, ""), typed.getOrDefault(FilterBox.WHERE, ""));
  }

  /**
   * Types into all boxes at once and filters by them.
   *
   * @return the columns for which something was to be typed and that the table does not have
   */
  public List<String> take(FilterTexts texts) {
    if (texts.equals(texts())) {
      return List.of();
    }
    Map<FilterBox, String> next = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    texts
        .columns()
        .forEach(
            (name, text) ->
                records
                    .table()
                    .column(name)
                    .ifPresentOrElse(
                        column -> next.put(FilterBox.of(column.name()), text),
                        () -> missing.add(name)));
    next.put(FilterBox.ANY, texts.any());
    next.put(FilterBox.WHERE, texts.where());
    next.values().removeIf(String::isBlank);
    conditions.clear();
    problems.clear();
    next.forEach(this::read);
    typed.keySet().retainAll(next.keySet());
    typed.putAll(next);
    apply();
    return missing;
  }

  /** Whether the condition in SQL is being looked at, after which the rows may change. */
  ReadOnlyBooleanProperty checking() {
    return underCheck.getReadOnlyProperty();
  }

  /** Before the text is shown to those who listen, so that they find what it means. */
  private void read(FilterBox box, String text) {
    conditions.remove(box);
    problems.remove(box);
    if (text.isBlank() || box.kind() == FilterBox.Kind.WHERE) {
      return;
    }
    try {
      conditions.put(box, FilterParser.parse(text));
    } catch (FilterProblem wrong) {
      problems.put(box, wrong);
    }
  }

  private void apply() {
    aside.set(Optional.empty());
    checking.cancel();
    underCheck.set(false);
    problems.remove(FilterBox.WHERE);
    if (problems.isEmpty()) {
      Map<String, Condition> columns = new LinkedHashMap<>();
      conditions.forEach(
          (box, condition) -> {
            if (box.kind() == FilterBox.Kind.COLUMN) {
              columns.put(box.column(), condition);
            }
          });
      Optional<Condition> any = Optional.ofNullable(conditions.get(FilterBox.ANY));
      String where = typed.getOrDefault(FilterBox.WHERE, "");
      filter(new RowFilter(columns, any, where).on(records.table()));
    }
  }

  private void filter(RowFilter filter) {
    if (filter.where().isBlank()) {
      records.filterBy(filter);
      return;
    }
    underCheck.set(true);
    checking.start(
        "Checking the condition",
        monitor -> {
          filter.check(records.open().database(), records.table(), monitor);
          return filter;
        },
        checked -> {
          records.filterBy(checked);
          underCheck.set(false);
        },
        problem -> {
          problems.put(FilterBox.WHERE, problem);
          underCheck.set(false);
        });
  }

  /** The SQL that a box has become, or empty while it is blank or wrong. */
  String sql(FilterBox box) {
    if (problems.containsKey(box)) {
      return "";
    }
    Condition condition = conditions.get(box);
    RowFilter alone =
        switch (box.kind()) {
          case COLUMN -> condition == null ? RowFilter.NONE : RowFilter.of(box.column(), condition);
          case ANY_COLUMN -> new RowFilter(Map.of(), Optional.ofNullable(condition), "");
          case WHERE ->
              new RowFilter(Map.of(), Optional.empty(), typed.getOrDefault(FilterBox.WHERE, ""));
        };
    return alone.on(records.table()).predicate(records.table()).readable();
  }

  /** What the boxes would become with these texts, or why they would not. */
  String wouldBe(FilterTexts texts) {
    Map<String, Condition> columns = new LinkedHashMap<>();
    try {
      texts.columns().forEach((name, text) -> columns.put(name, FilterParser.parse(text)));
      Optional<Condition> any =
          texts.any().isBlank() ? Optional.empty() : Optional.of(FilterParser.parse(texts.any()));
      return new RowFilter(columns, any, texts.where())
          .on(records.table())
          .predicate(records.table())
          .readable()
          .strip();
    } catch (FilterProblem wrong) {
      return wrong.what();
    }
  }

  /** What stands after WHERE for the rows that are shown; empty when all are. */
  String condition() {
    return records.filter().get().predicate(records.table()).readable().strip();
  }

  /** The rows that are shown, as a query. */
  String sql() {
    return records.filter().get().sql(records.table());
  }

  /** Stops checking. */
  void close() {
    checking.cancel();
  }
}
