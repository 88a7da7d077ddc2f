package org.quarry.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Roles;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.training.NestedScore;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.Validation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a training was asked, and what it says of its own figures. */
final class SettingsText {
  /** Candidates to name before the rest is counted. */
  private static final int NAMED = 3;

  private SettingsText() {}

  /** Adds what docs/commands.md describes. */
  static void json(ObjectNode root, TrainingResult result) {
    Validation validation = result.settings().validation();
    root.put("metric", validation.metric().word());
    NestedScore nested = result.nested();
    if (nested == null) {
      root.putNull("nested");
    } else {
      ObjectNode node = root.putObject("nested");
      ArrayNode folds = node.putArray("folds");
      nested.folds().forEach(folds::add);
      node.put("mean", nested.mean());
      node.put("std", nested.std());
      ArrayNode chosen = node.putArray("chosen");
      nested.chosen().forEach(candidate -> chosen.add(candidate.text()));
    }
    ArrayNode nonConverged = root.putArray("nonconverged");
    result.candidates().stream()
        .filter(score -> !score.converged())
        .forEach(score -> nonConverged.add(score.index()));
    roles(root.putObject("roles"), result.settings().roles());
    ObjectNode dealt = root.putObject("validation");
    dealt.put("kind", validation.kind().text());
    dealt.put("folds", validation.folds());
    dealt.put("repeats", validation.repeats());
    dealt.put("seed", validation.seed());
    dealt.put("scale_before_folds", validation.scaleBeforeFolds());
    root.put("strategy", result.settings().strategy().text());
    root.put("solver", result.settings().solver().text());
  }

  private static void roles(ObjectNode node, Roles roles) {
    node.put("target", roles.target());
    node.put("group", roles.group());
    ArrayNode features = node.putArray("features");
    for (Feature feature : roles.features()) {
      ObjectNode each = features.addObject();
      each.put("name", feature.name());
      each.put("kind", feature.kind().text());
      if (feature.kind() == Kind.DATE) {
        each.put("number", feature.number().text());
      }
      each.put("missing", feature.missing().text());
    }
  }

  /** The score of a training. */
  static Metric metric(TrainingResult result) {
    return result.settings().validation().metric();
  }

  /** What each candidate was scored on. */
  static String tests(Validation validation) {
    return switch (validation.kind()) {
      case STRATIFIED -> validation.folds() + " folds";
      case SHUFFLED -> "%d folds (seed %d)".formatted(validation.folds(), validation.seed());
      case GROUPED, STRATIFIED_GROUPED -> validation.folds() + " folds of groups";
      case REPEATED ->
          "%d times %d folds (seed %d)"
              .formatted(validation.repeats(), validation.folds(), validation.seed());
      case HOLD_OUT -> "a fifth tested once (seed %d)".formatted(validation.seed());
    };
  }

  /** The score of the whole search in a line, or empty when it was not asked. */
  static String nested(TrainingResult result) {
    NestedScore nested = result.nested();
    return nested == null
        ? ""
        : String.format(
            Locale.ROOT,
            "The search itself, on rows it did not see: %s %.6f, deviation %.6f.\n",
            metric(result).text(),
            metric(result).figure(nested.mean()),
            nested.std());
  }

  /** Which candidates met no tolerance in a line, or empty when all did. */
  static String nonConverged(TrainingResult result) {
    List<CandidateScore> open =
        result.candidates().stream().filter(score -> !score.converged()).toList();
    if (open.isEmpty()) {
      return "";
    }
    String named =
        open.stream()
            .limit(NAMED)
            .map(score -> score.candidate().text())
            .collect(Collectors.joining("; "));
    return "Not converged, their scores may differ: %s%s.\n"
        .formatted(named, open.size() > NAMED ? " and %d more".formatted(open.size() - NAMED) : "");
  }
}
