package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.quarry.database.filter.Condition;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.FilterProblem;
import org.quarry.database.filter.RowFilter;
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
    checking.cancel();
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
    checking.start(
        "Checking the condition",
        monitor -> {
          filter.check(records.open().database(), records.table(), monitor);
          return filter;
        },
        records::filterBy,
        problem -> problems.put(FilterBox.WHERE, problem));
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

  /** The rows that are shown, as a query. */
  String sql() {
    return records.filter().get().sql(records.table());
  }

  /** Stops checking. */
  void close() {
    checking.cancel();
  }
}
