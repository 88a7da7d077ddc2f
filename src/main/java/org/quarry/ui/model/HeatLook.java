package org.quarry.ui.model;

/**
 * How a cell of a heat map looks.
 *
 * @param style the style class of its colour; empty for none
 * @param filled how much of it is filled, 0 to 1
 * @param text what stands in it if it fits
 * @param best whether it is ringed as the best
 * @param underWay whether it is outlined as being fitted
 * @param unconverged whether its corner says that a fit did not converge
 */
record HeatLook(
    String style,
    double filled,
    String text,
    boolean best,
    boolean underWay,
    boolean unconverged) {}
