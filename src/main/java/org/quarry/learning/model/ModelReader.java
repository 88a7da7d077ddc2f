package org.quarry.learning.model;

import static org.quarry.learning.model.Members.require;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Preparation;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Weighting;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link ModelWriter} wrote, or its first version, and takes nothing in it on trust. The
 * checksum comes first: what was changed since it was saved is not looked at.
 */
final class ModelReader {
  private static final int FIRST_VERSION = 1;

  private ModelReader() {}

  static Model read(String json) {
    boolean sealed = ModelSeal.isSealed(json);
    try {
      return model(
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(json),
          sealed);
    } catch (JacksonException broken) {
      throw new LearningProblem.BrokenModel("It is no valid JSON.", broken);
    } catch (LearningProblem.BadSettings | IllegalArgumentException outOfRange) {
      throw new LearningProblem.BrokenModel(
          "It contradicts itself: " + outOfRange.getMessage(), outOfRange);
    }
  }

  private static Model model(JsonNode root, boolean sealed) {
    require(root.path("format").asString("").equals(ModelWriter.FORMAT), "It is no model.");
    int version = Members.whole(root, "version");
    boolean first = version == FIRST_VERSION;
    require(
        first || version == ModelWriter.VERSION, "It is of version " + version + ", unknown here.");
    require(sealed != first && root.has("checksum") == sealed, "Its checksum is damaged.");
    Preparation preparation =
        first ? PreparationJson.readFirstVersion(root) : PreparationJson.read(root);
    JsonNode target = Members.object(root, "target");
    List<ClassLabel> classes = Members.labels(target, "classes");
    require(classes.size() >= 2, "It has fewer than two classes.");
    Candidate candidate = candidate(root);
    int weights = candidate.weighting().given().size();
    require(weights == 0 || weights == classes.size(), "It has not one weight for each class.");
    Model.Origin origin = origin(root, preparation, classes, candidate);
    return new Model(
        origin,
        preparation,
        machine(root, candidate.kernel(), classes.size(), preparation.width()),
        calibration(root));
  }

  private static Model.Origin origin(
      JsonNode root, Preparation preparation, List<ClassLabel> classes, Candidate candidate) {
    JsonNode search = Members.object(root, "search");
    JsonNode training = Members.object(root, "training");
    String hash = Members.text(training, "sha256");
    require(hash.matches("[0-9a-f]{64}"), "The hash of its training rows is damaged.");
    double score = Members.number(search, "score");
    Metric metric = search.has("metric") ? metric(search) : Metric.ACCURACY;
    require(score <= 1 && (score >= 0 || metric == Metric.LOG_LOSS), "Its score is out of range.");
    Roles roles =
        new Roles(
            preparation.features(),
            Members.text(Members.object(root, "target"), "name"),
            root.has("group") ? Members.text(root, "group") : null);
    return new Model.Origin(
        Members.text(root, "name"),
        instant(Members.text(root, "created")),
        roles.features().stream().map(Feature::name).toList(),
        roles.target(),
        roles.group(),
        classes,
        candidate,
        score,
        metric,
        Members.whole(search, "folds"),
        Members.truth(search, "scale_before_folds"),
        Split.parse(Members.text(root, "split")),
        report(root.path("holdout"), classes),
        Members.whole(training, "rows"),
        hash);
  }

  /** The first version knew accuracy alone. */
  private static Metric metric(JsonNode search) {
    String name = Members.text(search, "metric");
    for (Metric metric : Metric.values()) {
      if (metric.name().equals(name)) {
        return metric;
      }
    }
    throw new LearningProblem.BrokenModel("Its metric is unknown: " + name + ".", null);
  }

  private static List<PlattScaling> calibration(JsonNode root) {
    List<PlattScaling> calibration = new ArrayList<>();
    if (root.has("calibration")) {
      for (JsonNode each : Members.list(root, "calibration")) {
        calibration.add(new PlattScaling(Members.number(each, "a"), Members.number(each, "b")));
      }
      require(!calibration.isEmpty(), "Its calibration is empty.");
    }
    return calibration;
  }

  private static Candidate candidate(JsonNode root) {
    JsonNode kernel = Members.object(root, "kernel");
    return new Candidate(
        new Kernel(
            Kernel.Shape.of(Members.text(kernel, "shape")),
            Members.number(kernel, "gamma"),
            Members.whole(kernel, "degree"),
            Members.number(kernel, "coef0")),
        Members.number(root, "C"),
        weighting(root));
  }

  /** The first version knew none. */
  private static Weighting weighting(JsonNode root) {
    if (!root.has("class_weight")) {
      return Weighting.NONE;
    }
    JsonNode node = Members.object(root, "class_weight");
    List<Double> given = new ArrayList<>();
    int size = Members.list(node, "given").size();
    for (double weight : Members.numbers(node, "given", size)) {
      given.add(weight);
    }
    return new Weighting(Members.truth(node, "balanced"), given);
  }

  private static Machine machine(JsonNode root, Kernel kernel, int classes, int width) {
    List<Machine.Pair> pairs = new ArrayList<>();
    List<JsonNode> nodes = Members.list(root, "pairs");
    require(nodes.size() == classes * (classes - 1) / 2, "A pair of classes is missing.");
    int next = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        JsonNode node = nodes.get(next++);
        require(
            Members.whole(node, "first") == first && Members.whole(node, "second") == second,
            "The pairs of classes are out of order.");
        pairs.add(pair(node, first, second, width));
      }
    }
    return new Machine(kernel, classes, pairs);
  }

  private static Machine.Pair pair(JsonNode node, int first, int second, int width) {
    List<JsonNode> vectors = Members.list(node, "vectors");
    double[] coefficients = new double[vectors.size()];
    double[][] points = new double[vectors.size()][];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = Members.number(vectors.get(i), "coefficient");
      points[i] = Members.numbers(vectors.get(i), "values", width);
    }
    return new Machine.Pair(first, second, Members.number(node, "intercept"), coefficients, points);
  }

  private static @Nullable Report report(JsonNode node, List<ClassLabel> classes) {
    if (node.isNull()) {
      return null;
    }
    require(node.isObject(), "Its report is missing.");
    List<ClassLabel> labels = Members.labels(node, "labels");
    require(classes.containsAll(labels), "Its report is about other classes.");
    List<List<Long>> matrix = new ArrayList<>();
    for (JsonNode row : Members.list(node, "confusion_matrix")) {
      List<Long> counts = new ArrayList<>();
      for (JsonNode count : row.values()) {
        require(count.isIntegralNumber() && count.canConvertToInt(), "A count is no number.");
        counts.add(count.longValue());
      }
      matrix.add(counts);
    }
    Report report = Report.of(labels, matrix);
    require(
        report.accuracy() == Members.number(node, "accuracy"),
        "Its accuracy is not that of its matrix.");
    return report;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException broken) {
      throw new LearningProblem.BrokenModel("Its date is damaged.", broken);
    }
  }
}
