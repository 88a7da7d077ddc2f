package org.quarry.ui.grid;

/** Where a cell stands: row and column, from 0. */
public record CellPosition(long row, int column) {}
