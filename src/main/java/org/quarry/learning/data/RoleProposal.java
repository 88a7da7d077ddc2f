package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.profile.ColumnProfiler;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/**
 * A role for each column of a table, view or query, proposed from what the columns are: to be shown
 * and changed before anything is learned. Immutable.
 *
 * @param columns a proposal for each column, in order; at most one is the target
 */
public record RoleProposal(List<ColumnProposal> columns) {
  /** How long a column of a table is looked at whole before a sample of it has to do. */
  private static final long MILLIS = 300;

  private static final Set<String> USUAL =
      Set.of("target", "class", "label", "outcome", "category", "y");

  /** Passes on the wish to stop; its progress is that of a part. */
  private record Quiet(Monitor whole) implements Monitor {
    @Override
    public void report(long done, long total, String message) {}

    @Override
    public boolean isCancelled() {
      return whole.isCancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
      return whole.onCancel(action);
    }
  }

  /** Copies the list. */
  public RoleProposal {
    columns = List.copyOf(columns);
  }

  /**
   * Looks at the columns of a table or view, each as a whole where that is quick, else at a sample
   * spread over the table. Blocks on the disk.
   *
   * @param target the column to learn, or null to propose one as well
   * @param monitor told columns looked at
   * @throws LearningProblem.UnknownColumn if there is no such target
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static RoleProposal of(
      Database database, Table table, @Nullable String target, Monitor monitor) {
    return of(database, table, target, profile -> {}, monitor);
  }

  /** The same; the profile of each column is handed on in the order of the columns. */
  static RoleProposal of(
      Database database,
      Table table,
      @Nullable String target,
      Consumer<ColumnProfile> seen,
      Monitor monitor) {
    ColumnProfiler profiler = new ColumnProfiler(database, table);
    List<ColumnFacts> facts = new ArrayList<>();
    for (Column column : table.columns()) {
      monitor.checkpoint();
      monitor.report(facts.size(), table.columns().size(), "Looking at " + column.name());
      ColumnProfile profile = profiler.profile(column, RowFilter.NONE, MILLIS, new Quiet(monitor));
      seen.accept(profile);
      facts.add(ColumnFacts.of(table, profile));
    }
    return of(facts, target);
  }

  /**
   * Looks at the first rows of a query, or at any other rows.
   *
   * @param target the column to learn, or null to propose one as well
   * @throws LearningProblem.UnknownColumn if there is no such target
   */
  public static RoleProposal of(Rows rows, @Nullable String target) {
    return of(ColumnFacts.of(rows), target);
  }

  static RoleProposal of(List<ColumnFacts> facts, @Nullable String target) {
    List<String> names = facts.stream().map(ColumnFacts::column).toList();
    int learned = target == null ? usual(facts) : Rows.position(names, target);
    List<ColumnProposal> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < facts.size(); i++) {
      ColumnProposal column = ColumnProposal.of(facts.get(i));
      boolean first = seen.add(column.column().toLowerCase(Locale.ROOT));
      if (i == learned) {
        columns.add(target(column, facts.get(i)));
      } else {
        columns.add(first ? column : twin(column));
      }
    }
    return new RoleProposal(columns);
  }

  private static ColumnProposal target(ColumnProposal column, ColumnFacts facts) {
    return new ColumnProposal(
        column.column(),
        Role.TARGET,
        column.kind(),
        column.number(),
        column.missing(),
        facts.nulls() == 0
            ? "It holds %d classes.".formatted(facts.distinct())
            : "It holds %d classes; %d without one can be predicted."
                .formatted(facts.distinct(), facts.nulls()));
  }

  private static ColumnProposal twin(ColumnProposal column) {
    return new ColumnProposal(
        column.column(),
        Role.IGNORED,
        column.kind(),
        column.number(),
        column.missing(),
        "Another column has this name.");
  }

  /** A column of few values with a usual name, else the last of texts, else the last; or -1. */
  private static int usual(List<ColumnFacts> facts) {
    int best = -1;
    int rank = 0;
    for (int i = 0; i < facts.size(); i++) {
      ColumnFacts each = facts.get(i);
      if (!ColumnProposal.few(each)
          || each.distinct() < 2
          || each.naming() != ColumnFacts.Naming.NO
          || each.reals() > 0
          || each.moments()) {
        continue;
      }
      boolean named = USUAL.contains(each.column().toLowerCase(Locale.ROOT));
      int value = named ? 3 : each.texts() > 0 ? 2 : 1;
      if (value >= rank) {
        rank = value;
        best = i;
      }
    }
    return best;
  }

  /** The proposal of a column that is the target, if one is. */
  public Optional<ColumnProposal> target() {
    return columns.stream().filter(column -> column.role() == Role.TARGET).findFirst();
  }

  /**
   * The same with another choice for a column. A target or group before it is ignored from now on.
   *
   * @param choice the choice; its column is found by its name
   */
  public RoleProposal with(ColumnProposal choice) {
    boolean single = choice.role() == Role.TARGET || choice.role() == Role.GROUP;
    return new RoleProposal(
        columns.stream()
            .map(
                column -> {
                  if (column.column().equals(choice.column())) {
                    return choice;
                  }
                  return single && column.role() == choice.role()
                      ? column.as(Role.IGNORED)
                      : column;
                })
            .toList());
  }

  /**
   * The roles, to make a data set with.
   *
   * @throws LearningProblem.BadSettings if there is no target or no feature
   */
  public Roles roles() {
    return new Roles(
        columns.stream()
            .filter(column -> column.role() == Role.FEATURE)
            .map(ColumnProposal::feature)
            .toList(),
        target()
            .orElseThrow(
                () ->
                    new LearningProblem.BadSettings(
                        "There is no column to learn.", "Choose a target."))
            .column(),
        columns.stream()
            .filter(column -> column.role() == Role.GROUP)
            .map(ColumnProposal::column)
            .findFirst()
            .orElse(null));
  }
}
