package org.quarry.database.profile;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowCount;
import org.quarry.database.schema.Table;

/**
 * Blocks of rows that follow each other, evenly spread over the rowids of a table.
 *
 * @param ranges the first and the last rowid of each block, a JSON array of pairs
 * @param looked how many rows they have
 * @param rows about how many rows the table has
 */
record Sample(String ranges, long looked, long rows) {
  /** How many blocks there are. */
  static final int BLOCKS = 160;

  /**
   * Takes one.
   *
   * @param perBlock how many rows a block has at most
   */
  static Sample take(ProfileMapper mapper, Table table, int perBlock) {
    @Nullable Object[] ends = mapper.ends(table).getFirst();
    if (!(ends[0] instanceof Long least && ends[1] instanceof Long greatest)) {
      return new Sample("[]", 0, 0);
    }
    // Rowids span up to 2^64, which no long holds.
    double span = (double) greatest - least + 1;
    double covered = 0;
    long looked = 0;
    StringJoiner ranges = new StringJoiner(",", "[", "]");
    long next = least;
    for (int i = 0; i < BLOCKS; i++) {
      long from = Math.max(next, (long) (least + span * i / BLOCKS));
      if (from > greatest) {
        break;
      }
      @Nullable Object[] block = mapper.block(table, from, perBlock).getFirst();
      if (!(block[0] instanceof Long first && block[1] instanceof Long end)) {
        break;
      }
      long rows = Figures.number(block[2]);
      ranges.add("[" + first + "," + end + "]");
      looked += rows;
      long last = rows < perBlock ? greatest : end;
      covered += (double) last - from + 1;
      if (last >= greatest) {
        break;
      }
      next = last + 1;
    }
    return new Sample(ranges.toString(), looked, Math.round(looked * (span / covered)));
  }

  /** What it covers. */
  Coverage coverage() {
    return new Coverage(
        Coverage.Kind.SAMPLE,
        looked,
        new RowCount(Math.max(rows, looked), RowCount.Certainty.ABOUT));
  }
}
