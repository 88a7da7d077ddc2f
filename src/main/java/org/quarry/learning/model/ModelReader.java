package org.quarry.learning.model;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Scaling;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Report;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Machine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ModelWriter} wrote and takes nothing in it on trust. */
final class ModelReader {
  private ModelReader() {}

  static Model read(String json) {
    try {
      return model(
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(json));
    } catch (JacksonException broken) {
      throw new LearningProblem.BrokenModel("It is no valid JSON.", broken);
    } catch (LearningProblem.BadSettings | IllegalArgumentException outOfRange) {
      throw new LearningProblem.BrokenModel(
          "It contradicts itself: " + outOfRange.getMessage(), outOfRange);
    }
  }

  private static Model model(JsonNode root) {
    require(root.path("format").asString("").equals(ModelWriter.FORMAT), "It is no model.");
    int version = whole(root, "version");
    require(version == ModelWriter.VERSION, "It is of version " + version + ", unknown here.");
    List<String> features = new ArrayList<>();
    for (JsonNode feature : list(root, "features")) {
      require(feature.isString(), "A feature has no name.");
      features.add(feature.stringValue());
    }
    require(!features.isEmpty(), "It has no features.");
    require(new HashSet<>(features).size() == features.size(), "A feature is named twice.");
    JsonNode target = object(root, "target");
    List<ClassLabel> classes = labels(list(target, "classes"));
    require(classes.size() >= 2, "It has fewer than two classes.");
    Candidate candidate = candidate(root);
    JsonNode search = object(root, "search");
    JsonNode training = object(root, "training");
    String hash = text(training, "sha256");
    require(hash.matches("[0-9a-f]{64}"), "The hash of its training rows is damaged.");
    double score = number(search, "score");
    require(score >= 0 && score <= 1, "Its score is out of range.");
    Model.Origin origin =
        new Model.Origin(
            text(root, "name"),
            instant(text(root, "created")),
            features,
            text(target, "name"),
            classes,
            candidate,
            score,
            whole(search, "folds"),
            truth(search, "scale_before_folds"),
            Split.parse(text(root, "split")),
            report(root.path("holdout"), classes),
            whole(training, "rows"),
            hash);
    return new Model(
        origin,
        scaling(object(root, "scaling"), features.size()),
        machine(root, candidate.kernel(), classes.size(), features.size()));
  }

  private static Candidate candidate(JsonNode root) {
    JsonNode kernel = object(root, "kernel");
    return new Candidate(
        new Kernel(
            Kernel.Shape.of(text(kernel, "shape")),
            number(kernel, "gamma"),
            whole(kernel, "degree"),
            number(kernel, "coef0")),
        number(root, "C"));
  }

  private static Scaling scaling(JsonNode node, int features) {
    double[] deviations = numbers(node, "deviations", features);
    for (double deviation : deviations) {
      require(deviation > 0, "A deviation is not above 0.");
    }
    return Scaling.of(numbers(node, "means", features), deviations);
  }

  private static Machine machine(JsonNode root, Kernel kernel, int classes, int features) {
    List<Machine.Pair> pairs = new ArrayList<>();
    List<JsonNode> nodes = list(root, "pairs");
    require(nodes.size() == classes * (classes - 1) / 2, "A pair of classes is missing.");
    int next = 0;
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        JsonNode node = nodes.get(next++);
        require(
            whole(node, "first") == first && whole(node, "second") == second,
            "The pairs of classes are out of order.");
        pairs.add(pair(node, first, second, features));
      }
    }
    return new Machine(kernel, classes, pairs);
  }

  private static Machine.Pair pair(JsonNode node, int first, int second, int features) {
    List<JsonNode> vectors = list(node, "vectors");
    double[] coefficients = new double[vectors.size()];
    double[][] points = new double[vectors.size()][];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = number(vectors.get(i), "coefficient");
      points[i] = numbers(vectors.get(i), "values", features);
    }
    return new Machine.Pair(first, second, number(node, "intercept"), coefficients, points);
  }

  private static @Nullable Report report(JsonNode node, List<ClassLabel> classes) {
    if (node.isNull()) {
      return null;
    }
    require(node.isObject(), "Its report is missing.");
    List<ClassLabel> labels = labels(list(node, "labels"));
    require(classes.containsAll(labels), "Its report is about other classes.");
    List<List<Long>> matrix = new ArrayList<>();
    for (JsonNode row : list(node, "confusion_matrix")) {
      List<Long> counts = new ArrayList<>();
      for (JsonNode count : row.values()) {
        require(count.isIntegralNumber() && count.canConvertToInt(), "A count is no number.");
        counts.add(count.longValue());
      }
      matrix.add(counts);
    }
    Report report = Report.of(labels, matrix);
    require(
        report.accuracy() == number(node, "accuracy"), "Its accuracy is not that of its matrix.");
    return report;
  }

  private static List<ClassLabel> labels(List<JsonNode> nodes) {
    List<ClassLabel> labels = new ArrayList<>();
    for (JsonNode node : nodes) {
      Object value =
          node.isString()
              ? node.stringValue()
              : node.isIntegralNumber() && node.canConvertToLong()
                  ? (Object) node.longValue()
                  : node.isFloatingPointNumber() ? (Object) node.doubleValue() : node;
      labels.add(new ClassLabel(value));
    }
    for (int i = 1; i < labels.size(); i++) {
      require(labels.get(i - 1).compareTo(labels.get(i)) < 0, "Its classes are out of order.");
    }
    return labels;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException broken) {
      throw new LearningProblem.BrokenModel("Its date is damaged.", broken);
    }
  }

  private static double[] numbers(JsonNode node, String name, int size) {
    List<JsonNode> values = list(node, name);
    require(values.size() == size, "“" + name + "” has not one number for each feature.");
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = finite(values.get(i), name);
    }
    return numbers;
  }

  private static double number(JsonNode node, String name) {
    return finite(member(node, name, JsonNode::isNumber), name);
  }

  private static double finite(JsonNode node, String name) {
    require(node.isNumber(), "“" + name + "” holds no number.");
    double number = node.doubleValue();
    require(Double.isFinite(number), "“" + name + "” holds no finite number.");
    return number;
  }

  private static int whole(JsonNode node, String name) {
    JsonNode number = member(node, name, JsonNode::isIntegralNumber);
    require(number.canConvertToInt() && number.intValue() >= 0, "“" + name + "” is out of range.");
    return number.intValue();
  }

  private static String text(JsonNode node, String name) {
    return member(node, name, JsonNode::isString).stringValue();
  }

  private static boolean truth(JsonNode node, String name) {
    return member(node, name, JsonNode::isBoolean).booleanValue();
  }

  private static JsonNode object(JsonNode node, String name) {
    return member(node, name, JsonNode::isObject);
  }

  private static List<JsonNode> list(JsonNode node, String name) {
    return List.copyOf(member(node, name, JsonNode::isArray).values());
  }

  private static JsonNode member(JsonNode node, String name, Predicate<JsonNode> kind) {
    JsonNode member = node.path(name);
    require(kind.test(member), "“" + name + "” is missing or damaged.");
    return member;
  }

  private static void require(boolean sound, String why) {
    if (!sound) {
      throw new LearningProblem.BrokenModel(why, null);
    }
  }
}
