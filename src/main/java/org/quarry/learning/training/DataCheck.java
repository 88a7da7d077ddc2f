package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.DataWarning;
import org.quarry.learning.report.DataWarnings;
import org.quarry.learning.search.SearchData;
import org.quarry.work.Monitor;

/**
 * Looks at rows before anything is learned from them. Only rows for training are looked at: nothing
 * is ever learned from a row held out, warnings neither.
 */
public final class DataCheck {
  /**
   * Something to be known, and whom it concerns.
   *
   * @param warning what is the matter
   * @param identities the rows concerned, as they were given
   */
  public record Finding(DataWarning warning, List<Object> identities) {
    /** Copies the list. */
    public Finding {
      identities = List.copyOf(identities);
    }
  }

  private DataCheck() {}

  /**
   * All warnings about rows.
   *
   * @param monitor stops the work
   * @throws org.quarry.learning.LearningProblem if the rows cannot be learned from at all
   * @throws org.quarry.work.Cancelled when stopped
   */
  public static List<Finding> of(
      Rows rows, Roles roles, Split split, Validation validation, Monitor monitor) {
    DataSet data = DataSet.of(rows, roles);
    int[] training = split.divide(data.size()).training();
    SearchData searched = SearchData.of(data, training);
    List<String> classes = data.classes().stream().map(label -> label.text()).toList();
    List<Feature> features = searched.features();
    int[] labels = searched.labels();
    double[][] points = searched.points();
    monitor.checkpoint();
    List<DataWarning> found = new ArrayList<>();
    List<DataWarning> few = DataWarnings.fewRows(labels, classes, validation.folds());
    found.addAll(few);
    found.addAll(DataWarnings.imbalance(labels, classes));
    monitor.checkpoint();
    if (few.isEmpty()) {
      found.addAll(
          DataWarnings.twinsAcrossFolds(points, tested(validation.divide(searched), labels)));
    }
    monitor.checkpoint();
    found.addAll(DataWarnings.contradictions(points, labels));
    found.addAll(
        DataWarnings.giveAways(
            points,
            labels,
            classes.size(),
            features.stream().map(Feature::name).toList(),
            feature -> features.get(feature).kind() == Kind.NOMINAL,
            monitor));
    return found.stream()
        .map(
            warning ->
                new Finding(
                    warning,
                    Arrays.stream(warning.rows())
                        .mapToObj(row -> data.identity(training[row]))
                        .toList()))
        .toList();
  }

  /** The first fold that tests each row. */
  private static int[] tested(Folds folds, int[] labels) {
    int[] fold = new int[labels.length];
    for (int each = folds.count() - 1; each >= 0; each--) {
      for (int row : folds.test(each)) {
        fold[row] = each;
      }
    }
    return fold;
  }
}
