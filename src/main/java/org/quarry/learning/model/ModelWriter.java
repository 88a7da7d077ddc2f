package org.quarry.learning.model;

import java.util.List;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Weighting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a {@link Model} as JSON. Numbers are written in the fewest digits that read back equal.
 * The last member is a checksum of all others.
 */
final class ModelWriter {
  /** What a file of ours says it is. */
  static final String FORMAT = "quarry-model";

  /** The version of the format written. */
  static final int VERSION = 2;

  private ModelWriter() {}

  static String write(Model model) {
    JsonMapper mapper = JsonMapper.builder().build();
    Model.Origin origin = model.origin();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("name", origin.name());
    root.put("created", origin.created().toString());
    PreparationJson.write(root, model.preparation());
    if (origin.group() != null) {
      root.put("group", origin.group());
    }
    ObjectNode target = root.putObject("target");
    target.put("name", origin.target());
    Members.write(target.putArray("classes"), origin.classes());
    Kernel kernel = origin.candidate().kernel();
    ObjectNode formula = root.putObject("kernel");
    formula.put("shape", kernel.shape().text());
    formula.put("gamma", kernel.gamma());
    formula.put("degree", kernel.degree());
    formula.put("coef0", kernel.coef0());
    root.put("C", origin.candidate().c());
    Weighting weighting = origin.candidate().weighting();
    if (!weighting.equals(Weighting.NONE)) {
      ObjectNode weights = root.putObject("class_weight");
      weights.put("balanced", weighting.balanced());
      ArrayNode given = weights.putArray("given");
      weighting.given().forEach(given::add);
    }
    ArrayNode pairs = root.putArray("pairs");
    model.machine().pairs().forEach(pair -> pair(pairs.addObject(), pair));
    if (model.hasProbabilities()) {
      ArrayNode calibration = root.putArray("calibration");
      for (PlattScaling scaling : model.calibration()) {
        calibration.addObject().put("a", scaling.a()).put("b", scaling.b());
      }
    }
    ObjectNode search = root.putObject("search");
    search.put("score", origin.score());
    search.put("metric", origin.metric().name());
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
    return ModelSeal.seal(mapper.writeValueAsString(root));
  }

  private static void pair(ObjectNode node, Machine.Pair pair) {
    node.put("first", pair.first());
    node.put("second", pair.second());
    node.put("intercept", pair.intercept());
    ArrayNode vectors = node.putArray("vectors");
    for (int i = 0; i < pair.size(); i++) {
      ObjectNode vector = vectors.addObject();
      vector.put("coefficient", pair.coefficient(i));
      Members.write(vector.putArray("values"), pair.vector(i));
    }
  }

  private static void report(ObjectNode node, Report report) {
    node.put("accuracy", report.accuracy());
    Members.write(node.putArray("labels"), report.labels());
    ArrayNode matrix = node.putArray("confusion_matrix");
    for (List<Long> row : report.confusionMatrix()) {
      ArrayNode counts = matrix.addArray();
      row.forEach(counts::add);
    }
  }
}
