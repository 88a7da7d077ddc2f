package org.quarry.learning.training;

import org.quarry.learning.LearningProblem;

/** Who solves the dual problem of each fit. */
public enum Solver {
  /** Our own solver. */
  OWN("own", "Quarry's solver"),
  /** Weka's SMO as it comes. */
  STOCK("weka", "Weka's SMO");

  private final String text;
  private final String title;

  Solver(String text, String title) {
    this.text = text;
    this.title = title;
  }

  /** What a command calls it. */
  public String text() {
    return text;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /**
   * The solver of a name.
   *
   * @throws LearningProblem.BadSettings if there is none
   */
  public static Solver of(String text) {
    for (Solver solver : values()) {
      if (solver.text.equals(text)) {
        return solver;
      }
    }
    throw new LearningProblem.BadSettings(
        "There is no solver “" + text + "”.", "Choose own or weka.");
  }

  @Override
  public String toString() {
    return text;
  }
}
