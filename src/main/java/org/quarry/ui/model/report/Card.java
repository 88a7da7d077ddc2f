package org.quarry.ui.model.report;

/** What a report shows, one at a time. */
public enum Card {
  /** Scores, matrix and the report as text. */
  REPORT("Report"),
  /** ROC and precision-recall with a threshold. */
  CURVES("Curves"),
  /** Whether probabilities come true. */
  CALIBRATION("Calibration"),
  /** Whether more rows would help. */
  LEARNING("Learning"),
  /** What each feature is worth. */
  IMPORTANCE("Importance"),
  /** Where the decision turns. */
  BOUNDARY("Boundary"),
  /** Why a row is predicted as it is. */
  WHY("Why a row"),
  /** The same candidate by Weka's stock SMO. */
  STOCK("Stock SMO");

  private final String title;

  Card(String title) {
    this.title = title;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }
}
