package org.quarry.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;

class DateReadingsTest {
  private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
  @TempDir Path folder;

  private static DateReading reading(Object value, String name) {
    return DateReadings.of(value, PRAGUE).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String sqlite(String expression) throws Exception {
    return SqliteProgram.rows(folder.resolve("t.db"), "SELECT " + expression).getFirst();
  }

  @Test
  void countsOfTimeReadAsSqliteReadsThem() throws Exception {
    for (long seconds : new long[] {1_567_296_000L, 0, -86_399, 4_102_444_799L}) {
      String expected = sqlite("datetime(%d, 'unixepoch')".formatted(seconds));
      assertThat(reading(seconds, "Unix seconds").utc()).isEqualTo(expected);
      assertThat(reading(seconds * 1000, "Unix milliseconds").utc()).isEqualTo(expected);
      assertThat(reading(seconds * 1_000_000, "Unix microseconds").utc()).isEqualTo(expected);
      assertThat(reading(seconds * 1_000_000_000, "Unix nanoseconds").utc()).isEqualTo(expected);
      assertThat(reading(seconds - 978_307_200, "Mac seconds since 2001").utc())
          .isEqualTo(expected);
    }
    for (double day : new double[] {2_459_215.5, 2_459_215.25, 2_440_587.123}) {
      assertThat(reading(day, "Julian day").utc())
          .isEqualTo(
              sqlite("rtrim(rtrim(strftime('%%F %%H:%%M:%%f', %s), '0'), '.')".formatted(day)));
    }
    assertThat(reading(1_567_296_000.25, "Unix seconds").utc()).isEqualTo("2019-09-01 00:00:00.25");
  }

  @Test
  void otherProgramsCountsHaveTheirOwnBeginnings() {
    assertThat(reading(44_197L, "Excel days").utc()).isEqualTo("2021-01-01 00:00:00");
    assertThat(reading(637_450_560_000_000_000L, ".NET ticks").utc())
        .isEqualTo("2021-01-01 00:00:00");
    assertThat(reading(13_253_932_800_000_000L, "WebKit microseconds since 1601").utc())
        .isEqualTo("2021-01-01 00:00:00");
    assertThat(reading(132_539_328_000_000_000L, "Windows file time").utc())
        .isEqualTo("2021-01-01 00:00:00");
  }

  @Test
  void plausibleYearsComeFirst() {
    List<DateReading> readings = DateReadings.of(1_609_459_200_000L, PRAGUE);
    assertThat(readings.getFirst().name()).isEqualTo("Unix milliseconds");
    assertThat(readings.getFirst().local()).isEqualTo("2021-01-01 01:00:00 +01:00");
    assertThat(readings)
        .extracting(DateReading::plausible)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(readings).extracting(DateReading::name).doesNotContain("Unix seconds");
  }

  @Test
  void aWrittenDateIsAMoment() throws Exception {
    assertThat(reading("2021-07-01 12:30:00", "Taken as UTC").local())
        .isEqualTo("2021-07-01 14:30:00 +02:00");
    assertThat(reading("2021-07-01 12:30:00", "Taken as UTC").unix())
        .isEqualTo(sqlite("unixepoch('2021-07-01 12:30:00')"));
    assertThat(reading("2021-07-01 12:30", "Taken as local time").utc())
        .isEqualTo("2021-07-01 10:30:00");
    assertThat(reading("2021-07-01T12:30:00.125+05:30", "As written").utc())
        .isEqualTo("2021-07-01 07:00:00.125");
    assertThat(reading("2021-07-01", "Taken as UTC").unix())
        .isEqualTo(sqlite("unixepoch('2021-07-01')"));
    assertThat(reading("1609459200", "Unix seconds").utc()).isEqualTo("2021-01-01 00:00:00");
  }

  @Test
  void whatIsNoMomentHasNoReading() {
    for (Object none :
        new Object[] {
          "2021-02-31", "yesterday", "", Double.NaN, Double.POSITIVE_INFINITY, new byte[3]
        }) {
      assertThat(DateReadings.of(none, PRAGUE)).isEmpty();
    }
    assertThat(DateReadings.of(null, PRAGUE)).isEmpty();
    assertThat(DateReadings.of(Long.MIN_VALUE, PRAGUE)).allMatch(each -> !each.plausible());
    assertThat(DateReadings.of(1e300, PRAGUE)).isEmpty();
  }
}
