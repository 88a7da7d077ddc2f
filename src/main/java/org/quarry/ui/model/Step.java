package org.quarry.ui.model;

/** The four steps of the screen, in their order. */
public enum Step {
  /** What is learned from what. */
  DATA(1, "Data"),
  /** How the learning is checked. */
  CHECK(2, "Check"),
  /** Which candidates are tried. */
  SEARCH(3, "Search"),
  /** What becomes of the best one. */
  USE(4, "Use");

  private final int number;
  private final String title;

  Step(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Its place, from 1. */
  public int number() {
    return number;
  }

  /** Its heading. */
  public String title() {
    return title;
  }
}
