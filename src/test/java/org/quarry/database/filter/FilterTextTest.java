package org.quarry.database.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** What is written for a value finds that value and nothing else. */
class FilterTextTest {
  private static final List<Object> VALUES =
      List.of(
          "AUT",
          "a b",
          "a, b",
          "a|b",
          "null",
          "NULL",
          "empty",
          "\"q\"",
          "it's",
          "..",
          "1..2",
          "/x/",
          "!x",
          "=x",
          "%",
          "12",
          "2021",
          "2021-03-04",
          " x ",
          "in: a",
          "x\ny",
          "é",
          "-",
          5L,
          -7L,
          0.1,
          1e-9,
          -2.5,
          12345678901L,
          1e300);

  @TempDir Path folder;

  @Test
  void eachValueIsFoundAloneAndInAList() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("v.db"), "CREATE TABLE v(t TEXT, n NUMERIC)");
    try (var connection = SqliteProgram.connect(file);
        var insert = connection.prepareStatement("INSERT INTO v VALUES (?, ?)")) {
      for (Object value : VALUES) {
        insert.setObject(1, value instanceof String ? value : null);
        insert.setObject(2, value instanceof String ? null : value);
        insert.execute();
      }
    }
    try (Database database = Database.open(file)) {
      Table table = new SchemaReader(database).read(Monitor.NONE).table("v").orElseThrow();
      for (Object value : VALUES) {
        String column = value instanceof String ? "t" : "n";
        for (String text :
            List.of(
                FilterText.equal(value), FilterText.in(List.of(FilterText.value(value), "zzz")))) {
          String sql =
              RowFilter.of(column, FilterParser.parse(text))
                  .sql(table)
                  .replace("SELECT *", "SELECT " + column);
          assertThat(SqliteProgram.rows(file, sql))
              .as(text)
              .hasSize(1)
              .allMatch(
                  found ->
                      value instanceof Number number
                          ? number.doubleValue() == Double.parseDouble(found)
                          : found.equals(value));
        }
      }
      String none = FilterText.notIn(VALUES.stream().map(FilterText::value).toList(), true);
      assertThat(SqliteProgram.rows(file, RowFilter.of("t", FilterParser.parse(none)).sql(table)))
          .hasSize((int) VALUES.stream().filter(value -> !(value instanceof String)).count());
    }
  }

  @Test
  void whatNeedsNoQuotesHasNone() {
    assertThat(Stream.of("AUT", "a b", "x_1", "é").map(FilterText::value))
        .containsExactly("AUT", "a b", "x_1", "é");
    assertThat(FilterText.equal(null)).isEqualTo("null");
    assertThat(FilterText.equal("")).isEqualTo("empty");
    assertThat(FilterText.between(1.5, 2.0)).isEqualTo("1.5..2");
    assertThat(FilterText.between(3L, 3L)).isEqualTo("=3");
  }
}
