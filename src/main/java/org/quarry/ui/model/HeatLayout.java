package org.quarry.ui.model;

/**
 * Where the cells of heat maps stand.
 *
 * @param cell how wide a cell is with its gap
 * @param tall how tall it is with its gap
 * @param gap what lies between cells
 * @param rows how many rows there are
 */
record HeatLayout(double cell, double tall, double gap, int rows) {
  /** The width of the axis on the left. */
  static final double AXIS = 48;

  /** The height of the titles above. */
  static final double HEAD = 24;

  /** The height of a line below. */
  static final double TICK = 16;

  /** What lies between panels. */
  static final double PANEL = 20;

  private static final double LEAST = 9;
  private static final double WIDEST = 64;
  private static final double TALLEST = 26;
  private static final double LEAST_TALL = 9;

  /**
   * The layout in a width.
   *
   * @param room how tall the cells are to be together at most, unless they are too many
   */
  static HeatLayout of(double width, double room, int columns, int panels, int rows) {
    double free = width - AXIS - PANEL * Math.max(0, panels - 1);
    double cell = columns == 0 ? WIDEST : Math.clamp(Math.floor(free / columns), LEAST, WIDEST);
    double tall = rows == 0 ? TALLEST : Math.clamp(Math.floor(room / rows), LEAST_TALL, TALLEST);
    return new HeatLayout(cell, tall, Math.min(cell, tall) < 20 ? 1 : 2, rows);
  }

  /** The least width that shows every cell. */
  static double leastWidth(int columns, int panels) {
    return AXIS + LEAST * columns + PANEL * Math.max(0, panels - 1);
  }

  /** Of how many labels one is shown, so that none meets the next. */
  static int every(double step, double needed) {
    return (int) Math.max(1, Math.ceil(needed / step));
  }

  /** The left of a column among those of all panels. */
  double x(int column, int panel) {
    return AXIS + column * cell + panel * PANEL;
  }

  /** The top of a row. */
  double y(int row) {
    return HEAD + row * tall;
  }

  /** Where the cells end. */
  double foot() {
    return HEAD + rows * tall;
  }

  /** The height of all. */
  double height() {
    return rows == 0 ? 0 : foot() + 2 * TICK;
  }
}
