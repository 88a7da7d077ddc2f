package org.quarry.learning.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Coder;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.work.Monitor;

/** Applies a model to rows of given columns. Safe for use by several threads. */
public final class Predictor {
  private static final int ROWS_BETWEEN_CHECKS = 256;

  /** Why a row has no prediction. */
  public enum Gap {
    /** A feature is NULL that must not be missing. */
    MISSING,
    /** A feature holds what its kind does not allow, such as a text where it is a number. */
    NOT_NUMERIC
  }

  /**
   * What the model says of a row: either is set.
   *
   * @param label the class, or null
   * @param gap why there is none, or null
   * @param unseen whether it has one although a nominal feature holds a category that the model has
   *     not seen in training
   */
  public record Prediction(@Nullable ClassLabel label, @Nullable Gap gap, boolean unseen) {}

  /** Takes what the model says of each row. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one, on the predicting thread, in the order of the rows.
     *
     * @param identity the row's identity
     * @param label its class, or null when a feature is missing or not of its kind
     */
    void accept(Object identity, @Nullable ClassLabel label);
  }

  /**
   * How many rows went which way.
   *
   * @param rows all rows
   * @param labels the rows of each class that was predicted, in the order of the classes
   * @param missing rows without a prediction because a feature is NULL that must not be
   * @param notNumeric rows without a prediction because a feature is not of its kind
   * @param unseen rows with a prediction that hold a category not seen in training
   */
  public record Counts(
      long rows, Map<ClassLabel, Long> labels, long missing, long notNumeric, long unseen) {
    /** Rows with a prediction. */
    public long predicted() {
      return rows - missing - notNumeric;
    }
  }

  private final Model model;
  private final int[] positions;
  private final List<Feature> features;
  private final List<Coder> coders;

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
    this.features = model.preparation().features();
    this.coders = features.stream().map(Coder::new).toList();
  }

  /** The model. */
  public Model model() {
    return model;
  }

  /**
   * What the model says of one row.
   *
   * @param values a value for each column
   */
  public Prediction predict(List<@Nullable Object> values) {
    Gap gap = gap(values);
    if (gap != null) {
      return new Prediction(null, gap, false);
    }
    double[] raw = raw(values);
    return new Prediction(model.predict(raw), null, model.preparation().unseen(raw));
  }

  /**
   * Why the model can say nothing of a row, or null when it can.
   *
   * @param values a value for each column
   */
  public @Nullable Gap gap(List<@Nullable Object> values) {
    Gap found = null;
    for (int j = 0; j < positions.length; j++) {
      Gap gap = gap(j, values);
      if (gap == Gap.MISSING) {
        return gap;
      }
      found = gap == null ? found : gap;
    }
    return found;
  }

  /** Why the model can say nothing of a row by one of its features, or null when it can. */
  @Nullable Gap gap(int feature, List<@Nullable Object> values) {
    @Nullable Object value = value(feature, values);
    if (value == null) {
      return features.get(feature).missing() == Missing.LEAVE_OUT ? Gap.MISSING : null;
    }
    return Coder.accepts(features.get(feature).kind(), value) ? null : Gap.NOT_NUMERIC;
  }

  /** The value of a feature in a row. */
  @Nullable Object value(int feature, List<@Nullable Object> values) {
    return values.get(positions[feature]);
  }

  /**
   * The raw features of a row, as {@link Model#predict} and {@link Model#decisions} take them.
   *
   * @param values a value for each column; they leave no {@link #gap}
   */
  public double[] raw(List<@Nullable Object> values) {
    double[] raw = new double[positions.length];
    for (int j = 0; j < raw.length; j++) {
      raw[j] = coders.get(j).code(values.get(positions[j]));
    }
    return raw;
  }

  /**
   * The probability of each class for one row, or empty when the model has no calibration.
   *
   * @param values a value for each column; they leave no {@link #gap}
   */
  public Optional<double[]> probabilities(List<@Nullable Object> values) {
    return model.probabilities(raw(values));
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
    long unseen = 0;
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
        unseen += prediction.unseen() ? 1 : 0;
      } else if (prediction.gap() == Gap.MISSING) {
        missing++;
      } else {
        notNumeric++;
      }
      sink.accept(row.identity(), label);
      done++;
    }
    monitor.report(done, total, "");
    return new Counts(done, Collections.unmodifiableMap(labels), missing, notNumeric, unseen);
  }
}
