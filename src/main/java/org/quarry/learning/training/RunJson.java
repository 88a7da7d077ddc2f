package org.quarry.learning.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@link KeptRun} as JSON. What is read must be whole: a missing member or a value out of range
 * throws, a {@link tools.jackson.core.JacksonException}, an {@link IllegalArgumentException} or a
 * {@link org.quarry.work.Problem}.
 */
final class RunJson {
  private static final String FORMAT = "quarry-run";
  private static final int VERSION = 2;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RunJson() {}

  static String write(KeptRun run) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("id", run.id());
    root.put("began", run.began().toString());
    source(root.putObject("source"), run.source());
    root.put("command", run.command());
    settings(root.putObject("settings"), run.settings());
    FoundJson.write(root.putObject("found"), run.found());
    return MAPPER.writeValueAsString(root);
  }

  static KeptRun read(String text) {
    JsonNode root = MAPPER.readTree(text);
    require(root.isObject(), "it is no object");
    require(FORMAT.equals(root.required("format").stringValue()), "it is no run");
    require(root.required("version").intValue() == VERSION, "it is of another version");
    return new KeptRun(
        root.required("id").stringValue(),
        Instant.parse(root.required("began").stringValue()),
        source(root.required("source")),
        root.required("command").stringValue(),
        settings(root.required("settings")),
        FoundJson.read(root.required("found")));
  }

  private static void source(ObjectNode node, RunSource source) {
    node.put(source.isQuery() ? "query" : "table", source.text());
    node.put("most", source.most());
  }

  private static RunSource source(JsonNode node) {
    boolean query = node.has("query");
    long most = node.required("most").longValue();
    require(most > 0, "it learned from no row");
    return new RunSource(query, node.required(query ? "query" : "table").stringValue(), most);
  }

  private static void settings(ObjectNode node, TrainingSettings settings) {
    node.put("name", settings.name());
    node.put("target", settings.target());
    node.put("group", settings.roles().group());
    ArrayNode features = node.putArray("features");
    for (Feature each : settings.roles().features()) {
      features
          .addObject()
          .put("column", each.name())
          .put("kind", each.kind().name())
          .put("number", each.number().name())
          .put("missing", each.missing().name());
    }
    node.put("split", settings.split().toString());
    Validation validation = settings.validation();
    node.putObject("validation")
        .put("kind", validation.kind().name())
        .put("folds", validation.folds())
        .put("repeats", validation.repeats())
        .put("seed", validation.seed())
        .put("metric", validation.metric().name())
        .put("nested", validation.nested())
        .put("scale_before_folds", validation.scaleBeforeFolds());
    ArrayNode candidates = node.putArray("candidates");
    settings.candidates().forEach(each -> write(candidates.addArray(), each));
    node.put("strategy", settings.strategy().name());
    node.put("solver", settings.solver().name());
  }

  private static TrainingSettings settings(JsonNode node) {
    List<Feature> features = new ArrayList<>();
    for (JsonNode each : node.required("features").values()) {
      features.add(
          new Feature(
              each.required("column").stringValue(),
              oneOf(each, "kind", Kind::valueOf),
              oneOf(each, "number", DateNumber::valueOf),
              oneOf(each, "missing", Missing::valueOf),
              List.of()));
    }
    JsonNode validation = node.required("validation");
    JsonNode group = node.required("group");
    @Nullable String by = group.isNull() ? null : group.stringValue();
    return new TrainingSettings(
        node.required("name").stringValue(),
        new Roles(features, node.required("target").stringValue(), by),
        Split.parse(node.required("split").stringValue()),
        new Validation(
            oneOf(validation, "kind", Validation.Kind::valueOf),
            validation.required("folds").intValue(),
            validation.required("repeats").intValue(),
            validation.required("seed").longValue(),
            oneOf(validation, "metric", Metric::valueOf),
            validation.required("nested").booleanValue(),
            validation.required("scale_before_folds").booleanValue()),
        node.required("candidates").values().stream().map(RunJson::candidate).toList(),
        oneOf(node, "strategy", Strategy::valueOf),
        oneOf(node, "solver", Solver::valueOf));
  }

  private static <T> T oneOf(JsonNode node, String name, Function<String, T> of) {
    return of.apply(node.required(name).stringValue());
  }

  /** Kernel, gamma, degree, coef0, C, whether balanced, then the weights of the classes. */
  static void write(ArrayNode node, Candidate candidate) {
    Kernel kernel = candidate.kernel();
    node.add(kernel.shape().text()).add(kernel.gamma()).add(kernel.degree()).add(kernel.coef0());
    node.add(candidate.c()).add(candidate.weighting().balanced());
    candidate.weighting().given().forEach(node::add);
  }

  static Candidate candidate(JsonNode node) {
    List<JsonNode> parts = List.copyOf(node.values());
    require(parts.size() >= 6, "a candidate is cut short");
    return new Candidate(
        new Kernel(
            Kernel.Shape.of(parts.get(0).stringValue()),
            parts.get(1).doubleValue(),
            parts.get(2).intValue(),
            parts.get(3).doubleValue()),
        parts.get(4).doubleValue(),
        new Weighting(
            parts.get(5).booleanValue(),
            parts.subList(6, parts.size()).stream().map(JsonNode::doubleValue).toList()));
  }

  static void require(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException(why);
    }
  }
}
