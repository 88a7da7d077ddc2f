package org.quarry.ui.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.ScannedRow;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ClassLabel;
import org.quarry.work.Monitor;

/**
 * What the rows hold that are to be learned from.
 *
 * @param rows all rows
 * @param unlabelled rows without a target
 * @param incomplete rows with a target that lack a feature
 * @param classes the rows of each class among the others; no more than {@link #MOST_CLASSES} are
 *     kept
 * @param tooManyClasses whether there are more classes than are kept
 * @param unusable the first value that makes training impossible, a sentence, or empty
 */
record Survey(
    long rows,
    long unlabelled,
    long incomplete,
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
    return rows - unlabelled - incomplete;
  }

  /**
   * Looks at every row. Blocks on the disk.
   *
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  static Survey take(
      Database database, Table table, List<String> features, String target, Monitor monitor) {
    List<String> columns = Stream.concat(features.stream(), Stream.of(target)).toList();
    Tally tally = new Tally(columns);
    new TableScan(database, table, columns).forEach(tally::add, monitor);
    return tally.survey();
  }

  private static final class Tally {
    private final List<String> columns;
    private final Map<ClassLabel, Long> classes = new TreeMap<>();
    private long rows;
    private long unlabelled;
    private long incomplete;
    private boolean tooManyClasses;
    private String unusable = "";

    Tally(List<String> columns) {
      this.columns = columns;
    }

    void add(ScannedRow row) {
      rows++;
      @Nullable Object target = row.values().getLast();
      if (target == null) {
        unlabelled++;
        return;
      }
      boolean complete = true;
      for (int i = 0; i < columns.size() - 1; i++) {
        @Nullable Object value = row.values().get(i);
        if (value == null) {
          complete = false;
        } else if (!isNumber(value)) {
          refuse("“" + columns.get(i) + "” holds a value that is no number in " + row.key());
        }
      }
      if (!complete) {
        incomplete++;
        return;
      }
      ClassLabel label = ClassLabel.of(target);
      if (label == null) {
        refuse("“" + columns.getLast() + "” holds a value that names no class in " + row.key());
      } else if (classes.containsKey(label) || classes.size() < MOST_CLASSES) {
        classes.merge(label, 1L, Long::sum);
      } else {
        tooManyClasses = true;
      }
    }

    private static boolean isNumber(Object value) {
      return value instanceof Long || (value instanceof Double number && Double.isFinite(number));
    }

    private void refuse(String why) {
      if (unusable.isEmpty()) {
        unusable = why + ".";
      }
    }

    Survey survey() {
      return new Survey(rows, unlabelled, incomplete, classes, tooManyClasses, unusable);
    }
  }
}
