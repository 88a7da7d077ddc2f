package org.quarry.database.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.Identifiers;
import org.quarry.database.filter.Condition;
import org.quarry.database.filter.Predicate;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Looks at the columns of one table or view, as the file has it: what is staged does not count.
 * Blocks on the disk; safe for several threads.
 */
public final class ColumnProfiler {
  /** How many of the most frequent values a profile has. */
  public static final int TOP = 20;

  /** How many values a list has at most. */
  public static final int MOST_VALUES = 1000;

  private static final int PASSES = 3;

  private final Database database;
  private final Table table;

  /** Makes one for a table or view of a file. */
  public ColumnProfiler(Database database, Table table) {
    this.database = database;
    this.table = table;
  }

  /**
   * The profile of the rows that pass a filter: exact if that takes no longer than a time, else of
   * a sample.
   *
   * @param column one of the table's columns
   * @param millis the time; 0 for a sample at once
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public ColumnProfile profile(Column column, RowFilter filter, long millis, Monitor monitor) {
    return new Asking<>(database, table, column, filter, ColumnProfiler::profile)
        .within(millis, monitor);
  }

  /** The profile of all rows that pass, however long it takes; see {@link #profile}. */
  public ColumnProfile exactProfile(Column column, RowFilter filter, Monitor monitor) {
    return new Asking<>(database, table, column, filter, ColumnProfiler::profile).exactly(monitor);
  }

  /**
   * The values of a column in the rows that pass a filter without its condition on that column.
   *
   * @param search the text that a value must contain, whatever the case of letters; or empty
   * @param order which come first, of at most {@value #MOST_VALUES}
   * @param millis the time after which they are those of a sample
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public ValueCounts values(
      Column column,
      RowFilter filter,
      String search,
      ValueCounts.Order order,
      long millis,
      Monitor monitor) {
    Map<String, Condition> conditions = new LinkedHashMap<>(filter.columns());
    conditions.keySet().removeIf(name -> name.equalsIgnoreCase(column.name()));
    if (!search.isEmpty()) {
      conditions.put(column.name(), new Condition.Contains(search, false));
    }
    RowFilter others = new RowFilter(conditions, filter.any(), filter.where());
    return new Asking<>(
            database,
            table,
            column,
            others,
            (mapper, looked, coverage, counting) -> values(mapper, looked, coverage, order))
        .within(millis, monitor);
  }

  /**
   * A query that counts the rows that pass a filter by the values of a column, the most frequent
   * first, for a person to read and run.
   */
  public static String countsSql(Table table, Column column, RowFilter filter) {
    String name = Identifiers.quote(column.name());
    Predicate predicate = filter.predicate(table);
    return "SELECT "
        + name
        + ", count(*) AS frequency\nFROM "
        + Identifiers.quote(table.name())
        // A condition that a person wrote may call the table t.
        + (filter.where().isBlank() ? "" : " AS t")
        + (predicate.isAll() ? "" : "\nWHERE " + predicate.readable())
        + "\nGROUP BY "
        + name
        + "\nORDER BY frequency DESC, "
        + name;
  }

  private static ValueCounts values(
      ProfileMapper mapper, Looked looked, Optional<Coverage> known, ValueCounts.Order order) {
    boolean plain = mapper.large(looked).isEmpty();
    List<@Nullable Object[]> rows =
        mapper.values(looked, plain, order == ValueCounts.Order.VALUE, MOST_VALUES + 1);
    long counted = rows.isEmpty() ? 0 : Figures.number(rows.getFirst()[3]);
    return new ValueCounts(
        rows.stream().limit(MOST_VALUES).map(ValueCount::of).toList(),
        rows.size() > MOST_VALUES,
        coverage(known, counted));
  }

  /** Where fewer than the first so many passed, they were all. */
  private static Coverage coverage(Optional<Coverage> known, long rows) {
    return known
        .filter(each -> each.kind() == Coverage.Kind.SAMPLE || rows >= each.looked())
        .orElseGet(() -> Coverage.exact(rows));
  }

  private static ColumnProfile profile(
      ProfileMapper mapper, Looked looked, Optional<Coverage> known, Monitor monitor) {
    monitor.report(0, PASSES, "");
    Figures figures = Figures.of(mapper, looked);
    monitor.report(1, PASSES, "");
    Coverage coverage = coverage(known, figures.rows());
    boolean plain = !figures.large();
    List<@Nullable Object[]> values = mapper.values(looked, plain, false, TOP);
    monitor.report(2, PASSES, "");
    Histogram numbers = Histogram.of(mapper, looked, figures);
    ColumnProfile profile =
        new ColumnProfile(
            looked.column(),
            coverage,
            figures.rows(),
            figures.storage(),
            distinct(figures, values, plain && coverage.exact()),
            withDeviation(figures, numbers.squares()),
            figures.texts(),
            figures.blobs(),
            values.stream().map(ValueCount::of).toList(),
            bins(mapper, looked, figures, numbers));
    monitor.report(PASSES, PASSES, "");
    return profile;
  }

  private static ColumnProfile.Distinct distinct(
      Figures figures, List<@Nullable Object[]> values, boolean all) {
    long groups = values.isEmpty() ? 0 : Figures.number(values.getFirst()[2]);
    long nulls = figures.storage().nulls() > 0 ? 1 : 0;
    long blobs = figures.storage().blobs() > 0 ? 1 : 0;
    return new ColumnProfile.Distinct(Math.max(0, groups - nulls) + blobs, !all);
  }

  private static ColumnProfile.@Nullable Numbers withDeviation(Figures figures, double squares) {
    ColumnProfile.Numbers numbers = figures.numbers();
    long count = figures.storage().integers() + figures.storage().reals();
    return numbers == null || numbers.mean() == null || count < 2 || !Double.isFinite(squares)
        ? numbers
        : new ColumnProfile.Numbers(
            numbers.min(), numbers.max(), numbers.mean(), Math.sqrt(squares / (count - 1)));
  }

  /** Numbers where they prevail; days where nearly all values are texts that begin with one. */
  private static List<Bin> bins(
      ProfileMapper mapper, Looked looked, Figures figures, Histogram numbers) {
    ColumnProfile.Storage storage = figures.storage();
    ColumnProfile.Texts texts = figures.texts();
    if (storage.integers() + storage.reals() >= Math.max(1, storage.texts() + storage.blobs())) {
      return numbers.bins();
    }
    return texts != null && figures.days() == storage.texts() && storage.blobs() == 0
        ? DateBins.of(mapper, looked, texts.first(), texts.last())
        : List.of();
  }
}
