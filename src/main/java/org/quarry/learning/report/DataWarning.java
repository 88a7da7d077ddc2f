package org.quarry.learning.report;

/**
 * Something about rows and their labels that makes a model or its score worth less than it looks,
 * said in a sentence, with the rows concerned. Immutable.
 */
public abstract sealed class DataWarning {
  private final String sentence;
  private final int[] rows;

  private DataWarning(String sentence, int[] rows) {
    this.sentence = sentence;
    this.rows = rows.clone();
  }

  /** What is the matter and what comes of it, for a person. */
  public final String sentence() {
    return sentence;
  }

  /** The rows concerned, as positions in the data set, in their order. */
  public final int[] rows() {
    return rows.clone();
  }

  @Override
  public final String toString() {
    return sentence;
  }

  /** A class has few rows beside another. Its rows are those of the small class. */
  public static final class Imbalance extends DataWarning {
    Imbalance(String sentence, int[] rows) {
      super(sentence, rows);
    }
  }

  /** Rows of equal features are in different folds. Its rows are all of these. */
  public static final class TwinsAcrossFolds extends DataWarning {
    TwinsAcrossFolds(String sentence, int[] rows) {
      super(sentence, rows);
    }
  }

  /** Rows of equal features are of different classes. Its rows are all of these. */
  public static final class Contradiction extends DataWarning {
    Contradiction(String sentence, int[] rows) {
      super(sentence, rows);
    }
  }

  /** One feature tells the class nearly by itself. Its rows are those it decides right. */
  public static final class GiveAway extends DataWarning {
    private final int feature;

    GiveAway(String sentence, int[] rows, int feature) {
      super(sentence, rows);
      this.feature = feature;
    }

    /** The position of the feature. */
    public int feature() {
      return feature;
    }
  }

  /** A class has fewer rows than there are folds. Its rows are those of the class. */
  public static final class FewRows extends DataWarning {
    FewRows(String sentence, int[] rows) {
      super(sentence, rows);
    }
  }
}
