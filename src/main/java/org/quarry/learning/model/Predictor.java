package org.quarry.learning.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.work.Monitor;

/** Applies a model to rows of given columns. Safe for use by several threads. */
public final class Predictor {
  private static final int ROWS_BETWEEN_CHECKS = 256;

  /** Why a row has no prediction. */
  public enum Gap {
    /** A feature is NULL. */
    MISSING,
    /** A feature is a text, a blob or an infinity. */
    NOT_NUMERIC
  }

  /**
   * What the model says of a row: either is set.
   *
   * @param label the class, or null
   * @param gap why there is none, or null
   */
  public record Prediction(@Nullable ClassLabel label, @Nullable Gap gap) {}

  /** Takes what the model says of each row. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one, on the predicting thread, in the order of the rows.
     *
     * @param identity the row's identity
     * @param label its class, or null when a feature is missing or not a number
     */
    void accept(Object identity, @Nullable ClassLabel label);
  }

  /**
   * How many rows went which way.
   *
   * @param rows all rows
   * @param labels the rows of each class that was predicted, in the order of the classes
   * @param missing rows without a prediction because a feature is NULL
   * @param notNumeric rows without a prediction because a feature is not a number
   */
  public record Counts(long rows, Map<ClassLabel, Long> labels, long missing, long notNumeric) {
    /** Rows with a prediction. */
    public long predicted() {
      return rows - missing - notNumeric;
    }
  }

  private final Model model;
  private final int[] positions;

  /**
   * Makes a predictor.
   *
   * @param model the model
   * @param columns the names of the columns of the rows to come; the model's features are found by
   *     name
   * @throws LearningProblem.UnknownColumn if a feature is not among them
   */
  public Predictor(Model model, List<String> columns) {
    this.model = model;
    this.positions =
        model.origin().features().stream()
            .mapToInt(feature -> Rows.position(columns, feature))
            .toArray();
  }

  /**
   * What the model says of one row.
   *
   * @param values a value for each column
   */
  public Prediction predict(List<@Nullable Object> values) {
    double[] features = new double[positions.length];
    boolean numeric = true;
    for (int i = 0; i < positions.length; i++) {
      @Nullable Object value = values.get(positions[i]);
      if (value == null) {
        return new Prediction(null, Gap.MISSING);
      }
      if (DataSet.isNumber(value)) {
        features[i] = ((Number) value).doubleValue();
      } else {
        numeric = false;
      }
    }
    return numeric
        ? new Prediction(model.predict(features), null)
        : new Prediction(null, Gap.NOT_NUMERIC);
  }

  /**
   * Predicts row after row.
   *
   * @param rows the rows; read once, closed by the caller
   * @param total how many there are, or {@link Monitor#UNKNOWN}
   * @param sink takes each prediction
   * @param monitor hears the progress in rows and stops the work
   * @throws org.quarry.work.Cancelled when stopped
   */
  public Counts predict(Stream<Row> rows, long total, Sink sink, Monitor monitor) {
    Map<ClassLabel, Long> labels = new TreeMap<>();
    long done = 0;
    long missing = 0;
    long notNumeric = 0;
    Iterator<Row> iterator = rows.iterator();
    while (iterator.hasNext()) {
      if (done % ROWS_BETWEEN_CHECKS == 0) {
        monitor.checkpoint();
        monitor.report(done, total, "Predicting");
      }
      Row row = iterator.next();
      Prediction prediction = predict(row.values());
      ClassLabel label = prediction.label();
      if (label != null) {
        labels.merge(label, 1L, Long::sum);
      } else if (prediction.gap() == Gap.MISSING) {
        missing++;
      } else {
        notNumeric++;
      }
      sink.accept(row.identity(), label);
      done++;
    }
    monitor.report(done, total, "");
    return new Counts(done, Collections.unmodifiableMap(labels), missing, notNumeric);
  }
}
