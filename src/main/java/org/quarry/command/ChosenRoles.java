package org.quarry.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
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
import org.quarry.work.Monitor;

/**
 * Where the rows are and what their columns are for, as {@link RoleOptions} say.
 *
 * @param source where the rows are
 * @param roles what the columns are for
 * @param proposed what was proposed, a line for each column, or empty when nothing was
 */
record ChosenRoles(DataSource source, Roles roles, List<String> proposed) {
  /**
   * Finds them. Blocks on the disk.
   *
   * @throws org.quarry.work.Problem if a table or column is not there, or no feature is left
   * @throws WrongUsage if options contradict each other
   */
  static ChosenRoles of(RoleOptions asked, Database database, Monitor monitor) {
    DataSource source =
        asked.query == null
            ? new DataSource.OfTable(
                Tables.find(database, asked.table == null ? "" : asked.table, monitor))
            : DataSource.query(asked.query);
    ColumnNames names = new ColumnNames(source.name(), source.columns(database, monitor));
    String target =
        names.find(asked.target).orElseThrow(() -> unknown(asked.target, names.known()));
    String group = asked.group == null ? null : names.one(asked.group);
    Choice choice = new Choice(names, asked, target, group);
    List<ColumnProposal> proposed = List.of();
    if (asked.features.isEmpty()) {
      proposed = DataProposal.of(database, source, target, monitor).roles().columns();
      choice.propose(proposed);
    } else {
      choice.name();
    }
    choice.change();
    List<Feature> features = List.copyOf(choice.features.values());
    if (features.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "No column is proposed as a feature.", "Name what is to be learned from by --features.");
    }
    return new ChosenRoles(
        source, new Roles(features, target, group), proposed.stream().map(choice::line).toList());
  }

  private static LearningProblem unknown(String column, List<String> known) {
    return new LearningProblem.UnknownColumn(column, known);
  }

  /** The features while they are being chosen. */
  private static final class Choice {
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final ColumnNames names;
    private final RoleOptions asked;
    private final String target;
    private final @Nullable String group;
    private final List<String> ignored;

    Choice(ColumnNames names, RoleOptions asked, String target, @Nullable String group) {
      this.names = names;
      this.asked = asked;
      this.target = target;
      this.group = group;
      this.ignored = names.many(asked.ignored);
    }

    void name() {
      Roles.numeric(names.many(asked.features), target)
          .features()
          .forEach(feature -> features.put(feature.name(), feature));
    }

    void propose(List<ColumnProposal> proposed) {
      for (ColumnProposal column : proposed) {
        String name = column.column();
        if (column.role() == Role.FEATURE && !ignored.contains(name) && !name.equals(group)) {
          features.put(name, column.feature());
        }
      }
    }

    void change() {
      names
          .many(asked.nominal)
          .forEach(name -> put("--nominal", name, Kind.NOMINAL, DateNumber.DAYS));
      names
          .words("--date", asked.dates, DateNumber.DAYS.text())
          .forEach(
              (name, word) ->
                  put(
                      "--date",
                      name,
                      Kind.DATE,
                      Choices.one("--date", word, DateNumber.values(), DateNumber::text)));
      names
          .words("--missing", asked.missing, "")
          .forEach(
              (name, word) -> {
                Feature old = features.get(name);
                if (old == null) {
                  throw new WrongUsage("--missing names “" + name + "”, which is no feature.");
                }
                Missing way = Choices.one("--missing", word, Missing.values(), Missing::text);
                features.put(
                    name, new Feature(name, old.kind(), old.number(), way, old.categories()));
              });
    }

    private void put(String option, String name, Kind kind, DateNumber number) {
      Feature old = features.get(name);
      if (old == null && !asked.features.isEmpty()) {
        throw new WrongUsage(option + " names “" + name + "”, which is not among the --features.");
      }
      if (ignored.contains(name)) {
        throw new WrongUsage("“" + name + "” is ignored and a feature at once.");
      }
      Missing missing = Missing.LEAVE_OUT;
      if (old != null && old.missing() != Missing.LEAVE_OUT) {
        missing = kind == Kind.NOMINAL ? Missing.CATEGORY : Missing.MEAN;
      }
      features.put(name, new Feature(name, kind, number, missing, List.of()));
    }

    /** A proposed column with what became of it. */
    String line(ColumnProposal column) {
      String name = column.column();
      Feature feature = features.get(name);
      String role =
          feature != null
              ? text(feature)
              : name.equals(target) ? "target" : name.equals(group) ? "group" : "ignored";
      boolean own =
          ignored.contains(name)
              || name.equals(group)
              || (feature != null && !feature.equals(column.feature()));
      return "%s: %s. %s".formatted(name, role, own ? "As asked." : column.reason());
    }

    private static String text(Feature feature) {
      return "%s feature%s, missing values %s"
          .formatted(
              feature.kind().text(),
              feature.kind() == Kind.DATE ? " as " + feature.number().text() : "",
              feature.missing().text());
    }
  }
}
