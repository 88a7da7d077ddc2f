package org.quarry.learning.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A score of predictions. The figures and their rules at the edges are scikit-learn's, whose names
 * they carry. A score is always the better the higher it is, so that a search, an importance or a
 * learning curve treats all alike; {@link #figure} gives back what people are used to read.
 */
public enum Metric {
  /** The share of rows predicted right. */
  ACCURACY("accuracy", "accuracy") {
    @Override
    public double score(Predictions predictions) {
      int[] actual = predictions.actual();
      int[] predicted = predictions.predicted();
      int right = 0;
      for (int i = 0; i < actual.length; i++) {
        right += actual[i] == predicted[i] ? 1 : 0;
      }
      return (double) right / actual.length;
    }
  },

  /** The mean over the classes that occur of the share of their rows predicted right. */
  BALANCED_ACCURACY("balanced_accuracy", "balanced accuracy") {
    @Override
    public double score(Predictions predictions) {
      return Confusion.of(predictions).balancedAccuracy();
    }
  },

  /** The mean F1 of the classes that occur or are predicted; 0 for one never predicted right. */
  F1_MACRO("f1_macro", "F1, macro") {
    @Override
    public double score(Predictions predictions) {
      return Confusion.of(predictions).macroF1();
    }
  },

  /** The mean F1 of the classes, each counting by its rows. */
  F1_WEIGHTED("f1_weighted", "F1, weighted") {
    @Override
    public double score(Predictions predictions) {
      return Confusion.of(predictions).weightedF1();
    }
  },

  /**
   * The area under the ROC curve. Two classes: of the decisions, or of the probabilities where no
   * decisions are given. More: the mean of each class against the rest by probabilities. Not a
   * number when a class does not occur, because then nothing can be ordered.
   */
  ROC_AUC("roc_auc", "ROC AUC") {
    @Override
    public Need need(int classes) {
      return classes == 2 ? Need.DECISIONS : Need.PROBABILITIES;
    }

    @Override
    public double score(Predictions predictions) {
      double @Nullable [] decisions = predictions.decisions();
      if (decisions != null) {
        return Ranking.area(predictions.actual(), 1, decisions);
      }
      return Ranking.meanArea(predictions);
    }

    @Override
    public String scikitLearnName(int classes) {
      return classes == 2 ? "roc_auc" : "roc_auc_ovr";
    }
  },

  /**
   * The mean negative logarithm of the probability given to the true class, its sign turned. A
   * probability counts as one of 2⁻⁵² at least. Defined for every fold, whatever classes occur.
   */
  LOG_LOSS("neg_log_loss", "log loss") {
    @Override
    public Need need(int classes) {
      return Need.PROBABILITIES;
    }

    @Override
    public double score(Predictions predictions) {
      double[][] probabilities = probabilities(predictions);
      int[] actual = predictions.actual();
      double loss = 0;
      for (int i = 0; i < actual.length; i++) {
        double sum = 0;
        for (double probability : probabilities[i]) {
          sum += clip(probability);
        }
        loss -= Math.log(clip(probabilities[i][actual[i]]) / sum);
      }
      return -loss / actual.length;
    }

    @Override
    public double figure(double score) {
      return -score;
    }
  };

  /** What a metric must be given beside the classes. */
  public enum Need {
    /** Nothing. */
    CLASSES,
    /** The decision of each row. */
    DECISIONS,
    /** The probabilities of each row. */
    PROBABILITIES
  }

  private static final double LEAST = Math.ulp(1.0);

  private final String scikitLearn;
  private final String text;

  Metric(String scikitLearn, String text) {
    this.scikitLearn = scikitLearn;
    this.text = text;
  }

  private static double clip(double probability) {
    return Math.clamp(probability, LEAST, 1 - LEAST);
  }

  private static double[][] probabilities(Predictions predictions) {
    double @Nullable [][] given = predictions.probabilities();
    if (given == null) {
      throw new IllegalArgumentException("the metric needs probabilities");
    }
    return given;
  }

  /**
   * The score, the higher the better; not a number where it is not defined. Allocates a little, on
   * the calling thread.
   *
   * @throws IllegalArgumentException if the predictions lack what {@link #need} names
   */
  public abstract double score(Predictions predictions);

  /** What predictions of that many classes must hold for this metric. */
  public Need need(int classes) {
    return Need.CLASSES;
  }

  /** The figure as it is read: the log loss above 0, any other the score itself. */
  public double figure(double score) {
    return score;
  }

  /** The name of the same scorer in scikit-learn's {@code scoring}. */
  public String scikitLearnName(int classes) {
    return scikitLearn;
  }

  /** Its name in commands: {@code balanced-accuracy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is called in a sentence. */
  public String text() {
    return text;
  }
}
