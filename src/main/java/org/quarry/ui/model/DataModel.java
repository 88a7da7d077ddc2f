package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;
import org.quarry.learning.training.DataProposal;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/** What is learned from what: a table, its features, its target. For the UI thread. */
public final class DataModel {
  private final OpenDatabase open;
  private final Latest surveying;
  private final Latest choosing;
  private final ObservableList<String> tables = FXCollections.observableArrayList();
  private final StringProperty table = new SimpleStringProperty("");
  private final BooleanProperty fromQuery = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper group = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private String queryFault = "";
  private final ObservableList<String> targets = FXCollections.observableArrayList();
  private final StringProperty target = new SimpleStringProperty("");
  private final ObservableList<FeatureChoice> columns = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Survey> survey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final Runnable written = this::look;
  private final Subscription schemaChanges;
  private List<Column> known = List.of();
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
    fromQuery.subscribe(
        (was, is) -> {
          if (!settling) {
            suggest();
          }
        });
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

  /** Whether the rows come from {@link #query}, not from {@link #table}. */
  public BooleanProperty fromQuery() {
    return fromQuery;
  }

  /** The query as it is typed; {@link #useQuery} takes it. */
  public StringProperty query() {
    return query;
  }

  /** Learns from the rows of the query from now on. */
  public void useQuery() {
    changing(() -> fromQuery.set(true));
    suggest();
  }

  /** The column that tells the groups, or empty. */
  public ReadOnlyStringProperty group() {
    return group.getReadOnlyProperty();
  }

  /** Whether the columns are being looked at. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
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
        .filter(choice -> choice.role() == Role.FEATURE)
        .map(FeatureChoice::name)
        .toList();
  }

  /** What the columns are for, empty while something is to be chosen. */
  Optional<Roles> roles() {
    if (!findFault().isEmpty()) {
      return Optional.empty();
    }
    List<Feature> features =
        columns.stream()
            .filter(choice -> choice.role() == Role.FEATURE)
            .map(choice -> choice.chosen().get().feature())
            .toList();
    return Optional.of(
        new Roles(features, target.get(), group.get().isEmpty() ? null : group.get()));
  }

  /** Where the rows are, empty while that is not chosen or no query. */
  Optional<DataSource> source() {
    if (!fromQuery.get()) {
      return chosenTable().map(DataSource.OfTable::new);
    }
    try {
      queryFault = "";
      return Optional.of(DataSource.query(query.get()));
    } catch (LearningProblem bad) {
      queryFault = bad.what() + " " + bad.next();
      return Optional.empty();
    }
  }

  /** What the source is called in a line. */
  String sourceName() {
    return fromQuery.get() ? "Query" : table.get();
  }

  /** The table to learn from. */
  Optional<Table> chosenTable() {
    return open.schema().get().table(table.get());
  }

  /** Makes every column a feature that was proposed as one. */
  public void chooseMeasurements() {
    changing(
        () ->
            columns.stream()
                .filter(choice -> choice.role() == Role.IGNORED && choice.isProposed())
                .forEach(choice -> choice.setRole(Role.FEATURE)));
  }

  /** Makes no column a feature. */
  public void chooseNone() {
    changing(
        () ->
            columns.stream()
                .filter(choice -> choice.role() == Role.FEATURE)
                .forEach(choice -> choice.setRole(Role.IGNORED)));
  }

  /** Gives a column a role; the target or group before it is ignored from then on. */
  public void setRole(FeatureChoice choice, Role role) {
    changing(
        () -> {
          if (role == Role.TARGET) {
            target.set(choice.name());
          } else if (choice.role() == Role.TARGET) {
            target.set("");
          }
          if (role == Role.GROUP) {
            columns.stream()
                .filter(other -> other.role() == Role.GROUP)
                .forEach(other -> other.setRole(Role.IGNORED));
          }
          choice.setRole(role);
        });
  }

  /** Takes the values of a column for something else. */
  public void setKind(FeatureChoice choice, Kind kind) {
    changing(() -> choice.setKind(kind));
  }

  /** Says what a moment becomes. */
  public void setNumber(FeatureChoice choice, DateNumber number) {
    changing(() -> choice.setNumber(number));
  }

  /** Says what becomes of missing values. */
  public void setMissing(FeatureChoice choice, Missing missing) {
    changing(() -> choice.setMissing(missing));
  }

  /** Follows the schema: what is chosen stays where it still can. */
  private void refresh() {
    List<String> names =
        Suggestion.learnable(open.schema().get()).stream().map(Table::name).toList();
    boolean same =
        chosenTable()
            .filter(found -> names.contains(found.name()))
            .map(Table::columns)
            .filter(found -> found.equals(known))
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
    if (!same && !fromQuery.get()) {
      suggest();
    }
  }

  private void suggest() {
    choosing.cancel();
    Optional<Table> chosen = fromQuery.get() ? Optional.empty() : chosenTable();
    Suggestion suggestion =
        chosen.map(found -> Suggestion.of(open.schema().get(), found)).orElse(Suggestion.NONE);
    Optional<DataSource> source = source();
    known = chosen.map(Table::columns).orElse(List.of());
    looking.set(source.isPresent());
    changing(
        () -> {
          columns.clear();
          targets.clear();
          target.set("");
        });
    source.ifPresent(
        from ->
            choosing.start(
                "Looking at the columns of " + from.name(),
                monitor -> look(from, chosen, suggestion, monitor),
                found -> propose(found, suggestion.features()),
                this::sayUnread));
  }

  private DataSource.Look look(
      DataSource source, Optional<Table> table, Suggestion suggestion, Monitor monitor) {
    String named = suggestion.target();
    if (named.isEmpty() && table.isPresent() && !suggestion.others().isEmpty()) {
      named = FewClasses.first(open.database(), table.get(), suggestion.others(), monitor);
    }
    return DataProposal.of(open.database(), source, named.isEmpty() ? null : named, monitor);
  }

  private void propose(DataSource.Look look, Set<String> shared) {
    looking.set(false);
    List<FeatureChoice> choices = FeatureChoice.of(look, shared);
    changing(
        () -> {
          columns.setAll(choices);
          targets.setAll(choices.stream().map(FeatureChoice::name).toList());
          target.set(look.roles().target().map(ColumnProposal::column).orElse(""));
        });
  }

  private void sayUnread(Problem problem) {
    looking.set(false);
    unread.set(problem.what() + " " + problem.why());
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
    for (FeatureChoice choice : columns) {
      boolean is = choice.name().equals(target.get());
      if (is != (choice.role() == Role.TARGET)) {
        choice.setRole(is ? Role.TARGET : Role.IGNORED);
      }
    }
    group.set(
        columns.stream()
            .filter(choice -> choice.role() == Role.GROUP)
            .map(FeatureChoice::name)
            .findFirst()
            .orElse(""));
  }

  private void look() {
    survey.set(null);
    unread.set("");
    surveying.cancel();
    fault.set(findFault());
    Optional<DataSource> source = source();
    Optional<Roles> roles = roles();
    if (source.isEmpty() || roles.isEmpty()) {
      return;
    }
    surveying.start(
        "Looking at " + source.get().name(),
        monitor -> Survey.take(open.database(), source.get(), roles.get(), monitor),
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
    if (source().isEmpty()) {
      return fromQuery.get() ? queryFault : "Choose a table.";
    }
    if (looking.get()) {
      return "Looking at the columns…";
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
