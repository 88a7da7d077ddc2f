package org.quarry.database.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quarry.database.schema.Column;

class PastedTextTest {
  private static List<List<String>> texts(String text) {
    return PastedText.read(text).stream()
        .map(row -> row.stream().map(PastedText.Cell::text).toList())
        .toList();
  }

  private static @Nullable Object value(String text, boolean quoted, String type) {
    return PastedValue.of(
        new PastedText.Cell(text, quoted), new Column("c", type, false, null, 0, false), null);
  }

  @Test
  void tabsPartCellsAndLinesPartRows() {
    assertThat(texts("a\tb\r\nc\t\r\n")).containsExactly(List.of("a", "b"), List.of("c", ""));
    assertThat(texts("a\n\nb")).containsExactly(List.of("a"), List.of(""), List.of("b"));
    assertThat(texts("")).isEmpty();
  }

  @Test
  void aQuotedCellHoldsTabsLineBreaksAndQuotes() {
    assertThat(texts("1\t\"two\nlines\tand \"\"so\"\"\"\t3\n4\t5\t6\n"))
        .containsExactly(List.of("1", "two\nlines\tand \"so\"", "3"), List.of("4", "5", "6"));
    assertThat(PastedText.read("\"NULL\"\tNULL").getFirst())
        .containsExactly(new PastedText.Cell("NULL", true), new PastedText.Cell("NULL", false));
  }

  @Test
  void aQuoteThatQuotesNoWholeCellIsText() {
    assertThat(texts("5\" pipe\t\"hello\" world\t\"open\n1\t2\t3"))
        .containsExactly(List.of("5\" pipe", "\"hello\" world", "\"open"), List.of("1", "2", "3"));
  }

  @Test
  void commasPartCellsWhereEveryLineHasAsMany() {
    assertThat(texts("id,name\n1,\"Curie, Marie\"\n2,Noether"))
        .containsExactly(
            List.of("id", "name"), List.of("1", "Curie, Marie"), List.of("2", "Noether"));
    assertThat(texts("\"a\",b")).containsExactly(List.of("a", "b"));
    assertThat(texts("Hello, world")).containsExactly(List.of("Hello, world"));
    assertThat(texts("one, two\nthree")).containsExactly(List.of("one, two"), List.of("three"));
  }

  @Test
  void aCellBecomesWhatItsColumnHolds() {
    assertThat(value("007", false, "INTEGER")).isEqualTo(7L);
    assertThat(value("007", false, "TEXT")).isEqualTo("007");
    assertThat(value("x", false, "INTEGER")).isEqualTo("x");
    assertThat(value("NULL", false, "TEXT")).isNull();
    assertThat(value("NULL", true, "TEXT")).isEqualTo("NULL");
    assertThat(value("", false, "TEXT")).isEqualTo("");
    assertThat(value("", false, "REAL")).isNull();
    assertThat(value("X'00ff'", false, "BLOB")).isEqualTo(new byte[] {0, (byte) 255});
    assertThat(value("X'00ff'", true, "BLOB")).isEqualTo("X'00ff'");
    assertThat(value("X'00ff'", false, "TEXT")).isEqualTo("X'00ff'");
    assertThat(value("X'0'", false, "BLOB")).isEqualTo("X'0'");
  }
}
