package org.quarry.benchmark;

import static org.quarry.benchmark.Figures.line;
import static org.quarry.benchmark.Figures.median;
import static org.quarry.benchmark.Figures.ms;
import static org.quarry.benchmark.Figures.once;
import static org.quarry.benchmark.Figures.times;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.quarry.database.Database;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.Sort;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Measures the reading of rows without a window: first rows, jumps, sorting to the end, and a
 * filter's scan beside the {@code sqlite3} program, which runs the same SQL in turn with it.
 */
public final class BrowsingBenchmark {
  private static final int PAGE = 256;
  private static final int JUMPS = 200;
  private static final int TURNS = 5;
  private static final String FILTER = ">= 2400";

  private final Path file;
  private final Database database;
  private final Table table;

  private BrowsingBenchmark(Path file, Database database) {
    this.file = file;
    this.database = database;
    table = new SchemaReader(database).read(Monitor.NONE).table("predictions").orElseThrow();
  }

  /** Takes the number of rows and the folder for the file of rows. */
  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[0]);
    Path file = BigTable.of(Path.of(arguments[1]), rows);
    System.out.printf(Locale.ROOT, "%n| %,d rows | |%n|---|---|%n", rows);
    once(() -> firstRows(file));
    line("open the file and read its first 256 rows", times(20, () -> firstRows(file)));
    try (Database database = Database.open(file)) {
      BrowsingBenchmark benchmark = new BrowsingBenchmark(file, database);
      benchmark.jumps(rows);
      benchmark.sorting();
      benchmark.filtering();
    }
  }

  private static void firstRows(Path file) {
    try (Database database = Database.open(file)) {
      Table table =
          new SchemaReader(database).read(Monitor.NONE).table("predictions").orElseThrow();
      rows(database, table, List.of(), RowFilter.NONE).page(0, PAGE, Monitor.NONE);
    }
  }

  private static TableRows rows(
      Database database, Table table, List<Sort> sorts, RowFilter filter) {
    return new TableRows(database, table, sorts, filter);
  }

  private void jumps(long rows) throws Exception {
    Random random = new Random(1);
    line(
        "jump to a random row before anything is counted",
        times(
            JUMPS,
            () ->
                rows(database, table, List.of(), RowFilter.NONE)
                    .page(random.nextLong(rows), PAGE, Monitor.NONE)));
    TableRows natural = rows(database, table, List.of(), RowFilter.NONE);
    RowCount[] counted = new RowCount[1];
    line(
        "count exactly and place the anchors",
        ms(once(() -> natural.survey(Monitor.NONE, count -> counted[0] = count))));
    if (counted[0].rows() != rows) {
      throw new IllegalStateException("counted " + counted[0]);
    }
    line(
        "jump to a random row with anchors",
        times(JUMPS, () -> natural.page(random.nextLong(rows), PAGE, Monitor.NONE)));
  }

  private void sorting() throws Exception {
    try (TableRows sorted =
        rows(database, table, List.of(new Sort("worst_area", true)), RowFilter.NONE)) {
      line(
          "sort by an unindexed column: first page",
          ms(once(() -> sorted.page(0, PAGE, Monitor.NONE))));
      RowCount[] counted = new RowCount[1];
      line(
          "sort by an unindexed column: to the end",
          ms(once(() -> sorted.survey(Monitor.NONE, count -> counted[0] = count))));
      Random random = new Random(2);
      line(
          "then jump to a random row",
          times(JUMPS, () -> sorted.page(random.nextLong(counted[0].rows()), PAGE, Monitor.NONE)));
    }
  }

  /** Ours and theirs in turn, so that both meet the same machine. */
  private void filtering() throws Exception {
    RowFilter filter = RowFilter.of("worst_area", FilterParser.parse(FILTER));
    String sql =
        "SELECT t.rowid FROM main.predictions AS t WHERE "
            + filter.predicate(table).readable()
            + " ORDER BY t.rowid";
    double[] first = new double[TURNS];
    double[] ours = new double[TURNS];
    double[] theirs = new double[TURNS];
    long[] passing = new long[1];
    for (int turn = 0; turn < TURNS; turn++) {
      try (TableRows rows = rows(database, table, List.of(), filter)) {
        first[turn] = once(() -> rows.page(0, PAGE, Monitor.NONE));
        ours[turn] = once(() -> rows.survey(Monitor.NONE, count -> passing[0] = count.rows()));
      }
      theirs[turn] = once(() -> sqlite3(sql));
    }
    Arrays.sort(first);
    Arrays.sort(ours);
    Arrays.sort(theirs);
    line("filter an unindexed column: first page", first);
    line(
        "filter an unindexed column: all places",
        String.format(
            Locale.ROOT,
            "%,d rows pass; %s, sqlite3 %s: %.2f ×",
            passing[0],
            ms(median(ours)),
            ms(median(theirs)),
            median(ours) / median(theirs)));
  }

  private void sqlite3(String sql) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sqlite3", "-readonly", file.toString(), sql)
            .redirectOutput(new File("/dev/null"))
            .redirectErrorStream(true)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("sqlite3 ended with " + process.exitValue());
    }
  }
}
