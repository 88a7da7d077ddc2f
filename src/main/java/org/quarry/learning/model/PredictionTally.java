package org.quarry.learning.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.quarry.learning.data.ClassLabel;

/** Counts what became of the rows that a model was asked about. For one thread. */
final class PredictionTally {
  private final Map<ClassLabel, Long> counts = new TreeMap<>();
  private long rows;
  private long alreadySet;
  private long missing;
  private long notNumeric;

  void alreadySet() {
    rows++;
    alreadySet++;
  }

  void add(Predictor.Prediction prediction) {
    rows++;
    ClassLabel label = prediction.label();
    if (label != null) {
      counts.merge(label, 1L, Long::sum);
    } else if (prediction.gap() == Predictor.Gap.MISSING) {
      missing++;
    } else {
      notNumeric++;
    }
  }

  PredictionCounts counts() {
    return new PredictionCounts(
        rows, alreadySet, missing, notNumeric, Collections.unmodifiableMap(counts));
  }
}
