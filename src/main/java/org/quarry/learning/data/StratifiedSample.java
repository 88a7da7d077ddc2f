package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.TableScan;
import org.quarry.work.Monitor;

/**
 * Some rows in which the classes have the shares that they have in all: of each class as many as
 * are its due, drawn by reservoir (Vitter 1985, algorithm R), in their order. Rows without a target
 * stay, for they are counted. The same rows come for the same seed.
 */
public final class StratifiedSample {
  private final Map<ClassLabel, Long> shares;
  private final Map<ClassLabel, List<Placed>> drawn = new HashMap<>();
  private final Map<ClassLabel, Long> seen = new HashMap<>();
  private final List<Placed> unlabelled = new ArrayList<>();
  private final int targetAt;
  private final List<@Nullable Object> nothing;
  private final SplittableRandom random;
  private long place;

  private record Placed(long place, Row row) {}

  private StratifiedSample(Map<ClassLabel, Long> shares, int columns, int targetAt, long seed) {
    this.shares = shares;
    this.targetAt = targetAt;
    this.nothing = Collections.nCopies(columns, null);
    this.random = new SplittableRandom(seed);
  }

  /**
   * About so many of the rows that have a target; of every class one at least.
   *
   * @param rows the rows
   * @param target the column whose classes are to keep their shares
   * @param most how many rows with a target there shall be; where there are no more, all stay
   * @param seed chooses them
   * @throws org.quarry.learning.LearningProblem.UnknownColumn if there is no such column
   */
  public static Rows of(Rows rows, String target, long most, long seed) {
    int at = Rows.position(rows.columns(), target);
    Map<ClassLabel, Long> classes = new TreeMap<>();
    rows.rows().forEach(row -> count(row.values().get(at), classes));
    if (total(classes) <= most) {
      return rows;
    }
    StratifiedSample sample =
        new StratifiedSample(shares(classes, most), rows.columns().size(), at, seed);
    rows.rows().forEach(sample::add);
    return new Rows(rows.columns(), sample.rows());
  }

  /**
   * Reads such a sample. Of a table no more is held in memory than the sample, whatever its size;
   * rows without a target come without their other values. Blocks on the disk.
   *
   * @param database the file
   * @param source where the rows are
   * @param roles which columns are read
   * @param most how many rows with a target there shall be, {@link Long#MAX_VALUE} for all
   * @param seed chooses them
   * @param monitor told rows read
   * @throws org.quarry.learning.LearningProblem.UnknownColumn if a role names no column
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static Rows read(
      Database database, DataSource source, Roles roles, long most, long seed, Monitor monitor) {
    if (!(source instanceof DataSource.OfTable of)) {
      return of(source.read(database, roles, monitor), roles.target(), most, seed);
    }
    monitor.report(0, Monitor.UNKNOWN, "Reading " + of.table().name());
    TableScan scan = TableData.scan(database, of.table(), roles.columns());
    Map<ClassLabel, Long> classes = new TreeMap<>();
    if (most < Long.MAX_VALUE) {
      TableData.scan(database, of.table(), List.of(roles.target()))
          .forEach(row -> count(row.values().getFirst(), classes), monitor);
    }
    Map<ClassLabel, Long> shares = total(classes) <= most ? Map.of() : shares(classes, most);
    int at = Rows.position(scan.columns(), roles.target());
    StratifiedSample sample = new StratifiedSample(shares, scan.columns().size(), at, seed);
    scan.forEach(row -> sample.add(new Row(row.key(), row.values())), monitor);
    return new Rows(scan.columns(), sample.rows());
  }

  /** Counts the class of a target, if it names one. */
  static void count(@Nullable Object value, Map<ClassLabel, Long> classes) {
    ClassLabel label = value == null ? null : ClassLabel.of(value);
    if (label != null) {
      classes.merge(label, 1L, Long::sum);
    }
  }

  private static long total(Map<ClassLabel, Long> classes) {
    return classes.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * One without rows yet.
   *
   * @param classes how many rows of each class will be added
   * @param most how many of them there shall be
   */
  static StratifiedSample empty(
      Map<ClassLabel, Long> classes, long most, int columns, int targetAt, long seed) {
    return new StratifiedSample(
        total(classes) <= most ? Map.of() : shares(classes, most), columns, targetAt, seed);
  }

  private void add(Row row) {
    add(row, place++);
  }

  /** Takes a row or passes it over; those taken come in the order of their places. */
  void add(Row row, long at) {
    @Nullable Object value = row.values().get(targetAt);
    ClassLabel label = value == null ? null : ClassLabel.of(value);
    if (label == null) {
      unlabelled.add(new Placed(at, value == null ? new Row(row.identity(), nothing) : row));
      return;
    }
    List<Placed> kept = drawn.computeIfAbsent(label, none -> new ArrayList<>());
    long count = seen.merge(label, 1L, Long::sum);
    if (kept.size() < shares.getOrDefault(label, Long.MAX_VALUE)) {
      kept.add(new Placed(at, row));
      return;
    }
    long chosen = random.nextLong(count);
    if (chosen < kept.size()) {
      kept.set((int) chosen, new Placed(at, row));
    }
  }

  /** The rows taken so far. */
  List<Row> rows() {
    List<Placed> all = new ArrayList<>(unlabelled);
    drawn.values().forEach(all::addAll);
    all.sort(Comparator.comparingLong(Placed::place));
    return all.stream().map(Placed::row).toList();
  }

  /** How many rows of each class; what rounding leaves goes to the largest remainders. */
  private static Map<ClassLabel, Long> shares(Map<ClassLabel, Long> classes, long most) {
    long labelled = total(classes);
    Map<ClassLabel, Long> shares = new HashMap<>();
    Map<ClassLabel, Double> remainders = new TreeMap<>();
    long given = 0;
    for (Map.Entry<ClassLabel, Long> each : classes.entrySet()) {
      double exact = (double) each.getValue() * most / labelled;
      long share = Math.max(1, (long) exact);
      shares.put(each.getKey(), share);
      remainders.put(each.getKey(), exact - share);
      given += share;
    }
    List<Map.Entry<ClassLabel, Double>> order =
        remainders.entrySet().stream()
            .sorted(Map.Entry.<ClassLabel, Double>comparingByValue().reversed())
            .toList();
    for (int i = 0; i < order.size() && given < most; i++, given++) {
      shares.merge(order.get(i).getKey(), 1L, Long::sum);
    }
    return shares;
  }
}
