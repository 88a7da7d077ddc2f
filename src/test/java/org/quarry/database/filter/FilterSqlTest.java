package org.quarry.database.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** What each filter lets pass, said by row numbers or by SQL that another program runs. */
class FilterSqlTest {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void make() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("filters.db"),
            """
            CREATE TABLE t(id INTEGER PRIMARY KEY, txt TEXT, num REAL, whole INTEGER, free,
              moment TIMESTAMP, "odd ""${x} #{y}" TEXT)
            """,
            """
            INSERT INTO t VALUES
            (1, 'apple', 1.5, 9, 5, '2020-12-31 23:59:59', 'q'),
            (2, 'Apple pie', 10, 10, '5', '2021-01-01', 'it''s'),
            (3, NULL, NULL, NULL, NULL, NULL, NULL),
            (4, '', 0, 0, '', '2021-03-04T10:00:30', ''),
            (5, '100%', -2.5, -3, 'five', '2021-05-31 18:30:00', 'a|b'),
            (6, 'a_b', 9.25, 100, 5.5, '2022-12-31 23:00:00.5', 'say "x"'),
            (7, 'axb', 1e300, 7, x'35', '2023-01-01', 'null'),
            (8, '9', 20, 20, '10', 1600000000, 'a,b'),
            (9, '10', 'n/a', 'n/a', 9, 'unknown', 'x..y'),
            (10, 'STRASSE Ärger', 3, 3, 'ÄRGER', '2021-06-01', 'back\\slash'),
            (11, 'straße ärger', 4, 4, 'i', '2021-02-28 00:00:00', '2021-05-09'),
            (12, '2021', 2021, 2021, 2021, '2021', '20215')
            """);
  }

  private static Table table(Database database) {
    return new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow();
  }

  private static String passing(RowFilter filter) {
    try (Database database = Database.open(file);
        TableRows rows = new TableRows(database, table(database), List.of(), filter)) {
      return String.join(
          " ",
          rows.page(0, 100, Monitor.NONE).rows().stream()
              .map(row -> Long.toString(((RowKey.Rowid) row.key()).value()))
              .toList());
    }
  }

  private static String passing(String column, String typed) {
    return passing(RowFilter.of(column, FilterParser.parse(typed)));
  }

  private static String ids(String where) throws Exception {
    return String.join(
        " ", SqliteProgram.rows(file, "SELECT id FROM t WHERE " + where + " ORDER BY id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          # contains, in any case; what LIKE would read as a pattern is text
          txt; apple; 1 2
          txt; 0%; 5
          txt; a_b; 6
          txt; "a_b"; 6
          txt; ÄRGER; 10 11
          txt; STRASSE; 10
          txt; straße; 10 11
          txt; !straße; 1 2 4 5 6 7 8 9 12
          txt; !apple; 4 5 6 7 8 9 10 11 12
          txt; !"apple"; 4 5 6 7 8 9 10 11 12
          txt; like:a_b; 6 7
          txt; like:APPLE%; 1 2
          txt; LIKE: %pie; 2
          # exactly
          txt; =apple; 1
          txt; = apple; 1
          txt; ="apple"; 1
          txt; =10; 9
          txt; <>apple; 2 4 5 6 7 8 9 10 11 12
          txt; !=apple; 2 4 5 6 7 8 9 10 11 12
          num; =10; 2
          num; =10.0; 2
          whole; =1e2; 6
          free; =5; 1 2
          free; ="5"; 2
          free; <>5; 4 5 6 7 8 9 10 11 12
          # order: numbers as numbers, also those in a column of texts, the others as text
          num; >9; 2 6 7 8 12
          num; >=9.25; 2 6 7 8 12
          num; <0; 5
          num; <=0; 4 5
          whole; >20; 6 12
          txt; >9; 9 12
          txt; <=10; 8 9
          txt; >"9"; 1 2 6 7 10 11
          txt; <a; 2 4 5 8 9 10 12
          free; >5; 6 8 9 12
          free; <6; 1 2 6
          free; >=h; 7 10 11
          # between, both ends included, open ends
          num; 1.5..10; 1 2 6 10 11
          num; ..0; 4 5
          num; 20..; 7 8 12
          whole; -3..0; 4 5
          txt; 9..10; 8 9
          txt; "9".."a"; 2 8 10
          txt; apple..axa; 1
          # dates: a year, month or day is a range up to its last moment
          moment; 2021..2022; 2 4 5 6 10 11
          moment; 2021-03..2021-05; 4 5
          moment; 2021-05-31..2021-05-31; 5
          moment; 2021-02..; 4 5 6 7 10 11
          moment; ..2020; 1
          moment; >2021; 6 7
          moment; >=2021-06; 6 7 10
          moment; <2021-01-02; 1 2
          moment; <=2021-03-04 09:59; 1 2 11
          moment; <=2021-03-04 10:00; 1 2 4 11
          moment; 2021-03-04T10:00:30..2021-03-04T10:00:30; 4
          moment; <=2021; 1 2 4 5 10 11
          odd; 2021-05; 11
          odd; 2021-05..2021-06; 11
          odd; 2021..2022; 11
          txt; 2021..2022; 12
          moment; 1000000000..2000000000; 8
          # lists
          txt; in: apple, 10; 1 9
          txt; in:apple,10,; 1 9
          txt; IN: "apple", null; 1 3
          txt; not in: apple, 10; 2 4 5 6 7 8 10 11 12
          txt; not in: apple, null; 2 4 5 6 7 8 9 10 11 12
          txt; in: null; 3
          txt; not in: null; 1 2 4 5 6 7 8 9 10 11 12
          whole; in: 9, 10, n/a; 1 2 9
          odd; in: "a,b", q; 1 8
          # NULL and the empty text
          txt; null; 3
          txt; NULL; 3
          txt; =null; 3
          txt; <>null; 1 2 4 5 6 7 8 9 10 11 12
          txt; !null; 1 2 4 5 6 7 8 9 10 11 12
          txt; empty; 4
          txt; ""; 4
          txt; !empty; 1 2 5 6 7 8 9 10 11 12
          odd; "null"; 7
          odd; ="null"; 7
          # regular expressions
          txt; /^a.b$/; 6 7
          txt; /^A/; 2
          txt; /^a/i; 1 2 6 7
          txt; !/a/; 2 4 5 8 9 10 12
          txt; /ÄRGER/i; 10 11
          odd; /a[|]b|q/; 1 5
          odd; /x\\..y/; 9
          num; /^1/; 1 2 7
          # either
          txt; apple | null; 1 2 3
          txt; =9|=10; 8 9
          odd; "a|b" | q; 1 5
          # quotes
          odd; "say ""x""\"; 6
          odd; it's; 2
          odd; back\\slash; 10
          odd; "x..y"; 9
          """)
  void passes(String column, String typed, String expected) {
    String name = column.equals("odd") ? "odd \"${x} #{y}" : column;
    List<String> wanted = List.of(expected.split(" "));
    assertThat(passing(name, typed).split(" ")).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void plainSqlSaysTheSame() throws Exception {
    assertThat(passing("whole", ">=10")).isEqualTo(ids("whole >= 10 AND typeof(whole) <> 'text'"));
    assertThat(passing("txt", "<>apple")).isEqualTo(ids("txt <> 'apple'"));
    assertThat(passing("num", "1..20")).isEqualTo(ids("num BETWEEN 1 AND 20"));
    assertThat(passing("txt", "like:%a%")).isEqualTo(ids("txt LIKE '%a%'"));
    assertThat(passing("free", "null")).isEqualTo(ids("free IS NULL"));
  }

  @Test
  void whatIsShownAsSqlRunsInAnotherProgramWithTheSameResult() throws Exception {
    RowFilter filter =
        new RowFilter(
            Map.of("txt", FilterParser.parse("in: apple, 9, it's | 10..11")),
            Optional.of(FilterParser.parse("\"1\"")),
            "id < 100 -- all of them");
    try (Database database = Database.open(file)) {
      String sql = filter.sql(table(database));
      assertThat(
              SqliteProgram.rows(file, sql).stream()
                  .map(row -> row.substring(0, row.indexOf('|')))
                  .toList())
          .isEqualTo(List.of(passing(filter).split(" ")))
          .containsExactly("1", "8", "9");
    }
  }

  @Test
  void anyColumnIsAnOrOverAllAndItsNegationMeansNone() throws Exception {
    Condition five = FilterParser.parse("five");
    assertThat(passing(new RowFilter(Map.of(), Optional.of(five), ""))).isEqualTo("5");
    Condition no = FilterParser.parse("!a");
    String some =
        ids(
            "(ifnull(txt,'')||ifnull(num,'')||ifnull(whole,'')||ifnull(free,'')"
                + "||ifnull(moment,'')||ifnull(\"odd \"\"${x} #{y}\",'')) NOT LIKE '%a%'");
    assertThat(passing(new RowFilter(Map.of(), Optional.of(no), ""))).isEqualTo(some);
    Condition anyNull = FilterParser.parse("null");
    assertThat(passing(new RowFilter(Map.of(), Optional.of(anyNull), ""))).isEqualTo("3");
    Condition noNull = FilterParser.parse("!null");
    assertThat(passing(new RowFilter(Map.of(), Optional.of(noNull), "")))
        .isEqualTo("1 2 4 5 6 7 8 9 10 11 12");
  }

  @Test
  void everyPartMustPass() {
    RowFilter filter =
        new RowFilter(
            Map.of("num", FilterParser.parse("> 1"), "txt", FilterParser.parse("a")),
            Optional.empty(),
            "id % 2 = 0 OR id = 7");
    assertThat(passing(filter)).isEqualTo("2 6 7 10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope = 1",
        "id = ",
        "id = 1; SELECT 1",
        "1); DROP TABLE t; --",
        "id = ?",
        "id = :x",
        "id) OR (SELECT",
        "id = 1) LIMIT (2"
      })
  void aWhereThatIsNoConditionIsRefused(String where) {
    RowFilter filter = new RowFilter(Map.of(), Optional.empty(), where);
    try (Database database = Database.open(file)) {
      Table table = table(database);
      assertThatThrownBy(() -> filter.check(database, table, Monitor.NONE))
          .isInstanceOf(FilterProblem.Where.class);
    }
  }

  @Test
  void aWhereThatIsAConditionIsTaken() {
    for (String where :
        List.of(
            "id IN (SELECT max(id) FROM t)",
            "txt = ';?:x #{y}' -- note",
            "\"odd \"\"${x} #{y}\" = 'q'",
            "txt REGEXP '^a'")) {
      RowFilter filter = new RowFilter(Map.of(), Optional.empty(), where);
      try (Database database = Database.open(file)) {
        filter.check(database, table(database), Monitor.NONE);
      }
      passing(filter);
    }
  }

  @Test
  void aPatternThatBacktracksWithoutEndFailsInsteadOfHanging() throws Exception {
    Path own =
        SqliteProgram.run(
            folder.resolve("slow.db"),
            "CREATE TABLE t(txt TEXT)",
            "INSERT INTO t VALUES ('" + "a".repeat(60) + "')");
    RowFilter filter = RowFilter.of("txt", FilterParser.parse("/(.*a){20}b/"));
    try (Database database = Database.open(own);
        TableRows rows = new TableRows(database, table(database), List.of(), filter)) {
      assertThatThrownBy(() -> rows.page(0, 10, Monitor.NONE))
          .isInstanceOf(DatabaseProblem.Refused.class)
          .hasMessageContaining("too many ways");
    }
  }
}
