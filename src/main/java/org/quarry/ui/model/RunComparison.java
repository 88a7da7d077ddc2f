package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quarry.learning.search.NumberList;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.training.KeptRun;
import org.quarry.ui.kit.Texts;

/**
 * Two trainings side by side.
 *
 * @param first one of them
 * @param second the other
 * @param aspects what was asked and found, line by line
 * @param shared the candidates that both tried
 * @param verdict what the folds say of the best of each, a sentence or two
 */
record RunComparison(
    PastRun first, PastRun second, List<Aspect> aspects, List<Pair> shared, String verdict) {
  private static final int FEW = 6;

  /**
   * A line of the comparison.
   *
   * @param name what is compared
   * @param first its value in the one
   * @param second its value in the other
   * @param differs whether that they differ is worth a mark
   */
  record Aspect(String name, String first, String second, boolean differs) {}

  /**
   * A candidate that both tried.
   *
   * @param candidate the candidate
   * @param first its mean in the one
   * @param second its mean in the other
   */
  record Pair(Candidate candidate, double first, double second) {
    double difference() {
      return second - first;
    }
  }

  /** Says what the scores of two candidates on the same folds tell. */
  @FunctionalInterface
  interface PairedTest {
    /**
     * Says it.
     *
     * @param first the scores of one
     * @param second the scores of the other, as many
     * @param folds how many folds the rows are dealt to at a time
     * @param text how scores read
     */
    String say(List<Double> first, List<Double> second, int folds, ScoreText text);
  }

  /**
   * Compares two trainings that have results.
   *
   * @param test says of the scores on the same folds, and of how many were dealt at a time, whether
   *     the second is better
   */
  static RunComparison of(PastRun first, PastRun second, PairedTest test) {
    KeptRun.Found one = found(first);
    KeptRun.Found other = found(second);
    String apart = apart(first, second);
    String verdict =
        apart.isEmpty()
            ? test.say(one.folds(), other.folds(), first.settings().folds(), first.text())
            : "They were not scored on the same folds, so their scores cannot be paired: "
                + apart
                + ".";
    return new RunComparison(first, second, aspects(first, second), shared(one, other), verdict);
  }

  private static KeptRun.Found found(PastRun run) {
    return Objects.requireNonNull(run.found());
  }

  /** What keeps two runs from having been scored on the same folds, or empty where they were. */
  private static String apart(PastRun first, PastRun second) {
    String one = found(first).scoredOn();
    String other = found(second).scoredOn();
    if (!first.table().equals(second.table())) {
      return "they learned from different tables";
    }
    if (one.equals(other)) {
      return "";
    }
    if (!first.text().equals(second.text())) {
      return "one is by %s, the other by %s"
          .formatted(first.text().metric().text(), second.text().metric().text());
    }
    return hash(one).equals(hash(other))
        ? "the same rows were dealt to other folds"
        : "their rows for training, or the classes of these rows, are not the same";
  }

  /** The hash of the rows ends what names folds and score. */
  private static String hash(String scoredOn) {
    return scoredOn.substring(scoredOn.lastIndexOf(' ') + 1);
  }

  private static int rows(PastRun run) {
    return found(run).rows();
  }

  private static List<Aspect> aspects(PastRun first, PastRun second) {
    List<Aspect> aspects = new ArrayList<>();
    add(aspects, "Table", first.table(), second.table());
    add(aspects, "Target", first.settings().target(), second.settings().target());
    add(aspects, "Features", features(first), features(second));
    add(aspects, "Rows", Texts.number(rows(first)), Texts.number(rows(second)));
    add(aspects, "Held out", first.held(), second.held());
    add(aspects, "Folds", folds(first), folds(second));
    add(aspects, "Candidates", candidates(first), candidates(second));
    add(aspects, "Kernels", kernels(first), kernels(second));
    add(aspects, "C", values(first, Candidate::c), values(second, Candidate::c));
    add(aspects, "Gamma", gammas(first), gammas(second));
    add(aspects, "Class weights", weights(first), weights(second));
    add(aspects, "Best", first.best(), second.best());
    add(aspects, "Score", first.text().metric().text(), second.text().metric().text());
    add(
        aspects,
        "Mean of the best",
        first.text().four(first.mean()),
        second.text().four(second.mean()));
    add(aspects, "Accuracy held out", accuracy(first), accuracy(second));
    aspects.add(new Aspect("Search took", seconds(first), seconds(second), false));
    return List.copyOf(aspects);
  }

  private static void add(List<Aspect> aspects, String name, String first, String second) {
    aspects.add(new Aspect(name, first, second, !first.equals(second)));
  }

  private static String features(PastRun run) {
    return String.join(", ", run.settings().features());
  }

  private static String folds(PastRun run) {
    return PastRun.checked(run.settings().validation())
        + (run.settings().scaleBeforeFolds() ? ", scaled before" : ", scaled inside");
  }

  private static String candidates(PastRun run) {
    return Texts.number(run.settings().candidates().size());
  }

  private static String kernels(PastRun run) {
    return new HeatPlan(run.settings().candidates())
        .panels().stream().map(HeatPlan.Panel::title).collect(Collectors.joining("; "));
  }

  private static String gammas(PastRun run) {
    return values(run, candidate -> candidate.kernel().gamma());
  }

  /** All of a few values, or the ends of many. */
  private static String values(PastRun run, ToDoubleFunction<Candidate> value) {
    List<Double> values =
        run.settings().candidates().stream()
            .mapToDouble(value)
            .distinct()
            .sorted()
            .boxed()
            .toList();
    return values.size() <= FEW
        ? NumberList.text(values)
        : "%s to %s, %d values"
            .formatted(
                Numbers.value(values.getFirst()), Numbers.value(values.getLast()), values.size());
  }

  private static String weights(PastRun run) {
    return run.settings().candidates().stream()
        .map(candidate -> candidate.weighting().text())
        .map(text -> text.isEmpty() ? "none" : text)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String accuracy(PastRun run) {
    return Double.isNaN(run.accuracy()) ? "–" : Numbers.score(run.accuracy());
  }

  private static String seconds(PastRun run) {
    return Texts.nanos((long) (found(run).searchSeconds() * 1e9));
  }

  /** Candidates are the same when kernel and C are, whatever the classes weigh. */
  private static List<Pair> shared(KeptRun.Found one, KeptRun.Found other) {
    Map<String, Double> means = new HashMap<>();
    for (KeptRun.Scored score : one.candidates()) {
      means.put(key(score.candidate()), score.mean());
    }
    List<Pair> pairs = new ArrayList<>();
    for (KeptRun.Scored score : other.candidates()) {
      Double mean = means.get(key(score.candidate()));
      if (mean != null) {
        pairs.add(new Pair(score.candidate(), mean, score.mean()));
      }
    }
    return List.copyOf(pairs);
  }

  private static String key(Candidate candidate) {
    return new Candidate(candidate.kernel(), candidate.c()).text();
  }

  /** How a candidate's cell looks: better ones in one colour, worse ones in another. */
  HeatLook look(Pair pair) {
    double largest = largest();
    double difference = pair.difference();
    String style = "same";
    if (largest > 0 && difference != 0) {
      int step = (int) Math.clamp(Math.ceil(3 * Math.abs(difference) / largest), 1, 3);
      style = (difference > 0 ? "better-" : "worse-") + step;
    }
    return new HeatLook(style, 1, sign(first.text().direction() * difference), false, false, false);
  }

  /** {@code +.012}, {@code −.003}, {@code 0}. */
  private static String sign(double difference) {
    long thousandths = Math.round(Math.abs(difference) * 1000);
    if (thousandths == 0) {
      return "0";
    }
    return (difference > 0 ? "+" : "−") + ScoreText.brief3(thousandths / 1000.0);
  }

  /** The largest difference either way. */
  double largest() {
    return shared.stream().mapToDouble(pair -> Math.abs(pair.difference())).max().orElse(0);
  }

  /** A candidate's difference in words. */
  String words(Pair pair) {
    return "%s: mean %s and %s, difference %s"
        .formatted(
            pair.candidate().text(),
            first.text().three(pair.first()),
            second.text().three(pair.second()),
            first.text().difference(pair.difference()));
  }
}
