package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;
import org.quarry.learning.training.DataProposal;
import org.quarry.learning.training.RolesFit;
import org.quarry.learning.training.RunSource;
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
  private final SourceChoice from;
  private final RoleChoices choices = new RoleChoices(this::look);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Survey> survey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final Runnable written = this::look;
  private final Subscription schemaChanges;

  DataModel(Background background, OpenDatabase open) {
    this.open = open;
    surveying = new Latest(background);
    choosing = new Latest(background);
    from = new SourceChoice(open, this::suggest);
    schemaChanges = open.schema().subscribe((was, is) -> refresh());
    open.onWritten(written);
    refresh();
  }

  /** The tables and views that can be learned from, by name. */
  public ObservableList<String> tables() {
    return from.tables();
  }

  /** The one to learn from, or empty when there is none. */
  public StringProperty table() {
    return from.table();
  }

  /** Whether the rows come from {@link #query}, not from {@link #table}. */
  public BooleanProperty fromQuery() {
    return from.fromQuery();
  }

  /** The query as it is typed; {@link #useQuery} takes it. */
  public StringProperty query() {
    return from.query();
  }

  /** Learns from the rows of the query from now on. */
  public void useQuery() {
    from.turnToQuery();
    suggest();
  }

  /** The column that tells the groups, or empty. */
  public ReadOnlyStringProperty group() {
    return choices.group();
  }

  /** Whether the columns are being looked at. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** The columns that can be the target, by name. */
  public ObservableList<String> targets() {
    return choices.targets();
  }

  /** The column to learn, or empty. */
  public StringProperty target() {
    return choices.target();
  }

  /** The columns of the table. */
  public ObservableList<FeatureChoice> columns() {
    return choices.columns();
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
    return choices.features();
  }

  /** What the columns are for, empty while something is to be chosen. */
  Optional<Roles> roles() {
    return findFault().isEmpty() ? Optional.of(choices.roles()) : Optional.empty();
  }

  /** Where the rows are, empty while that is not chosen or no query. */
  Optional<DataSource> source() {
    return from.source();
  }

  /** What the source is called in a line. */
  String sourceName() {
    return from.name();
  }

  /** Makes every column a feature that was proposed as one. */
  public void chooseMeasurements() {
    choices.chooseMeasurements();
  }

  /** Makes no column a feature. */
  public void chooseNone() {
    choices.chooseNone();
  }

  /** Gives a column a role; the target or group before it is ignored from then on. */
  public void setRole(FeatureChoice choice, Role role) {
    choices.setRole(choice, role);
  }

  /** Takes the values of a column for something else. */
  public void setKind(FeatureChoice choice, Kind kind) {
    choices.change(() -> choice.setKind(kind));
  }

  /** Says what a moment becomes. */
  public void setNumber(FeatureChoice choice, DateNumber number) {
    choices.change(() -> choice.setNumber(number));
  }

  /** Says what becomes of missing values. */
  public void setMissing(FeatureChoice choice, Missing missing) {
    choices.change(() -> choice.setMissing(missing));
  }

  /**
   * Turns to the source of an earlier training and gives its columns the part they had there.
   *
   * @param told hears what could not be as it was, a sentence each, once the columns are looked at;
   *     nothing where another source is chosen meanwhile
   */
  void put(RunSource past, Roles roles, Consumer<List<String>> told) {
    if (!from.turnTo(past)) {
      told.accept(
          List.of(
              "The table “%s” is not there any more, so what is learned from stays as it was."
                  .formatted(past.text())));
      return;
    }
    Optional<DataSource> source = lookAnew();
    if (source.isEmpty()) {
      told.accept(List.of(from.fault()));
      return;
    }
    choosing.start(
        "Looking at the columns of " + past.name(),
        monitor -> new PastRoles(roles, RolesFit.of(open.database(), source.get(), roles, monitor)),
        found -> {
          looking.set(false);
          choices.offer(found.choices(), found.target());
          told.accept(found.lacking());
        },
        problem -> {
          sayUnseen(problem);
          told.accept(List.of(problem.what()));
        });
  }

  /** Follows the schema: what is chosen stays where it still can. */
  private void refresh() {
    from.follow();
    if (from.isUnseen()) {
      suggest();
    } else {
      look();
    }
  }

  private void suggest() {
    Optional<Table> chosen = from.chosen();
    Suggestion suggestion =
        chosen.map(found -> Suggestion.of(open.schema().get(), found)).orElse(Suggestion.NONE);
    lookAnew()
        .ifPresent(
            of ->
                choosing.start(
                    "Looking at the columns of " + of.name(),
                    monitor -> look(of, chosen, suggestion, monitor),
                    found -> propose(found, suggestion.features()),
                    this::sayUnseen));
  }

  /** Forgets the columns before those of the source are looked at, if there is one. */
  private Optional<DataSource> lookAnew() {
    choosing.cancel();
    Optional<DataSource> source = source();
    from.seen();
    looking.set(source.isPresent());
    choices.offer(List.of(), "");
    return source;
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
    choices.offer(
        FeatureChoice.of(look, shared),
        look.roles().target().map(ColumnProposal::column).orElse(""));
  }

  private void sayUnseen(Problem problem) {
    looking.set(false);
    sayUnread(problem);
    fault.set(unread.get());
  }

  private void sayUnread(Problem problem) {
    unread.set(problem.what() + " " + problem.why());
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
              .formatted(target().get(), Texts.number(Survey.MOST_CLASSES)));
    }
  }

  private String findFault() {
    String none = from.fault();
    if (!none.isEmpty()) {
      return none;
    }
    if (looking.get()) {
      return "Looking at the columns…";
    }
    if (target().get().isEmpty()) {
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
