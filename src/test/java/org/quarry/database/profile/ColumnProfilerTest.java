package org.quarry.database.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.RowCount;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

/** Profiles against what SQLite's own aggregates say over plain JDBC. */
class ColumnProfilerTest {
  private static final long PLENTY = 60_000;

  @TempDir static Path folder;
  private static Path file;
  private static Database database;
  private static Schema schema;

  @BeforeAll
  static void open() throws Exception {
    file = SqliteProgram.predictions(folder.resolve("p.db"), 3000);
    SqliteProgram.run(
        file,
        "CREATE TABLE mixed(id INTEGER PRIMARY KEY, v, \"a @#{x}\"\"\" TEXT COLLATE NOCASE)",
        "INSERT INTO mixed(v, \"a @#{x}\"\"\") VALUES (1, 'A'), (2.5, 'a'), ('1', 'b'), ('', NULL),"
            + " (NULL, 'A'), (x'0102', ''), (zeroblob(5000), 'c'), (-9223372036854775807, 'c'),"
            + " (9223372036854775807, 'c'), (9223372036854775807, 'c'),"
            + " (printf('%.*c', 900, 'x'), 'd'), (printf('%.*c', 900, 'x') || 'y', 'd')",
        "CREATE TABLE none(a INTEGER, b TEXT)",
        "CREATE TABLE nulls(a INTEGER)",
        "INSERT INTO nulls VALUES (NULL), (NULL), (NULL)",
        "CREATE TABLE infinite(a REAL)",
        "INSERT INTO infinite VALUES (1), (3), (9e999), (-9e999)",
        "CREATE TABLE keyed(k TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID",
        "INSERT INTO keyed SELECT 'k' || person_id, person_id % 7 FROM predictions",
        "CREATE VIEW young AS SELECT person_id, country FROM predictions WHERE person_id <= 300",
        "CREATE TABLE big(id INTEGER PRIMARY KEY, n INTEGER, s TEXT)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200000)"
            + " INSERT INTO big SELECT i * 3, i, 'v' || (i % 5) FROM c");
    database = Database.open(file);
    schema = new SchemaReader(database).read(Monitor.NONE);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Table table(String name) {
    return schema.table(name).orElseThrow();
  }

  private static ColumnProfile profile(String table, String column, RowFilter filter, long millis) {
    Column one = table(table).column(column).orElseThrow();
    return new ColumnProfiler(database, table(table)).profile(one, filter, millis, Monitor.NONE);
  }

  private static ColumnProfile exact(String table, String column) {
    ColumnProfile profile = profile(table, column, RowFilter.NONE, PLENTY);
    assertThat(profile.coverage().exact()).isTrue();
    return profile;
  }

  private static List<String> sql(String sql) throws SQLException {
    return SqliteProgram.rows(file, sql);
  }

  private static double number(String sql) throws SQLException {
    return Double.parseDouble(sql(sql).getFirst());
  }

  private static List<String> pairs(List<ValueCount> values) {
    return values.stream()
        .map(value -> (value.value() == null ? "NULL" : value.value()) + "|" + value.count())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"mean_concavity", "worst_area", "person_id", "predicted_class"})
  void figuresOfNumbersAreThoseOfSqlite(String column) throws Exception {
    ColumnProfile profile = exact("predictions", column);
    ColumnProfile.Numbers numbers = Objects.requireNonNull(profile.numbers());
    String from = " FROM predictions";
    assertThat(profile.rows()).isEqualTo(3000);
    assertThat(profile.storage().nulls())
        .isEqualTo((long) number("SELECT count(*) - count(" + column + ")" + from));
    assertThat(profile.distinct().count())
        .isEqualTo((long) number("SELECT count(DISTINCT " + column + ")" + from));
    assertThat(profile.distinct().atLeast()).isFalse();
    assertThat(numbers.min().doubleValue()).isEqualTo(number("SELECT min(" + column + ")" + from));
    assertThat(numbers.max().doubleValue()).isEqualTo(number("SELECT max(" + column + ")" + from));
    double mean = number("SELECT avg(" + column + ")" + from);
    assertThat(numbers.mean()).isCloseTo(mean, within(1e-9 * Math.max(1, mean)));
    double deviation =
        number(
            "SELECT sqrt(total((%1$s - m) * (%1$s - m)) / (count(%1$s) - 1)) FROM predictions,"
                    .formatted(column)
                + " (SELECT avg(%s) AS m FROM predictions)".formatted(column));
    assertThat(numbers.deviation()).isCloseTo(deviation, within(1e-9 * Math.max(1, deviation)));
  }

