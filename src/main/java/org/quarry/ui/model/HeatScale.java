package org.quarry.ui.model;

import java.util.List;

/**
 * The colours of scores: seven, in even steps from a low score to the best. Half of the scores may
 * lie below the low one and share its colour, so that the good ones can be told apart.
 *
 * @param low the score of the faintest colour; NaN while no score is known
 * @param high the score of the strongest
 * @param clipped whether scores lie below the low one
 */
record HeatScale(double low, double high, boolean clipped) {
  /** How many colours there are. */
  static final int LEVELS = 7;

  /** The scale of what is known so far. */
  static HeatScale of(List<ScoreRow> rows) {
    double[] means =
        rows.stream()
            .mapToDouble(ScoreRow::meanSoFar)
            .filter(mean -> !Double.isNaN(mean))
            .sorted()
            .toArray();
    if (means.length == 0) {
      return new HeatScale(Double.NaN, Double.NaN, false);
    }
    // At the end of most searches many are much alike at the bottom and none of them is wanted.
    double low = means[(means.length - 1) / 2];
    return new HeatScale(low, means[means.length - 1], means[0] < low);
  }

  /** The colour of a score, 0 to 6; the best has the last. */
  int level(double score) {
    if (high <= low) {
      return score < low ? 0 : LEVELS - 1;
    }
    double share = (score - low) / (high - low);
    return (int) Math.clamp(Math.floor(share * LEVELS), 0, LEVELS - 1);
  }

  /**
   * How the cell of a candidate looks.
   *
   * @param text how scores read
   */
  HeatLook look(ScoreRow row, ScoreText text) {
    double mean = row.meanSoFar();
    boolean known = !Double.isNaN(mean);
    return new HeatLook(
        known ? "level-" + level(mean) : "",
        (double) row.done() / row.fits().size(),
        row.complete() ? text.brief(mean) : "",
        row.rank() == 1,
        row.underWay(),
        !row.converged());
  }

  /** A candidate's state in words: {@code rbf, C 10, gamma 0.1: mean 0.956, 3 of 3 folds}. */
  static String words(ScoreRow row, ScoreText score) {
    double mean = row.meanSoFar();
    StringBuilder text =
        new StringBuilder(row.candidate().text())
            .append(": ")
            .append(Double.isNaN(mean) ? "no score yet" : "mean " + score.three(mean))
            .append(", %d of %d folds".formatted(row.done(), row.fits().size()));
    if (row.rank() > 0) {
      text.append(row.rank() == 1 ? ", best" : ", rank " + row.rank());
    }
    text.append(row.underWay() ? ", being fitted" : "");
    return text.append(row.converged() ? "" : ", did not converge").toString();
  }
}
