package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.ui.records.MomentFormat.Epoch;

class ColumnFormatTest {
  @TempDir Path folder;

  private String sqlite(String expression) throws Exception {
    Path file = SqliteProgram.run(folder.resolve("f.db"), "SELECT 1");
    return rows(file, "SELECT " + expression).getFirst();
  }

  private static String text(String id, Object value) {
    return ColumnFormat.of(id)
        .orElseThrow()
        .text(value)
        .map(text -> text.replace('\u202f', ' '))
        .orElse("as stored");
  }

  @ParameterizedTest
  @ValueSource(longs = {1_700_000_000, 0, -1, -62_167_219_200L, 253_402_300_799L, 951_782_400})
  void unixSecondsAreWhatSqliteSaysTheyAre(long seconds) throws Exception {
    String expected = sqlite("datetime(" + seconds + ", 'unixepoch')");
    assertThat(text("unix-seconds-utc", seconds)).isEqualTo(expected);
    assertThat(text("unix-milliseconds-utc", seconds * 1000)).isEqualTo(expected);
    assertThat(text("unix-microseconds-utc", seconds * 1_000_000)).isEqualTo(expected);
    assertThat(text("apple-seconds-utc", seconds - 978_307_200)).isEqualTo(expected);
  }

  @Test
  void aKnownMomentIsShownInUtcAndInAnyZone() {
    assertThat(text("unix-seconds-utc", 1_700_000_000L)).isEqualTo("2023-11-14 22:13:20");
    MomentFormat local = new MomentFormat(Epoch.UNIX_SECONDS, true);
    assertThat(local.text(1_700_000_000L, ZoneId.of("Europe/Vienna")))
        .contains("2023-11-14 23:13:20");
    assertThat(local.text(1_700_000_000L))
        .isEqualTo(local.text(1_700_000_000L, ZoneId.systemDefault()));
  }

  @Test
  void fractionsOfASecondAreShownWhereThereAreAny() {
    assertThat(text("unix-milliseconds-utc", 1_700_000_000_007L))
        .isEqualTo("2023-11-14 22:13:20.007");
    assertThat(text("unix-microseconds-utc", 1_700_000_000_000_007L))
        .isEqualTo("2023-11-14 22:13:20.000007");
    assertThat(text("unix-seconds-utc", 1.5)).isEqualTo("1970-01-01 00:00:01.500");
    assertThat(text("unix-milliseconds-utc", -1L)).isEqualTo("1969-12-31 23:59:59.999");
  }

