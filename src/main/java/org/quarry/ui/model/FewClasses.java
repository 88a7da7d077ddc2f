package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ClassLabel;
import org.quarry.work.Monitor;

/** Finds a column whose rows fall into few classes, by the first rows of a table. */
final class FewClasses {
  private static final long ROWS = 10_000;
  private static final int MOST = 20;

  private final Set<ClassLabel> seen = new HashSet<>();
  private long labelled;
  private boolean refused;

  private FewClasses() {}

  /**
   * The first of some columns that holds from 2 to {@value #MOST} classes, one of them more than
   * once, or empty. Blocks on the disk.
   *
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  static String first(Database database, Table table, List<String> columns, Monitor monitor) {
    List<FewClasses> tallies = new ArrayList<>();
    columns.forEach(column -> tallies.add(new FewClasses()));
    new TableScan(database, table, columns)
        .forFirst(
            ROWS,
            row -> {
              for (int i = 0; i < tallies.size(); i++) {
                tallies.get(i).add(row.values().get(i));
              }
            },
            monitor);
    for (int i = 0; i < tallies.size(); i++) {
      if (tallies.get(i).few()) {
        return columns.get(i);
      }
    }
    return "";
  }

  private void add(@Nullable Object value) {
    if (value == null || refused) {
      return;
    }
    labelled++;
    ClassLabel label = ClassLabel.of(value);
    refused = label == null || (seen.add(label) && seen.size() > MOST);
  }

  private boolean few() {
    return !refused && seen.size() >= 2 && seen.size() < labelled;
  }
}