  @Test
  void histogramsCountEveryNumberOnceBetweenRoundBounds() throws Exception {
    ColumnProfile profile = exact("predictions", "worst_area");
    assertThat(profile.histogram()).hasSizeBetween(10, 21);
    assertThat(profile.histogram().getFirst().low()).isEqualTo(0.0);
    assertThat(profile.histogram().getFirst().high()).isEqualTo(500.0);
    assertThat(profile.histogram().stream().mapToLong(Bin::count).sum()).isEqualTo(3000);
    for (Bin bin : profile.histogram()) {
      assertThat(bin.numeric()).isTrue();
      assertThat(bin.count())
          .isEqualTo(
              (long)
                  number(
                      "SELECT count(*) FROM predictions WHERE worst_area >= %s AND worst_area < %s"
                          .formatted(bin.low(), bin.high())));
      assertThat(bin.count())
          .isEqualTo(
              (long)
                  number(
                      "SELECT count(*) FROM predictions WHERE worst_area BETWEEN %s AND %s"
                          .formatted(bin.least(), bin.greatest())));
    }
  }

  @Test
  void textsHaveTheirMostFrequentFirst() throws Exception {
    ColumnProfile profile = exact("predictions", "country");
    assertThat(pairs(profile.top()))
        .isEqualTo(sql("SELECT country, count(*) FROM predictions GROUP BY 1 ORDER BY 2 DESC, 1"));
    ColumnProfile.Texts texts = Objects.requireNonNull(profile.texts());
    assertThat(texts.first()).isEqualTo("AUT");
    assertThat(texts.last()).isEqualTo("NLD");
    assertThat(texts.length()).isEqualTo(new ColumnProfile.Range(3, 3));
    assertThat(profile.numbers()).isNull();
    assertThat(profile.histogram()).isEmpty();
  }

  @Test
  void daysAreCountedByMonthOrYear() throws Exception {
    ColumnProfile profile = exact("predictions", "timestamp");
    assertThat(profile.histogram()).allMatch(bin -> !bin.numeric());
    assertThat(profile.histogram().stream().map(bin -> bin.low() + "|" + bin.count()).toList())
        .isEqualTo(
            sql("SELECT substr(timestamp, 1, 4), count(*) FROM predictions GROUP BY 1 ORDER BY 1"));
    ColumnProfile months =
        profile(
            "predictions",
            "timestamp",
            RowFilter.of("timestamp", FilterParser.parse("2020..2021")),
            PLENTY);
    assertThat(months.histogram()).hasSize(24);
    assertThat(months.histogram().getFirst().low()).isEqualTo("2020-01");
    assertThat(months.histogram().stream().mapToLong(Bin::count).sum()).isEqualTo(months.rows());
  }

  @Test
  void mixedValuesAreToldApartAndSumsDoNotOverflow() {
    ColumnProfile profile = exact("mixed", "v");
    assertThat(profile.storage()).isEqualTo(new ColumnProfile.Storage(1, 4, 1, 4, 2));
    assertThat(profile.blobs()).isEqualTo(new ColumnProfile.Range(2, 5000));
    assertThat(Objects.requireNonNull(profile.texts()).length())
        .isEqualTo(new ColumnProfile.Range(0, 901));
    ColumnProfile.Numbers numbers = Objects.requireNonNull(profile.numbers());
    assertThat(numbers.max()).isEqualTo(Long.MAX_VALUE);
    assertThat(numbers.min()).isEqualTo(-Long.MAX_VALUE);
    assertThat(numbers.mean()).isCloseTo(Long.MAX_VALUE / 5.0, within(1e6));
    assertThat(profile.distinct().atLeast()).isTrue();
    assertThat(profile.top().getFirst().value()).isEqualTo(Long.MAX_VALUE);
    ValueCount clipped =
        profile.top().stream().filter(ValueCount::clipped).findFirst().orElseThrow();
    assertThat(clipped.count()).isEqualTo(2);
    assertThat(clipped.value()).isEqualTo("x".repeat(300));
    assertThat(profile.top()).extracting(ValueCount::value).contains(1L, "1", "", null);
  }

