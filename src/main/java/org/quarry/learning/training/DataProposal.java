package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.RoleProposal;
import org.quarry.learning.data.Roles;
import org.quarry.learning.report.DataWarning;
import org.quarry.learning.report.DataWarnings;
import org.quarry.work.Monitor;

/**
 * Proposes roles for the columns of a source: by what each column is, and by what it tells of the
 * target. A nominal column that gives the target away is ignored; of a number that does, it is
 * said.
 */
public final class DataProposal {
  /** The first rows are enough to see that a column is another name of the target. */
  private static final long ROWS = 10_000;

  private DataProposal() {}

  /**
   * Looks at the columns of a source. Blocks on the disk.
   *
   * @param target the column to learn, or null to propose one as well
   * @throws LearningProblem.UnknownColumn if there is no such target
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static DataSource.Look of(
      Database database, DataSource source, @Nullable String target, Monitor monitor) {
    DataSource.Look look = source.look(database, target, monitor);
    if (look.roles().target().isEmpty()
        || look.roles().columns().stream().noneMatch(column -> column.role() == Role.FEATURE)) {
      return look;
    }
    Roles roles = look.roles().roles();
    return new DataSource.Look(
        without(look.roles(), giveAways(database, source, roles, monitor)), look.distributions());
  }

  private static Map<String, String> giveAways(
      Database database, DataSource source, Roles roles, Monitor monitor) {
    // A row that lacks one column still tells of the others.
    List<Feature> lenient = new ArrayList<>();
    for (Feature feature : roles.features()) {
      lenient.add(
          new Feature(feature.name(), feature.kind(), feature.number(), Missing.MODE, List.of()));
    }
    Map<String, String> found = new HashMap<>();
    try {
      DataSet data =
          DataSet.of(
              source.first(database, roles.columns(), ROWS, monitor),
              new Roles(lenient, roles.target(), null));
      int[] all = IntStream.range(0, data.size()).toArray();
      List<Feature> features = data.roles().features();
      for (DataWarning warning :
          DataWarnings.giveAways(
              data.values(all),
              data.labels(all),
              data.classes().size(),
              data.features(),
              feature -> features.get(feature).kind() == Kind.NOMINAL,
              monitor)) {
        if (warning instanceof DataWarning.GiveAway giveAway) {
          found.put(data.features().get(giveAway.feature()), giveAway.sentence());
        }
      }
    } catch (LearningProblem unfit) {
      // What makes the rows unfit is said where they are to be learned from.
      return Map.of();
    }
    return found;
  }

  private static RoleProposal without(RoleProposal roles, Map<String, String> giveAways) {
    return new RoleProposal(
        roles.columns().stream()
            .map(
                column -> {
                  String sentence = giveAways.get(column.column());
                  if (sentence == null || column.role() != Role.FEATURE) {
                    return column;
                  }
                  Role role = column.kind() == Kind.NOMINAL ? Role.IGNORED : Role.FEATURE;
                  return new ColumnProposal(
                      column.column(),
                      role,
                      column.kind(),
                      column.number(),
                      column.missing(),
                      sentence);
                })
            .toList());
  }
}
