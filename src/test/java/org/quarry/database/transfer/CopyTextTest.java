package org.quarry.database.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CopyTextTest {
  private static final List<CopyColumn> COLUMNS =
      List.of(
          new CopyColumn("id", true),
          new CopyColumn("a \"name\"", false),
          new CopyColumn("v", false));

  /** A row of every kind of value, and what texts have in them that formats use themselves. */
  private static final List<List<@Nullable Object>> ROWS =
      List.of(
          Arrays.asList(1L, "plain", 0.1),
          Arrays.asList(Long.MIN_VALUE, "tab\there, \"quoted\"", 1e300),
          Arrays.asList(Long.MAX_VALUE, "two\nlines | a_b _c_ <i>", null),
          Arrays.asList(null, "it's", new byte[] {0, (byte) 255}),
          Arrays.asList(5L, "", Double.POSITIVE_INFINITY));

  private static String text(CopyFormat format) {
    CopyText text = new CopyText(format, "my \"table\"", COLUMNS);
    ROWS.forEach(text::row);
    return text.end();
  }

  private static List<List<String>> read(String text, char separator) {
    try (Stream<CsvRecord> records =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()) {
      return records.map(CsvRecord::getFields).toList();
    }
  }

  @Test
  void tabsPartTheCellsAsASpreadsheetTakesThem() {
    assertThat(text(CopyFormat.TSV))
        .isEqualTo(
            """
            1\tplain\t0.1
            -9223372036854775808\t"tab\there, ""quoted""\"\t1e+300
            9223372036854775807\t"two
            lines | a_b _c_ <i>"\t
            \tit's\tX'00FF'
            5\t\tInf
            """
                .replace("1e+300", "1.0e300"));
    assertThat(read(text(CopyFormat.TSV_WITH_HEADERS), '\t'))
        .hasSize(6)
        .startsWith(List.of("id", "a \"name\"", "v"), List.of("1", "plain", "0.1"))
        .contains(List.of("9223372036854775807", "two\nlines | a_b _c_ <i>", ""));
  }

  @Test
  void aCopiedTextNullIsNotReadAsNoValue() {
    CopyText text = new CopyText(CopyFormat.TSV, "t", COLUMNS.subList(0, 2));
    text.row(Arrays.asList("NULL", null));
    assertThat(text.end()).isEqualTo("\"NULL\"\t\n");
  }

  @Test
  void csvTellsNothingFromTheEmptyText() {
    String csv = text(CopyFormat.CSV);
    assertThat(csv).startsWith("id,\"a \"\"name\"\"\",v\n1,plain,0.1\n").endsWith("\n5,\"\",Inf\n");
    assertThat(csv).contains("\n,it's,X'00FF'\n");
    assertThat(read(csv, ','))
        .contains(
            List.of("-9223372036854775808", "tab\there, \"quoted\"", "1.0e300"),
            List.of("9223372036854775807", "two\nlines | a_b _c_ <i>", ""));
  }

  @Test
  void jsonIsAnArrayOfObjectsWithExactNumbers() {
    String json = text(CopyFormat.JSON);
    assertThat(json)
        .startsWith("[\n{\"id\":1,\"a \\\"name\\\"\":\"plain\",\"v\":0.1},\n")
        .endsWith("},\n{\"id\":5,\"a \\\"name\\\"\":\"\",\"v\":9e999}\n]\n");
    JsonNode rows = JsonMapper.builder().build().readTree(json);
    assertThat(rows.size()).isEqualTo(5);
    assertThat(rows.get(1).get("id").longValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(rows.get(1).get("v").doubleValue()).isEqualTo(1e300);
    assertThat(rows.get(2).get("a \"name\"").stringValue()).isEqualTo(ROWS.get(2).get(1));
    assertThat(rows.get(2).get("v").isNull()).isTrue();
    assertThat(rows.get(3).get("v").stringValue()).isEqualTo("X'00FF'");
  }

  @Test
  void jsonNamesEachColumnOnce() {
    CopyColumn n = new CopyColumn("n", true);
    CopyText text =
        new CopyText(CopyFormat.JSON, "t", List.of(n, n, new CopyColumn("n_2", true), n));
    text.row(List.of(1L, 2L, 3L, 4L));
    assertThat(text.end()).isEqualTo("[\n{\"n\":1,\"n_3\":2,\"n_2\":3,\"n_4\":4}\n]\n");
    assertThat(new CopyText(CopyFormat.JSON, "t", COLUMNS).end()).isEqualTo("[]\n");
  }

  @Test
  void insertsMakeTheSameRowsAgain(@TempDir Path folder) throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("t.db"), "CREATE TABLE \"my \"\"table\"\"\"(id, \"a \"\"name\"\"\", v)");
    for (String statement : text(CopyFormat.INSERTS).split(";\n")) {
      SqliteProgram.run(file, statement);
    }
    assertThat(
            SqliteProgram.rows(
                file,
                "SELECT typeof(id), id, typeof(v), CASE typeof(v) WHEN 'blob' THEN hex(v) ELSE v"
                    + " END, \"a \"\"name\"\"\" FROM \"my \"\"table\"\"\""))
        .containsExactly(
            "integer|1|real|0.1|plain",
            "integer|-9223372036854775808|real|1.0e+300|tab\there, \"quoted\"",
            "integer|9223372036854775807|null|NULL|two\nlines | a_b _c_ <i>",
            "null|NULL|blob|00FF|it's",
            "integer|5|real|Inf|");
  }

  @Test
  void markdownShowsTheTextAsItIs() {
    assertThat(text(CopyFormat.MARKDOWN))
        .isEqualTo(
            """
            | id | a "name" | v |
            | ---: | --- | --- |
            | 1 | plain | 0.1 |
            | -9223372036854775808 | tab\there, "quoted" | 1.0e300 |
            | 9223372036854775807 | two<br>lines \\| a_b \\_c\\_ \\<i> | |
            | | it's | X'00FF' |
            | 5 | | Inf |
            """);
  }

  @Test
  void moreThanAClipboardIsForIsRefused() {
    CopyText text = new CopyText(CopyFormat.CSV, "t", COLUMNS, 100);
    assertThatThrownBy(
            () -> {
              text.row(List.of(1L, "x".repeat(200), 2L));
              text.end();
            })
        .isInstanceOf(TransferProblem.TooLong.class);
    CopyText.require(2_000_000);
    assertThatThrownBy(() -> CopyText.require(2_000_001))
        .isInstanceOf(TransferProblem.TooManyRows.class)
        .hasMessageContaining("2\u202f000\u202f001 rows are too many to copy.");
  }
}