  @Test
  void aColumnsOwnCollationGroupsAndItsNameMayHoldAnything() throws Exception {
    ColumnProfile profile = exact("mixed", "a @#{x}\"");
    assertThat(profile.distinct().count()).isEqualTo(5);
    assertThat(pairs(profile.top()).subList(0, 2)).containsExactly("c|4", "A|3");
  }

  @Test
  void emptyTablesAndColumnsOfNullsHaveNoFigures() {
    ColumnProfile empty = exact("none", "a");
    assertThat(empty.rows()).isZero();
    assertThat(empty.top()).isEmpty();
    assertThat(empty.numbers()).isNull();
    assertThat(profile("none", "b", RowFilter.NONE, 0).rows()).isZero();
    ColumnProfile nulls = exact("nulls", "a");
    assertThat(nulls.storage().nulls()).isEqualTo(3);
    assertThat(nulls.distinct()).isEqualTo(new ColumnProfile.Distinct(0, false));
    assertThat(pairs(nulls.top())).containsExactly("NULL|3");
  }

  @Test
  void infinityIsCountedButHasNoBin() {
    ColumnProfile profile = exact("infinite", "a");
    ColumnProfile.Numbers numbers = Objects.requireNonNull(profile.numbers());
    assertThat(numbers.max()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(numbers.mean()).isNull();
    assertThat(numbers.deviation()).isNull();
    assertThat(profile.histogram().stream().mapToLong(Bin::count).sum()).isEqualTo(2);
  }

  @Test
  void theProfileIsOfTheRowsThatPass() throws Exception {
    RowFilter filter = RowFilter.of("country", FilterParser.parse("=AUT"));
    ColumnProfile profile = profile("predictions", "mean_area", filter, PLENTY);
    assertThat(profile.rows())
        .isEqualTo((long) number("SELECT count(*) FROM predictions WHERE country = 'AUT'"));
    assertThat(Objects.requireNonNull(profile.numbers()).mean())
        .isCloseTo(
            number("SELECT avg(mean_area) FROM predictions WHERE country = 'AUT'"), within(1e-9));
  }

  @Test
  void viewsAndTablesWithoutRowidHaveProfilesToo() {
    assertThat(exact("young", "country").rows()).isEqualTo(300);
    assertThat(exact("keyed", "n").distinct().count()).isEqualTo(7);
    ColumnProfile hurried = profile("keyed", "n", RowFilter.NONE, 0);
    assertThat(hurried.rows()).isEqualTo(3000);
    assertThat(hurried.coverage().exact()).as("all rows were among the first").isTrue();
  }

  @Test
  void withoutTimeASampleIsSpreadOverTheWholeTable() {
    ColumnProfile profile = profile("big", "n", RowFilter.NONE, 0);
    Coverage coverage = profile.coverage();
    assertThat(coverage.kind()).isEqualTo(Coverage.Kind.SAMPLE);
    assertThat(coverage.looked()).isEqualTo(40_960).isEqualTo(profile.rows());
    assertThat(coverage.of().certainty()).isEqualTo(RowCount.Certainty.ABOUT);
    assertThat(coverage.of().rows()).isCloseTo(200_000, within(2000L));
    ColumnProfile.Numbers numbers = Objects.requireNonNull(profile.numbers());
    assertThat(numbers.mean()).as("not that of the first rows").isCloseTo(100_000, within(2000.0));
    assertThat(numbers.max().longValue()).isGreaterThan(195_000);
    assertThat(profile.distinct()).isEqualTo(new ColumnProfile.Distinct(40_960, true));
    ColumnProfile texts = profile("big", "s", RowFilter.NONE, 0);
    assertThat(texts.top()).hasSize(5).allMatch(value -> value.count() > 8000);
  }

  @Test
  void whatIsWantedExactlyIsExactWhateverItTakes() {
    ColumnProfiler profiler = new ColumnProfiler(database, table("big"));
    Column column = table("big").column("n").orElseThrow();
    ColumnProfile profile = profiler.exactProfile(column, RowFilter.NONE, Monitor.NONE);
    assertThat(profile.coverage()).isEqualTo(Coverage.exact(200_000));
    assertThat(Objects.requireNonNull(profile.numbers()).mean()).isEqualTo(100_000.5);
  }

  @Test
  void aTimeThatIsTooShortEndsInASampleAndTheConnectionGoesOn() {
    ColumnProfile profile = profile("big", "s", RowFilter.NONE, 1);
    assertThat(profile.coverage().kind()).isEqualTo(Coverage.Kind.SAMPLE);
    assertThat(exact("big", "s").rows()).isEqualTo(200_000);
  }

  @Test
  void aPersonsCancelIsNoEndOfTime() {
    Column column = table("big").column("n").orElseThrow();
    ColumnProfiler profiler = new ColumnProfiler(database, table("big"));
    List<Job<ColumnProfile>> jobs = new ArrayList<>();
    Job<ColumnProfile> job =
        new Job<>(
            "Profile",
            monitor -> {
              jobs.getFirst().cancel();
              return profiler.profile(column, RowFilter.NONE, 1, monitor);
            });
    jobs.add(job);
    job.run();
    assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
  }

  @Test
  void sparseAndNegativeRowidsAreSampledInOrderAndOnce() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE IF NOT EXISTS sparse(id INTEGER PRIMARY KEY, n)",
        "DELETE FROM sparse",
        "INSERT INTO sparse SELECT -9223372036854775807 + id, n FROM big WHERE n <= 5000",
        "INSERT INTO sparse SELECT 9223372036854700000 + id, n FROM big WHERE n <= 5000");
    Schema now = new SchemaReader(database).read(Monitor.NONE);
    Table sparse = now.table("sparse").orElseThrow();
    Sample sample =
        database.read(
            Monitor.NONE, session -> Sample.take(session.mapper(ProfileMapper.class), sparse, 256));
    String ranges =
        " FROM json_each('%s') AS k, sparse AS s WHERE s.id BETWEEN k.value ->> 0 AND k.value ->> 1"
            .formatted(sample.ranges());
    assertThat(sample.looked()).isGreaterThan(5000);
    assertThat(sql("SELECT count(*), count(DISTINCT s.id)" + ranges))
        .containsExactly(sample.looked() + "|" + sample.looked());
    SqliteProgram.run(file, "DROP TABLE sparse");
  }

  @Test
  void valuesAreListedWithoutTheColumnsOwnCondition() throws Exception {
    RowFilter filter =
        new RowFilter(
            Map.of(
                "country", FilterParser.parse("=AUT"), "person_id", FilterParser.parse("<= 100")),
            Optional.empty(),
            "");
    Column column = table("predictions").column("country").orElseThrow();
    ColumnProfiler profiler = new ColumnProfiler(database, table("predictions"));
    ValueCounts counts =
        profiler.values(column, filter, "", ValueCounts.Order.COUNT, PLENTY, Monitor.NONE);
    assertThat(pairs(counts.values()))
        .isEqualTo(
            sql(
                "SELECT country, count(*) FROM predictions WHERE person_id <= 100 GROUP BY 1"
                    + " ORDER BY 2 DESC, 1"));
    assertThat(counts.more()).isFalse();
    assertThat(counts.coverage()).isEqualTo(Coverage.exact(100));
    ValueCounts found =
        profiler.values(column, filter, "L", ValueCounts.Order.VALUE, PLENTY, Monitor.NONE);
    assertThat(pairs(found.values()))
        .isEqualTo(
            sql(
                "SELECT country, count(*) FROM predictions WHERE person_id <= 100"
                    + " AND country LIKE '%l%' GROUP BY 1"));
  }

  @Test
  void aLongListIsCutInItsOrderAndSaysSo() {
    Column column = table("big").column("n").orElseThrow();
    ColumnProfiler profiler = new ColumnProfiler(database, table("big"));
    ValueCounts counts =
        profiler.values(column, RowFilter.NONE, "", ValueCounts.Order.VALUE, PLENTY, Monitor.NONE);
    assertThat(counts.more()).isTrue();
    assertThat(counts.values().stream().map(ValueCount::value))
        .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
    ValueCounts sample =
        profiler.values(column, RowFilter.NONE, "", ValueCounts.Order.COUNT, 0, Monitor.NONE);
    assertThat(sample.coverage().kind()).isEqualTo(Coverage.Kind.SAMPLE);
  }

  @Test
  void theQueryOfCountsCountsTheRowsThatPass() throws Exception {
    RowFilter filter = new RowFilter(Map.of(), Optional.empty(), "t.person_id < 10 -- few");
    Column column = table("predictions").column("country").orElseThrow();
    assertThat(sql(ColumnProfiler.countsSql(table("predictions"), column, filter)))
        .containsExactly("AUT|3", "CZE|3", "NLD|3");
  }
}
