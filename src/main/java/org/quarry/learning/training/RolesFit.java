package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.data.Coder;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.work.Monitor;

/**
 * How the roles of an earlier training fit the columns of a source as they are now. Case does not
 * matter in names.
 *
 * @param look the columns, with the roles that would be proposed for the same target
 * @param gone the columns that had a role and are not there any more
 * @param unfit the features whose first rows hold a value that is none of their kind
 */
public record RolesFit(DataSource.Look look, List<String> gone, List<Feature> unfit) {
  /** What comes later is said when all rows are looked at. */
  private static final long ROWS = 10_000;

  /** Copies the lists. */
  public RolesFit {
    gone = List.copyOf(gone);
    unfit = List.copyOf(unfit);
  }

  /**
   * Looks at a source. Blocks on the disk.
   *
   * @throws org.quarry.work.Problem if it cannot be read
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static RolesFit of(Database database, DataSource source, Roles roles, Monitor monitor) {
    List<String> columns = source.columns(database, monitor);
    List<String> gone = roles.columns().stream().filter(name -> !holds(columns, name)).toList();
    @Nullable String target = holds(gone, roles.target()) ? null : roles.target();
    List<Feature> left =
        roles.features().stream().filter(feature -> !holds(gone, feature.name())).toList();
    return new RolesFit(
        DataProposal.of(database, source, target, monitor),
        gone,
        left.isEmpty() ? List.of() : unfit(database, source, left, monitor));
  }

  private static boolean holds(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static List<Feature> unfit(
      Database database, DataSource source, List<Feature> features, Monitor monitor) {
    Rows rows =
        source.first(database, features.stream().map(Feature::name).toList(), ROWS, monitor);
    List<Feature> unfit = new ArrayList<>();
    for (Feature feature : features) {
      monitor.checkpoint();
      int at = Rows.position(rows.columns(), feature.name());
      if (rows.rows().stream()
          .map(row -> row.values().get(at))
          .anyMatch(value -> value != null && !Coder.accepts(feature.kind(), value))) {
        unfit.add(feature);
      }
    }
    return unfit;
  }
}
