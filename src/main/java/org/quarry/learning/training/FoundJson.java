package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a kept run found as JSON, read and written as {@link RunJson} does. NaN is null. */
final class FoundJson {
  private FoundJson() {}

  static void write(ObjectNode node, KeptRun.Found found) {
    node.put("rows", found.rows());
    node.put("training_rows", found.trainingRows());
    node.put("scored_on", found.scoredOn());
    node.put("vectors", found.vectors());
    node.put("search_seconds", found.searchSeconds());
    node.put("total_seconds", found.totalSeconds());
    ArrayNode candidates = node.putArray("candidates");
    found.candidates().forEach(each -> scored(candidates.addObject(), each));
    scored(node.putObject("best"), found.best());
    ArrayNode folds = node.putArray("folds");
    found.folds().forEach(each -> number(folds, each));
    NestedScore nested = found.nested();
    if (nested == null) {
      node.putNull("nested");
    } else {
      ObjectNode of = node.putObject("nested");
      ArrayNode scores = of.putArray("folds");
      nested.folds().forEach(each -> number(scores, each));
      ArrayNode chosen = of.putArray("chosen");
      nested.chosen().forEach(each -> RunJson.write(chosen.addArray(), each));
      number(of.putArray("mean_and_std"), nested.mean(), nested.std());
    }
    Report report = found.holdOut();
    if (report == null) {
      node.putNull("holdout");
    } else {
      report(node.putObject("holdout"), report);
    }
  }

  private static void scored(ObjectNode node, KeptRun.Scored scored) {
    RunJson.write(node.putArray("candidate"), scored.candidate());
    number(node.putArray("figures"), scored.mean(), scored.std(), scored.share());
  }

  private static void report(ObjectNode node, Report report) {
    ArrayNode labels = node.putArray("labels");
    for (ClassLabel label : report.labels()) {
      switch (label.value()) {
        case Long number -> labels.add(number);
        case Double number -> labels.add(number);
        default -> labels.add(label.text());
      }
    }
    ArrayNode matrix = node.putArray("confusion_matrix");
    for (List<Long> row : report.confusionMatrix()) {
      ArrayNode counts = matrix.addArray();
      row.forEach(counts::add);
    }
  }

  private static void number(ArrayNode node, double... numbers) {
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        node.add(number);
      } else {
        node.addNull();
      }
    }
  }

  static KeptRun.Found read(JsonNode node) {
    return new KeptRun.Found(
        node.required("rows").intValue(),
        node.required("training_rows").intValue(),
        node.required("scored_on").stringValue(),
        node.required("candidates").values().stream().map(FoundJson::scored).toList(),
        scored(node.required("best")),
        numbers(node.required("folds")),
        nested(node.required("nested")),
        report(node.required("holdout")),
        node.required("vectors").intValue(),
        node.required("search_seconds").doubleValue(),
        node.required("total_seconds").doubleValue());
  }

  private static KeptRun.Scored scored(JsonNode node) {
    List<Double> figures = numbers(node.required("figures"));
    RunJson.require(figures.size() == 3, "a candidate has not three figures");
    return new KeptRun.Scored(
        RunJson.candidate(node.required("candidate")),
        figures.get(0),
        figures.get(1),
        figures.get(2));
  }

  private static List<Double> numbers(JsonNode node) {
    return node.values().stream()
        .map(each -> each.isNull() ? Double.NaN : each.doubleValue())
        .toList();
  }

  private static @Nullable NestedScore nested(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    List<Double> figures = numbers(node.required("mean_and_std"));
    RunJson.require(figures.size() == 2, "the nested score has not two figures");
    return new NestedScore(
        numbers(node.required("folds")),
        node.required("chosen").values().stream().map(RunJson::candidate).toList(),
        figures.get(0),
        figures.get(1));
  }

  private static @Nullable Report report(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    List<ClassLabel> labels = new ArrayList<>();
    for (JsonNode each : node.required("labels").values()) {
      Object value =
          each.isString()
              ? each.stringValue()
              : each.isIntegralNumber() ? (Object) each.longValue() : (Object) each.doubleValue();
      labels.add(new ClassLabel(value));
    }
    List<List<Long>> matrix = new ArrayList<>();
    for (JsonNode row : node.required("confusion_matrix").values()) {
      matrix.add(row.values().stream().map(JsonNode::longValue).toList());
    }
    return Report.of(labels, matrix);
  }
}
