package org.quarry.database.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.completion.WhereCaret.Expected;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.TableRules;
import org.quarry.work.Monitor;

/** A bar in a condition marks the caret. */
class WhereCompletionTest {
  private static final Table TABLE =
      new Table(
          "t",
          Table.Kind.TABLE,
          false,
          List.of(column("id"), column("country"), column("mean area"), column("order")),
          TableRules.NONE,
          "");

  @TempDir Path folder;

  private static Column column(String name) {
    return new Column(name, "TEXT", false, null, 0, false);
  }

  private static WhereCaret caret(String marked) {
    int at = marked.indexOf('|');
    return WhereCaret.at(marked.replace("|", ""), at, TABLE);
  }

  private static List<String> suggest(String marked, Object... values) {
    return new WhereCompletion(TABLE, List.of("count_x", "length"))
        .suggest(caret(marked), List.of(values)).stream().map(WhereSuggestion::text).toList();
  }

  @Test
  void columnsFunctionsAndKeywordsGoOnFromWhatIsTyped() {
    assertThat(suggest("co|")).containsExactly("country", "COLLATE NOCASE", "count_x(");
    assertThat(suggest("le|")).containsExactly("length(");
    assertThat(suggest("id > 1 an|")).containsExactly("AND", "\"mean area\"");
    assertThat(suggest("ntr|")).containsExactly("country");
    assertThat(suggest("id is| null")).contains("IS NULL", "IS NOT NULL");
  }

  @Test
  void namesAreQuotedWhereTheyMustBe() {
    assertThat(suggest("mean|")).containsExactly("\"mean area\"");
    assertThat(suggest("ord|")).containsExactly("\"order\"");
    assertThat(suggest("\"mean a|")).containsExactly("\"mean area\"");
    assertThat(caret("x = \"mean a|"))
        .isEqualTo(new WhereCaret(4, 11, "mean a", Expected.NAME, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "country = |; country",
        "country=|; country",
        "country <> 'A|; country",
        "country = 'A|'; country",
        "id > 4|; id",
        "\"mean area\" >= |; mean area",
        "[mean area] < |; mean area",
        "country IN (|; country",
        "country not in ('AUT', |; country",
        "country IN ('AUT', 'C|; country",
        "country IS NOT |; country",
        "country NOT LIKE '|; country",
        "t.country == |; country",
        "id = 1 AND country = C|; country"
      })
  void aValueIsExpectedBehindAComparison(String marked, String column) {
    assertThat(caret(marked).column()).map(Column::name).contains(column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "country|",
        "country = 'AUT'| ",
        "country = 'AUT' |",
        "length(country) = |",
        "nope = |",
        "country -> |",
        "(id, |"
      })
  void elsewhereNoneIs(String marked) {
    assertThat(caret(marked).column()).isEmpty();
  }

  @Test
  void insideALiteralOnlyValuesAreSuggestedAndTheWholeLiteralIsReplaced() {
    assertThat(suggest("country = 'a|", "AUT", "CZE")).containsExactly("'AUT'");
    assertThat(suggest("country = |", "AUT", 7L)).startsWith("'AUT'", "7");
    assertThat(suggest("length('co|")).isEmpty();
    assertThat(suggest("id > 1 -- co|")).isEmpty();
    assertThat(suggest("id > 1 /* co| */")).isEmpty();
    WhereCaret open = caret("country = 'it''s|' AND id = 1");
    assertThat(open.typed()).isEqualTo("it's");
    assertThat(open.from()).isEqualTo(10);
    assertThat(open.to()).isEqualTo(17);
    assertThat(suggest("country = 'it''s|' AND id = 1", "it's me")).containsExactly("'it''s me'");
  }

  @Test
  void numbersThatAreNoValueOfAColumnAreLeftAlone() {
    assertThat(suggest("length(country) > 1|")).isEmpty();
    assertThat(suggest("id > 1|", 10L, 20L)).containsExactly("10");
  }

  @Test
  void functionsAndValuesComeFromTheFile() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE \"#{t}\"(v, \"#{c}\" TEXT)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
                + " INSERT INTO \"#{t}\" SELECT i, 'A_' || i FROM n",
            "INSERT INTO \"#{t}\" VALUES (NULL, 'AB'), (x'00', printf('%.200c', 'A')), ('t', 'b')");
    try (Database database = Database.open(file)) {
      Table table = new SchemaReader(database).read(Monitor.NONE).table("#{t}").orElseThrow();
      WhereWords words = new WhereWords(database);
      assertThat(words.functions(Monitor.NONE))
          .contains("abs", "coalesce", "strftime", "regexp", "json_extract")
          .doesNotContain("sum", "load_extension", "->", "sqlite_version")
          .doesNotHaveDuplicates();
      Column text = table.column("#{c}").orElseThrow();
      Column any = table.column("v").orElseThrow();
      assertThat(words.values(table, text, "a_1", Monitor.NONE))
          .map(Object::toString)
          .isEqualTo(
              SqliteProgram.rows(
                  file, "SELECT \"#{c}\" FROM \"#{t}\" WHERE \"#{c}\" GLOB 'A[_]1*' ORDER BY 1"));
      assertThat(words.values(table, text, "", Monitor.NONE)).hasSize(WhereWords.VALUES);
      assertThat(words.values(table, any, "t", Monitor.NONE)).containsExactly("t");
      assertThat(words.values(table, any, "80", Monitor.NONE)).containsExactly(80L);
    }
  }
}
