package org.quarry.learning.search;

import org.quarry.learning.LearningProblem;

/** Which candidates a search scores, and on how many rows. */
public enum Strategy {
  /** Every candidate on all rows. */
  WHOLE("whole", "The whole grid"),
  /**
   * Every candidate on a ninth of the rows for training or so, the best third on three times as
   * many, and so on (Jamieson and Talwalkar 2016). Quick on large tables; it may lose the best.
   */
  HALVING("halving", "Successive halving"),
  /** Every candidate, then twice the candidates half a step around the best. */
  COARSE_TO_FINE("fine", "Coarse to fine"),
  /** Every candidate; while the best lies on the border the grid grows there. */
  GROW("grow", "Grow at the border");

  private final String name;
  private final String title;

  Strategy(String name, String title) {
    this.name = name;
    this.title = title;
  }

  /** What a command calls it. */
  public String text() {
    return name;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /**
   * The strategy of a name.
   *
   * @throws LearningProblem.BadSettings if there is none
   */
  public static Strategy of(String text) {
    for (Strategy strategy : values()) {
      if (strategy.name.equals(text)) {
        return strategy;
      }
    }
    throw new LearningProblem.BadSettings(
        "There is no strategy “" + text + "”.", "Choose whole, halving, fine or grow.");
  }

  @Override
  public String toString() {
    return name;
  }
}
