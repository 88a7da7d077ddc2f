package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** What is learned from what: a table, its features, its target. For the UI thread. */
public final class DataModel {
  private final OpenDatabase open;
  private final Latest surveying;
  private final Latest choosing;
  private final ObservableList<String> tables = FXCollections.observableArrayList();
  private final StringProperty table = new SimpleStringProperty("");
  private final ObservableList<String> targets = FXCollections.observableArrayList();
  private final StringProperty target = new SimpleStringProperty("");
  private final ObservableList<FeatureChoice> columns = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Survey> survey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final Runnable written = this::look;
  private final Subscription schemaChanges;
  private boolean settling;

  DataModel(Background background, OpenDatabase open) {
    this.open = open;
    surveying = new Latest(background);
    choosing = new Latest(background);
    table.subscribe(
        (was, is) -> {
          if (!settling) {
            suggest();
          }
        });
    target.subscribe((was, is) -> settle());
    schemaChanges = open.schema().subscribe((was, is) -> refresh());
    open.onWritten(written);
    refresh();
  }

  /** The tables and views that can be learned from, by name. */
  public ObservableList<String> tables() {
    return tables;
  }

  /** The one to learn from, or empty when there is none. */
  public StringProperty table() {
    return table;
  }

  /** The columns that can be the target, by name. */
  public ObservableList<String> targets() {
    return targets;
  }

  /** The column to learn, or empty. */
  public StringProperty target() {
    return target;
  }

  /** The columns of the table. */
  public ObservableList<FeatureChoice> columns() {
    return columns;
  }

  /** What the rows hold, or null until that is known. */
  ReadOnlyObjectProperty<@Nullable Survey> survey() {
    return survey.getReadOnlyProperty();
  }

  /** Why the rows could not be looked at, or empty; training may succeed all the same. */
  ReadOnlyStringProperty unread() {
    return unread.getReadOnlyProperty();
  }

  /** Why nothing can be learned from the choice, a sentence, or empty. */
  public ReadOnlyStringProperty fault() {
    return fault.getReadOnlyProperty();
  }

  /** The features in the order of the columns. */
  public List<String> features() {
    return columns.stream()
        .filter(choice -> choice.chosen().get())
        .map(choice -> choice.column().name())
        .toList();
  }

  /** The table to learn from. */
  Optional<Table> chosenTable() {
    return open.schema().get().table(table.get());
  }

  /** Makes every measurement a feature. */
  public void chooseMeasurements() {
    choose(
        columns.stream()
            .filter(FeatureChoice::isMeasurement)
            .map(choice -> choice.column().name())
            .collect(Collectors.toSet()));
  }

  /** Makes no column a feature. */
  public void chooseNone() {
    choose(Set.of());
  }

  private void choose(Set<String> names) {
    changing(() -> setChosen(names));
  }

  private void setChosen(Set<String> names) {
    columns.forEach(
        choice ->
            choice
                .chosen()
                .set(choice.refusal().get().isEmpty() && names.contains(choice.column().name())));
  }

  /** Follows the schema: what is chosen stays where it still can. */
  private void refresh() {
    List<String> names =
        Suggestion.learnable(open.schema().get()).stream().map(Table::name).toList();
    boolean same =
        chosenTable()
            .filter(found -> names.contains(found.name()))
            .map(Table::columns)
            .filter(found -> found.equals(columns.stream().map(FeatureChoice::column).toList()))
            .isPresent();
    changing(
        () -> {
          if (!tables.equals(names)) {
            tables.setAll(names);
          }
          if (!names.contains(table.get())) {
            table.set(Suggestion.table(open.schema().get()).map(Table::name).orElse(""));
          }
        });
    if (!same) {
      suggest();
    }
  }

  private void suggest() {
    choosing.cancel();
    Optional<Table> chosen = chosenTable();
    Suggestion suggestion =
        chosen.map(found -> Suggestion.of(open.schema().get(), found)).orElse(Suggestion.NONE);
    changing(
        () -> {
          columns.setAll(
              chosen.map(Table::columns).orElse(List.of()).stream()
                  .map(FeatureChoice::new)
                  .toList());
          columns.forEach(choice -> choice.chosen().subscribe((was, is) -> settle()));
          targets.setAll(chosen.map(DataModel::names).orElse(List.of()));
          target.set(suggestion.target());
          markTarget();
          setChosen(suggestion.features());
        });
    if (chosen.isPresent() && target.get().isEmpty() && !suggestion.others().isEmpty()) {
      choosing.start(
          "Looking for a target in " + table.get(),
          monitor -> FewClasses.first(open.database(), chosen.get(), suggestion.others(), monitor),
          this::suggestTarget,
          this::sayUnread);
    }
  }

  /** A target that was chosen meanwhile stays. */
  private void suggestTarget(String found) {
    if (target.get().isEmpty()) {
      target.set(found);
    }
  }

  private void sayUnread(Problem problem) {
    unread.set(problem.what() + " " + problem.why());
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** Makes several changes and settles them once. */
  private void changing(Runnable change) {
    boolean outer = settling;
    settling = true;
    change.run();
    settling = outer;
    settle();
  }

  private void settle() {
    if (settling) {
      return;
    }
    settling = true;
    markTarget();
    settling = false;
    look();
  }

  private void markTarget() {
    columns.forEach(choice -> choice.setTarget(choice.column().name().equals(target.get())));
  }

  private void look() {
    survey.set(null);
    unread.set("");
    surveying.cancel();
    fault.set(findFault());
    Optional<Table> chosen = chosenTable();
    String learned = target.get();
    if (chosen.isEmpty() || learned.isEmpty()) {
      return;
    }
    List<String> features = features();
    surveying.start(
        "Looking at " + table.get(),
        monitor -> Survey.take(open.database(), chosen.get(), features, learned, monitor),
        this::show,
        this::sayUnread);
  }

  private void show(Survey taken) {
    survey.set(taken);
    if (taken.tooManyClasses()) {
      fault.set(
          "“%s” holds more than %s classes, too many to tell apart. Choose another target."
              .formatted(target.get(), Texts.number(Survey.MOST_CLASSES)));
    }
  }

  private String findFault() {
    if (chosenTable().isEmpty()) {
      return "Choose a table.";
    }
    if (target.get().isEmpty()) {
      return "Choose a target.";
    }
    return features().isEmpty() ? "Choose at least one feature." : "";
  }

  /** Stops looking. */
  void close() {
    schemaChanges.unsubscribe();
    open.removeOnWritten(written);
    surveying.cancel();
    choosing.cancel();
  }
}
