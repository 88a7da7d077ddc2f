package org.quarry.learning.model;

import java.util.List;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a {@link Model} as JSON. Numbers are written in the fewest digits that read back equal.
 */
final class ModelWriter {
  /** What a file of ours says it is. */
  static final String FORMAT = "quarry-model";

  /** The version of the format written, and the only one read. */
  static final int VERSION = 1;

  private ModelWriter() {}

  static String write(Model model) {
    JsonMapper mapper = JsonMapper.builder().build();
    Model.Origin origin = model.origin();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("name", origin.name());
    root.put("created", origin.created().toString());
    ArrayNode features = root.putArray("features");
    origin.features().forEach(features::add);
    ObjectNode target = root.putObject("target");
    target.put("name", origin.target());
    labels(target.putArray("classes"), origin.classes());
    ObjectNode scaling = root.putObject("scaling");
    numbers(scaling.putArray("means"), model.scaling().means());
    numbers(scaling.putArray("deviations"), model.scaling().deviations());
    Kernel kernel = origin.candidate().kernel();
    ObjectNode formula = root.putObject("kernel");
    formula.put("shape", kernel.shape().text());
    formula.put("gamma", kernel.gamma());
    formula.put("degree", kernel.degree());
    formula.put("coef0", kernel.coef0());
    root.put("C", origin.candidate().c());
    ArrayNode pairs = root.putArray("pairs");
    model.machine().pairs().forEach(pair -> pair(pairs.addObject(), pair));
    ObjectNode search = root.putObject("search");
    search.put("score", origin.score());
    search.put("folds", origin.folds());
    search.put("scale_before_folds", origin.scaleBeforeFolds());
    root.put("split", origin.split().toString());
    Report report = origin.holdOut();
    if (report == null) {
      root.putNull("holdout");
    } else {
      report(root.putObject("holdout"), report);
    }
    ObjectNode training = root.putObject("training");
    training.put("rows", origin.trainingRows());
    training.put("sha256", origin.trainingHash());
    return mapper.writeValueAsString(root);
  }

  private static void pair(ObjectNode node, Machine.Pair pair) {
    node.put("first", pair.first());
    node.put("second", pair.second());
    node.put("intercept", pair.intercept());
    ArrayNode vectors = node.putArray("vectors");
    for (int i = 0; i < pair.size(); i++) {
      ObjectNode vector = vectors.addObject();
      vector.put("coefficient", pair.coefficient(i));
      numbers(vector.putArray("values"), pair.vector(i));
    }
  }

  private static void report(ObjectNode node, Report report) {
    node.put("accuracy", report.accuracy());
    labels(node.putArray("labels"), report.labels());
    ArrayNode matrix = node.putArray("confusion_matrix");
    for (List<Long> row : report.confusionMatrix()) {
      ArrayNode counts = matrix.addArray();
      row.forEach(counts::add);
    }
  }

  private static void labels(ArrayNode node, List<ClassLabel> labels) {
    for (ClassLabel label : labels) {
      switch (label.value()) {
        case Long number -> node.add(number);
        case Double number -> node.add(number);
        default -> node.add(label.text());
      }
    }
  }

  private static void numbers(ArrayNode node, double[] numbers) {
    for (double number : numbers) {
      node.add(number);
    }
  }
}