  @ParameterizedTest
  @ValueSource(doubles = {2_460_263.42592593, 2_451_545, 2_440_587.5, 2_460_000.123456})
  void julianDaysAreWhatSqliteSaysTheyAre(double day) throws Exception {
    String expected = sqlite("strftime('%Y-%m-%d %H:%M:%f', " + day + ")");
    assertThat(text("julian-day-utc", day)).isEqualTo(expected.replaceFirst("\\.000$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1900-01-01 00:00:00",
    "59, 1900-02-28 00:00:00",
    "60, as stored",
    "61, 1900-03-01 00:00:00",
    "25569, 1970-01-01 00:00:00",
    "45244, 2023-11-14 00:00:00",
  })
  void excelDaysAreThoseOfExcel(long day, String expected) {
    assertThat(text("excel-day-utc", day)).isEqualTo(expected);
  }

  @Test
  void aDayOfExcelHasItsHours() {
    assertThat(text("excel-day-utc", 45_244.75)).isEqualTo("2023-11-14 18:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "0.005, 0.01, 0.0",
    "2.675, 2.68, 2.7",
    "-0.004, 0.00, 0.0",
    "1234567.891, 1 234 567.89, 1 234 567.9",
    "-1000, -1 000.00, -1 000.0",
  })
  void decimalsAreRoundedAsTheyAreRead(double value, String two, String one) {
    assertThat(text("fixed-2", value)).isEqualTo(two);
    assertThat(text("fixed-1", value)).isEqualTo(one);
  }

  @Test
  void numbersAreGroupedByThousands() throws Exception {
    assertThat(text("thousands", 7_330_226L)).isEqualTo("7 330 226");
    assertThat(text("thousands", -123L)).isEqualTo("-123");
    assertThat(text("thousands", -1234.5)).isEqualTo("-1 234.5");
    assertThat(text("thousands", Long.MIN_VALUE).replace(" ", ","))
        .isEqualTo(sqlite("printf('%,d', -9223372036854775807 - 1)"));
    assertThat(text("fixed-0", 999.5)).isEqualTo("1 000");
    assertThat(text("fixed-6", 3L)).isEqualTo("3.000000");
  }

  @Test
  void otherNumbersReadAsInSqlite() throws Exception {
    assertThat(text("scientific", 1234567.0)).isEqualTo(sqlite("printf('%e', 1234567.0)"));
    assertThat(text("scientific", -42L)).isEqualTo(sqlite("printf('%e', -42)"));
    assertThat(text("hexadecimal", 255L)).isEqualTo(sqlite("printf('0x%X', 255)"));
    assertThat(text("hexadecimal", -1L)).isEqualTo(sqlite("printf('0x%X', -1)"));
    assertThat(text("percent", 0.1234)).isEqualTo("12.34 %");
    assertThat(text("percent", 1L)).isEqualTo("100 %");
    assertThat(text("percent", 12.0)).isEqualTo("1 200.00 %");
    assertThat(text("percent", 0.0)).isEqualTo("0.00 %");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KB",
    "12595, 12.3 KB",
    "1048575, 1.0 MB",
    "9223372036854775807, 8.0 EB",
    "-1, as stored",
  })
  void bytesAreInUnitsOf1024(long bytes, String expected) {
    assertThat(text("bytes", bytes)).isEqualTo(expected);
  }

  @Test
  void booleansHaveAGlyphAndAWord() {
    for (Object yes : new Object[] {1L, 1.0, "t", "T", "true", "TRUE", "1"}) {
      assertThat(text("yes-no", yes)).isEqualTo("✓ yes");
    }
    for (Object no : new Object[] {0L, 0.0, "f", "false", "0"}) {
      assertThat(text("yes-no", no)).isEqualTo("– no");
    }
    for (Object other : new Object[] {2L, 0.5, "maybe", "", new byte[] {1}}) {
      assertThat(text("yes-no", other)).isEqualTo("as stored");
    }
  }

  @Test
  void theDateOfIsoTextIsItsDay() {
    assertThat(text("date-only", "2021-03-04 10:11:12")).isEqualTo("2021-03-04");
    assertThat(text("date-only", "2021-03-04T10:11:12.5Z")).isEqualTo("2021-03-04");
    assertThat(text("date-only", "2021-03-04")).isEqualTo("2021-03-04");
    for (Object other : List.of("2021-02-30 10:00", "2021-03-04 and more", "soon", 20210304L)) {
      assertThat(text("date-only", other)).isEqualTo("as stored");
    }
  }

  @Test
  void noFormatTakesWhatDoesNotFit() {
    Stream<Object> strangers =
        Stream.of("text", new byte[3], new BlobSize(7), new Clipped("long"), Double.NaN);
    strangers.forEach(
        value ->
            ColumnFormat.all()
                .forEach(format -> assertThat(format.text(value)).as(format.id()).isEmpty()));
    ColumnFormat.all().forEach(format -> assertThat(format.text(null)).isEmpty());
    assertThat(text("unix-seconds-utc", Long.MAX_VALUE)).isEqualTo("as stored");
    assertThat(text("julian-day-utc", -1e300)).isEqualTo("as stored");
    assertThat(text("fixed-2", 1e300)).isEqualTo("as stored");
    assertThat(text("thousands", 1e300)).isEqualTo("as stored");
    assertThat(text("hexadecimal", 1.0)).isEqualTo("as stored");
  }

  @Test
  void idsAreUniqueAndFoundAgain() {
    List<String> ids = ColumnFormat.all().map(ColumnFormat::id).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(12 + 12 + 2);
    ColumnFormat.all().forEach(format -> assertThat(ColumnFormat.of(format.id())).contains(format));
    assertThat(ColumnFormat.of("none")).isEmpty();
  }
}
