package org.quarry.database.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;

class SqlScriptTest {
  private static List<String> cut(String text) {
    return SqlScript.of(text).statements().stream().map(SqlStatement::text).toList();
  }

  @Test
  void cutsAtSemicolonsAndDropsWhatSaysNothing() {
    assertThat(cut("SELECT 1;;\n -- only this\n; SELECT 2 ; /* end */"))
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(cut(" -- nothing\n;;")).isEmpty();
  }

  @Test
  void semicolonsInsideTextNamesAndCommentsDoNotCut() {
    List<String> statements =
        List.of(
            "SELECT 'a;''b;'",
            "SELECT \"a;\"\"b\"",
            "SELECT `a;` , [b;c]",
            "SELECT 1 -- not; here\n + 2",
            "SELECT 1 /* ; -- */ + 2",
            "SELECT x'3b'");
    assertThat(cut(String.join(";\n", statements))).isEqualTo(statements);
  }

  @Test
  void aTriggerEndsAtTheSemicolonBehindItsEnd() {
    String trigger =
        """
        CREATE TEMP TRIGGER IF NOT EXISTS t AFTER INSERT ON a BEGIN
          UPDATE a SET b = CASE WHEN b > 1 THEN 2 ELSE CASE b WHEN 0 THEN 9 END END;
          SELECT 'END;';
          -- END;
          DELETE FROM a WHERE c = 1;
        END""";
    assertThat(cut(trigger + ";SELECT 1")).containsExactly(trigger, "SELECT 1");
    assertThat(cut("EXPLAIN QUERY PLAN " + trigger + "; SELECT 2")).hasSize(2);
    assertThat(cut("CREATE TABLE trigger_log(a); SELECT 1; END; SELECT 3")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'open; ", "SELECT \"open; ", "SELECT [open; ", "SELECT 1 /* ; "})
  void whatIsNeverClosedReachesToTheEnd(String text) {
    assertThat(SqlScript.of(text + "SELECT 2").statements()).hasSize(1);
  }

  @Test
  void tellsOffsetLineAndColumn() {
    SqlStatement second = SqlScript.of("SELECT 1;\n\n  SELECT\n2").statements().get(1);
    assertThat(second).isEqualTo(new SqlStatement("SELECT\n2", 13, 3, 3));
    assertThat(second.end()).isEqualTo(21);
  }

  @Test
  void aPartIsCutAloneAndPlacedInTheWhole() {
    String text = "SELECT 'a';\nSELECT 'b'; SELECT 'c'";
    assertThat(SqlScript.of(text, 13, 28).statements())
        .containsExactly(
            new SqlStatement("ELECT 'b'", 13, 2, 2), new SqlStatement("SELE", 24, 2, 13));
  }

  @Test
  void theStatementAtTheCaret() {
    String text = "-- first\nSELECT 1; \n\nSELECT 2 ;  SELECT 3";
    assertThat(at(text, 0)).isEqualTo("SELECT 1");
    assertThat(at(text, text.indexOf("1;") + 2)).isEqualTo("SELECT 1");
    assertThat(at(text, text.indexOf("; \n") + 2)).isEqualTo("SELECT 1");
    assertThat(at(text, text.indexOf("\n\n") + 1)).isEqualTo("SELECT 2");
    assertThat(at(text, text.indexOf("2 ;") + 3)).isEqualTo("SELECT 2");
    assertThat(at(text, text.indexOf("SELECT 3"))).isEqualTo("SELECT 3");
    assertThat(at(text, text.length())).isEqualTo("SELECT 3");
    assertThat(SqlScript.of("-- nothing").statementAt(3)).isEmpty();
  }

  private static String at(String text, int caret) {
    return SqlScript.of(text).statementAt(caret).orElseThrow().text();
  }

  @Test
  void numbersParametersAsSqliteDoes() {
    String sql = "SELECT :a, ?, ?5, $b::c, @a, :a, ?, ':no' -- :no\n, \"?\", x->>'$.no'";
    assertThat(SqlScript.of(sql).statements().getFirst().parameters())
        .containsExactly(
            new SqlParameter(":a", 1),
            new SqlParameter("?2", 2),
            new SqlParameter("?5", 5),
            new SqlParameter("$b::c", 6),
            new SqlParameter("@a", 7),
            new SqlParameter("?8", 8));
  }

  /**
   * What sqlite3_complete of SQLite 3.40.1 says of 400 texts with more than comments: 1 for
   * complete.
   */
  @Test
  void aStatementIsCompleteWhereSqliteSaysSo() throws Exception {
    try (InputStream in = SqlScriptTest.class.getResourceAsStream("complete.tsv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSize(400);
      for (String line : lines) {
        String text = line.substring(2).replace("\\n", "\n").replace("\\t", "\t");
        List<String> cut = cut(text + "\nSELECT 9");
        assertThat(!cut.isEmpty() && cut.getLast().equals("SELECT 9"))
            .as(text)
            .isEqualTo(line.startsWith("1"));
      }
    }
  }

  @Test
  void noTextLosesACharacter() {
    String[] pieces = {
      "SELECT", " ", "\n", ";", "'", "\"", "`", "[", "]", "--", "/*", "*/", "CREATE", "TRIGGER",
      "BEGIN", "END", "CASE", "TEMP", "EXPLAIN", "x", "1.5e+3", ":p", "?", "é", "(", "\t", "$"
    };
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String text =
          random
              .ints(random.nextInt(40), 0, pieces.length)
              .mapToObj(i -> pieces[i])
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      assertThat(SqlLexer.tokens(text).stream().map(t -> t.in(text)).collect(Collectors.joining()))
          .as("tokens, seed %d", seed)
          .isEqualTo(text);
      int at = 0;
      for (SqlStatement statement : SqlScript.of(text).statements()) {
        assertThat(text.substring(statement.start(), statement.end())).isEqualTo(statement.text());
        assertNothingSaid(text.substring(at, statement.start()), seed);
        at = statement.end();
      }
      assertNothingSaid(text.substring(at), seed);
    }
  }

  private static void assertNothingSaid(String gap, int seed) {
    assertThat(SqlLexer.tokens(gap))
        .as("between statements, seed %d: %s", seed, gap)
        .allMatch(token -> !token.counts() || token.kind() == SqlToken.Kind.SEMICOLON);
  }
}
