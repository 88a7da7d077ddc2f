package org.quarry.ui.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.TableScan;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Coder;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.work.Monitor;

/**
 * What the rows hold that are to be learned from.
 *
 * @param rows all rows
 * @param unlabelled rows without a target: those to be predicted
 * @param incomplete rows with a target that lack a feature that must not be missing
 * @param ungrouped other rows that lack the group, where there is one
 * @param classes the rows of each class among the others; no more than {@link #MOST_CLASSES} are
 *     kept
 * @param tooManyClasses whether there are more classes than are kept
 * @param unusable the first value that makes training impossible, a sentence, or empty
 */
record Survey(
    long rows,
    long unlabelled,
    long incomplete,
    long ungrouped,
    Map<ClassLabel, Long> classes,
    boolean tooManyClasses,
    String unusable) {
  /**
   * Above so many classes a column is no target here: each pair of classes is fitted by itself, and
   * these are some 5 000 for every candidate and fold.
   */
  static final int MOST_CLASSES = 100;

  /** The rows to learn from. */
  long usable() {
    return rows - unlabelled - incomplete - ungrouped;
  }

  /**
   * Looks at every row. Blocks on the disk.
   *
   * @throws org.quarry.work.Problem if SQLite refuses or a column is not there
   * @throws org.quarry.work.Cancelled when cancelled
   */
  static Survey take(Database database, DataSource source, Roles roles, Monitor monitor) {
    return switch (source) {
      case DataSource.OfTable of -> {
        TableScan scan = new TableScan(database, of.table(), roles.columns());
        Tally tally = new Tally(scan.columns(), roles);
        scan.forEach(row -> tally.add(row.key(), row.values()), monitor);
        yield tally.survey();
      }
      case DataSource.OfQuery of -> {
        Rows rows = of.read(database, roles, monitor);
        Tally tally = new Tally(rows.columns(), roles);
        rows.rows().forEach(row -> tally.add(row.identity(), row.values()));
        yield tally.survey();
      }
    };
  }

  private static final class Tally {
    private final Roles roles;
    private final int[] featuresAt;
    private final int targetAt;
    private final int groupAt;
    private final Map<ClassLabel, Long> classes = new TreeMap<>();
    private long rows;
    private long unlabelled;
    private long incomplete;
    private long ungrouped;
    private boolean tooManyClasses;
    private String unusable = "";

    Tally(List<String> columns, Roles roles) {
      this.roles = roles;
      featuresAt =
          roles.features().stream()
              .mapToInt(feature -> Rows.position(columns, feature.name()))
              .toArray();
      targetAt = Rows.position(columns, roles.target());
      groupAt = roles.group() == null ? -1 : Rows.position(columns, roles.group());
    }

    void add(Object row, List<@Nullable Object> values) {
      rows++;
      @Nullable Object target = values.get(targetAt);
      if (target == null) {
        unlabelled++;
        return;
      }
      if (!isComplete(row, values)) {
        incomplete++;
        return;
      }
      if (groupAt >= 0 && values.get(groupAt) == null) {
        ungrouped++;
        return;
      }
      ClassLabel label = ClassLabel.of(target);
      if (label == null) {
        refuse("“" + roles.target() + "” holds a value that names no class in " + row);
      } else if (classes.containsKey(label) || classes.size() < MOST_CLASSES) {
        classes.merge(label, 1L, Long::sum);
      } else {
        tooManyClasses = true;
      }
    }

    private boolean isComplete(Object row, List<@Nullable Object> values) {
      boolean complete = true;
      for (int i = 0; i < featuresAt.length; i++) {
        @Nullable Object value = values.get(featuresAt[i]);
        Feature feature = roles.features().get(i);
        if (value == null) {
          complete &= feature.missing() != Missing.LEAVE_OUT;
        } else if (!Coder.accepts(feature.kind(), value)) {
          String no =
              switch (feature.kind()) {
                case NUMERIC -> "is no number";
                case NOMINAL -> "names no category";
                case DATE -> "is no day or moment";
              };
          refuse("“" + feature.name() + "” holds a value that " + no + " in " + row);
        }
      }
      return complete;
    }

    private void refuse(String why) {
      if (unusable.isEmpty()) {
        unusable = why + ".";
      }
    }

    Survey survey() {
      return new Survey(rows, unlabelled, incomplete, ungrouped, classes, tooManyClasses, unusable);
    }
  }
}
