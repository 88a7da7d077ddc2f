package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.TableData;
import org.quarry.learning.report.Report;
import org.quarry.work.Monitor;

/**
 * A model held against the truth: what it says of rows whose class is known.
 *
 * @param report how often it is right
 * @param rows the rows of the table
 * @param unlabelled rows left out because their class is not known
 * @param missing rows left out because a feature is NULL
 * @param notNumeric rows left out because a feature is not what it must be
 */
public record ModelEvaluation(
    Report report, long rows, long unlabelled, long missing, long notNumeric) {
  /**
   * Evaluates a model on a table or view that has its features by name.
   *
   * @param target the column with the true classes; classes that the model does not know count as
   *     missed
   * @param monitor told rows read
   * @throws LearningProblem if a column is not there, holds what names no class, or no row is left
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static ModelEvaluation of(
      Database database, Table table, Model model, String target, Monitor monitor) {
    Rows rows = TableData.read(database, table, model.origin().features(), target, monitor);
    Predictor predictor = new Predictor(model, rows.columns());
    int targetAt = Rows.position(rows.columns(), target);
    List<ClassLabel> actual = new ArrayList<>();
    List<ClassLabel> predicted = new ArrayList<>();
    long unlabelled = 0;
    long missing = 0;
    long notNumeric = 0;
    for (Row row : rows.rows()) {
      @Nullable Object named = row.values().get(targetAt);
      if (named == null) {
        unlabelled++;
        continue;
      }
      ClassLabel truth = ClassLabel.of(named);
      if (truth == null) {
        throw new LearningProblem.NotAClass(
            rows.columns().get(targetAt), "target", row.identity(), named);
      }
      Predictor.Prediction said = predictor.predict(row.values());
      ClassLabel label = said.label();
      if (label != null) {
        actual.add(truth);
        predicted.add(label);
      } else if (said.gap() == Predictor.Gap.MISSING) {
        missing++;
      } else {
        notNumeric++;
      }
    }
    if (actual.isEmpty()) {
      throw new LearningProblem.TooFewRows(
          "No row of " + table.name() + " has a class and all features.",
          "%d have no class, in %d a feature is missing, in %d one is of no use."
              .formatted(unlabelled, missing, notNumeric),
          "Choose another table, or label some rows.");
    }
    return new ModelEvaluation(
        report(model, actual, predicted), rows.rows().size(), unlabelled, missing, notNumeric);
  }

  private static Report report(Model model, List<ClassLabel> actual, List<ClassLabel> predicted) {
    TreeSet<ClassLabel> all = new TreeSet<>(model.origin().classes());
    all.addAll(actual);
    List<ClassLabel> classes = List.copyOf(all);
    return Report.of(classes, positions(classes, actual), positions(classes, predicted));
  }

  private static int[] positions(List<ClassLabel> classes, List<ClassLabel> labels) {
    return labels.stream().mapToInt(classes::indexOf).toArray();
  }
}
