package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Feature;

/** Predicts rows and counts what becomes of them. For one thread. */
final class PredictionTally {
  /** A category as it is shown is not longer than this. */
  private static final int WIDEST = 24;

  private final Predictor predictor;
  private final List<Seen> features = new ArrayList<>();
  private final Map<ClassLabel, Long> counts = new TreeMap<>();
  private long rows;
  private long alreadySet;
  private long missing;
  private long notNumeric;
  private long unseen;

  /** What was seen of one feature. */
  private static final class Seen {
    private final Feature feature;
    private final Set<String> categories = new LinkedHashSet<>();
    private long missing;
    private long unfit;
    private long unseen;

    Seen(Feature feature) {
      this.feature = feature;
    }

    void unseen(@Nullable Object value) {
      unseen++;
      if (categories.size() < FeatureGaps.NAMED) {
        String text = Objects.toString(value, "NULL");
        categories.add(
            text.codePointCount(0, text.length()) <= WIDEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, WIDEST)) + "…");
      }
    }

    FeatureGaps gaps(String name) {
      return new FeatureGaps(name, feature.kind(), missing, unfit, unseen, List.copyOf(categories));
    }
  }

  PredictionTally(Predictor predictor) {
    this.predictor = predictor;
    predictor.model().preparation().features().forEach(feature -> features.add(new Seen(feature)));
  }

  /** A row keeps what it has. */
  void alreadySet() {
    rows++;
    alreadySet++;
  }

  /**
   * Predicts a row.
   *
   * @param values a value for each column that the predictor knows; others may follow
   * @return its class, or null if it gets none
   */
  @Nullable ClassLabel predict(List<@Nullable Object> values) {
    rows++;
    Predictor.Prediction said = predictor.predict(values);
    ClassLabel label = said.label();
    if (label == null) {
      missing += said.gap() == Predictor.Gap.MISSING ? 1 : 0;
      notNumeric += said.gap() == Predictor.Gap.MISSING ? 0 : 1;
      for (int j = 0; j < features.size(); j++) {
        Predictor.Gap gap = predictor.gap(j, values);
        features.get(j).missing += gap == Predictor.Gap.MISSING ? 1 : 0;
        features.get(j).unfit += gap == Predictor.Gap.NOT_NUMERIC ? 1 : 0;
      }
      return null;
    }
    counts.merge(label, 1L, Long::sum);
    if (said.unseen()) {
      unseen++;
      double[] raw = predictor.raw(values);
      for (int j = 0; j < features.size(); j++) {
        if (predictor.model().preparation().unseen(j, raw[j])) {
          features.get(j).unseen(predictor.value(j, values));
        }
      }
    }
    return label;
  }

  PredictionCounts counts() {
    List<String> names = predictor.model().origin().features();
    List<FeatureGaps> gaps = new ArrayList<>();
    for (int j = 0; j < features.size(); j++) {
      gaps.add(features.get(j).gaps(names.get(j)));
    }
    return new PredictionCounts(
        rows,
        alreadySet,
        missing,
        notNumeric,
        unseen,
        Collections.unmodifiableMap(counts),
        gaps.stream().filter(each -> each.missing() + each.unfit() + each.unseen() > 0).toList());
  }
}
