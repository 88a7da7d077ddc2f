package org.quarry.database.search;

/**
 * How much matches.
 *
 * @param cells how many cells
 * @param rows in how many rows
 * @param exact whether that is all; if not, there are more
 */
public record MatchCount(long cells, long rows, boolean exact) {
  MatchCount plus(MatchCount more) {
    return new MatchCount(cells + more.cells, rows + more.rows, exact && more.exact);
  }

  MatchCount with(boolean all) {
    return new MatchCount(cells, rows, all);
  }
}
