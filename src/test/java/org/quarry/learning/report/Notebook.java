package org.quarry.learning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.quarry.learning.Reference;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Encoding;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import tools.jackson.databind.JsonNode;

/** The notebook's model as scikit-learn trained it, and the rows it was trained and tested on. */
final class Notebook {
  private final JsonNode reference;
  private final DataSet data;
  private final int[] trainingRows;
  private final int[] testRows;
  private final Preparation scaling;
  private final Machine machine;

  private Notebook(
      JsonNode reference,
      DataSet data,
      int[] trainingRows,
      int[] testRows,
      Preparation scaling,
      Machine machine) {
    this.reference = reference;
    this.data = data;
    this.trainingRows = trainingRows;
    this.testRows = testRows;
    this.scaling = scaling;
    this.machine = machine;
  }

  static Notebook read() throws Exception {
    JsonNode reference = Reference.json("report_importance.json");
    Machine.Pair pair =
        new Machine.Pair(
            0,
            1,
            reference.path("intercept").doubleValue(),
            Figures.doubles(reference.path("coefficients")),
            Figures.table(reference.path("vectors")));
    Kernel kernel = new Kernel(Kernel.Shape.RBF, reference.path("gamma").doubleValue(), 3, 0);
    return new Notebook(
        reference,
        DataSet.of(Reference.rows("breast_cancer.csv"), Reference.FEATURES, "target"),
        part("train"),
        part("test"),
        Preparation.of(
            Reference.FEATURES.stream()
                .map(name -> new Encoding(Feature.numeric(name), Double.NaN, List.of(), false))
                .toList(),
            Figures.doubles(reference.path("means")),
            Figures.doubles(reference.path("deviations"))),
        new Machine(kernel, 2, List.of(pair)));
  }

  private static int[] part(String name) throws Exception {
    List<Integer> rows = new ArrayList<>();
    for (Map<String, String> record : Reference.csv("seed_split.csv")) {
      if (name.equals(record.get("part"))) {
        rows.add(Integer.valueOf(Objects.requireNonNull(record.get("row"))));
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  JsonNode reference() {
    return reference;
  }

  DataSet data() {
    return data;
  }

  int[] trainingLabels() {
    return data.labels(trainingRows);
  }

  double[][] heldOut() {
    return data.values(testRows);
  }

  double[][] training() {
    return data.values(trainingRows);
  }

  int[] actual() {
    return data.labels(testRows);
  }

  double decision(double[] point) {
    return machine.decisions(scaling.apply(point))[0];
  }

  Predictions predict(double[][] points, int[] actual) {
    double[] decisions =
        IntStream.range(0, points.length).mapToDouble(row -> decision(points[row])).toArray();
    return Predictions.ofDecisions(actual, decisions);
  }
}
