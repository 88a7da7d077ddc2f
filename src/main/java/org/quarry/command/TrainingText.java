package org.quarry.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.learning.report.Metric;
import org.quarry.learning.report.Report;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.training.TrainingResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a training found, as text, as rows and as JSON. */
final class TrainingText {
  private static final int SHOWN = 10;

  private TrainingText() {}

  /** The object that docs/commands.md describes. */
  static ObjectNode json(TrainingResult result, boolean saved) {
    ObjectNode root = JsonMapper.builder().build().createObjectNode();
    candidate(root.putObject("best"), result.best().candidate());
    ArrayNode candidates = root.putArray("candidates");
    for (CandidateScore score : result.candidates()) {
      ObjectNode node = candidates.addObject();
      candidate(node, score.candidate());
      ArrayNode folds = node.putArray("folds");
      score.folds().forEach(folds::add);
      node.put("mean", score.mean());
      node.put("std", score.std());
      node.put("rank", score.rank());
    }
    Report report = result.holdOut();
    if (report == null) {
      root.putNull("holdout");
    } else {
      ReportText.json(root.putObject("holdout"), report);
    }
    if (saved) {
      root.put("model", result.settings().name());
    } else {
      root.putNull("model");
    }
    ObjectNode seconds = root.putObject("seconds");
    seconds.put("search", result.searchSeconds());
    seconds.put("total", result.totalSeconds());
    SettingsText.json(root, result);
    root.put("rows", result.rows());
    return root;
  }

  private static void candidate(ObjectNode node, Candidate candidate) {
    node.put("kernel", candidate.kernel().shape().text());
    node.put("C", candidate.c());
    node.put("gamma", candidate.kernel().gamma());
  }

  /** A row for each candidate, in the order of the grid. */
  static void candidates(TrainingResult result, RowPrinter printer) {
    List<String> names = new ArrayList<>(List.of("kernel", "C", "gamma"));
    for (int fold = 1; fold <= result.settings().validation().tests(); fold++) {
      names.add("fold_" + fold);
    }
    names.addAll(List.of("mean", "std", "rank"));
    printer.columns(names.stream().map(name -> new QueryColumn(name, null)).toList());
    for (CandidateScore score : result.candidates()) {
      List<Object> row = new ArrayList<>();
      row.add(score.candidate().kernel().shape().text());
      row.add(score.candidate().c());
      row.add(score.candidate().kernel().gamma());
      row.addAll(score.folds());
      row.addAll(List.of(score.mean(), score.std(), score.rank()));
      printer.row(row.toArray(new @Nullable Object[0]));
    }
    printer.end();
  }

  /** The findings for a reader. */
  static String text(TrainingResult result, boolean saved) {
    int training = result.model().origin().trainingRows();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d rows: %d for training, %d held out (%s).\n"
            .formatted(
                result.rows(), training, result.rows() - training, result.settings().split()));
    if (result.unlabelled() + result.incomplete() > 0) {
      text.append(
          "Left out: %d rows without a target, %d rows that lack a feature.\n"
              .formatted(result.unlabelled(), result.incomplete()));
    }
    CandidateScore best = result.best();
    text.append(
        String.format(
            Locale.ROOT,
            "Best of %d: %s, mean %s %.6f over %s, scaled %s.\n",
            result.candidates().size(),
            best.candidate().text(),
            SettingsText.metric(result).text(),
            SettingsText.metric(result).figure(best.mean()),
            SettingsText.tests(result.settings().validation()),
            result.settings().scaleBeforeFolds() ? "before the folds" : "inside each fold"));
    text.append(SettingsText.nested(result)).append(SettingsText.nonConverged(result)).append('\n');
    text.append("rank  mean      std       candidate\n");
    result.candidates().stream()
        .sorted(Comparator.comparingInt(CandidateScore::rank))
        .map(score -> line(score, SettingsText.metric(result)))
        .distinct()
        .limit(SHOWN)
        .forEach(text::append);
    Report report = result.holdOut();
    if (report != null) {
      text.append(
          String.format(
              Locale.ROOT, "\nOn the rows held out: accuracy %.6f\n\n", report.accuracy()));
      text.append(ReportText.matrix(report)).append('\n').append(report.text());
    }
    text.append(
        String.format(
            Locale.ROOT,
            "\n%s Search %.2f s, in all %.2f s.\n",
            saved ? "Saved as model “" + result.settings().name() + "”." : "Not saved.",
            result.searchSeconds(),
            result.totalSeconds()));
    return text.toString();
  }

  private static String line(CandidateScore score, Metric metric) {
    return String.format(
        Locale.ROOT,
        "%4d  %.6f  %.6f  %s\n",
        score.rank(),
        metric.figure(score.mean()),
        score.std(),
        score.candidate().text());
  }
}
