package org.quarry.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quarry.learning.report.Report;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Texts;

/**
 * What changed between two trainings of a target, one after the other, on the rows held out.
 *
 * @param before the accuracy of the earlier
 * @param now the accuracy of the later
 * @param shared how many rows both held out
 * @param right how many of those were wrong and are right now
 * @param wrong how many of those were right and are wrong now
 * @param relabelled how many of those are of another class now
 */
record ResultChange(double before, double now, int shared, int right, int wrong, int relabelled) {
  /**
   * Compares, or says nothing where one held nothing out or they do not share most of the rows they
   * held out.
   *
   * @param before what the earlier found
   * @param now what the later found, of the same rows and target
   */
  static Optional<ResultChange> of(TrainingResult before, TrainingResult now) {
    Report earlier = before.holdOut();
    Report later = now.holdOut();
    if (earlier == null
        || later == null
        || !before.settings().target().equals(now.settings().target())) {
      return Optional.empty();
    }
    Map<Object, TrainingResult.HeldOut> known = new HashMap<>();
    before.heldOut().forEach(row -> known.put(row.identity(), row));
    int shared = 0;
    int right = 0;
    int wrong = 0;
    int relabelled = 0;
    for (TrainingResult.HeldOut row : now.heldOut()) {
      TrainingResult.HeldOut was = known.get(row.identity());
      if (was != null) {
        shared++;
        right += isRight(row) && !isRight(was) ? 1 : 0;
        wrong += !isRight(row) && isRight(was) ? 1 : 0;
        relabelled += row.actual().equals(was.actual()) ? 0 : 1;
      }
    }
    return 2 * shared > now.heldOut().size()
        ? Optional.of(
            new ResultChange(
                earlier.accuracy(), later.accuracy(), shared, right, wrong, relabelled))
        : Optional.empty();
  }

  private static boolean isRight(TrainingResult.HeldOut row) {
    return row.actual().equals(row.predicted());
  }

  /** All of it in a sentence or two. */
  String text() {
    StringBuilder text =
        new StringBuilder(
            "Since the training before: accuracy %s, was %s (%s)."
                .formatted(
                    Numbers.score(now), Numbers.score(before), Numbers.difference(now - before)));
    text.append(
        " Of %s held out both times, %s now right and %s now wrong"
            .formatted(Texts.count(shared, "row"), are(right), are(wrong)));
    if (relabelled > 0) {
      text.append("; ").append(are(relabelled)).append(" of another class");
    }
    return text.append('.').toString();
  }

  private static String are(int count) {
    return count == 0 ? "none is" : count == 1 ? "1 is" : Texts.number(count) + " are";
  }
}
