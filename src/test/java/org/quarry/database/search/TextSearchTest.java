package org.quarry.database.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.Session;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.Sort;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

class TextSearchTest {
  @TempDir Path folder;
  private final ChangeJournal journal = new ChangeJournal();
  private Path file;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE notes(id INTEGER PRIMARY KEY, a TEXT, b, c REAL, d BLOB)",
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                + " INSERT INTO notes SELECT i * 7 - 20000, 'Row ' || i, CASE i % 3 WHEN 0 THEN NULL"
                + " WHEN 1 THEN i * 11 ELSE 'rOW' END, i / 8.0, CAST('row' AS BLOB) FROM n",
            "CREATE TABLE codes(code TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID",
            "INSERT INTO codes VALUES ('a', 'Žilina'), ('b', 'žito'), ('c', 'Praha')",
            "CREATE VIEW odd AS SELECT a, b FROM notes WHERE id % 2 <> 0");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Table table(String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  private static Search search(Table table, String text, Search.Mode mode, boolean matchCase) {
    return new Search(text, mode, matchCase, table.columns());
  }

  private TextSearch in(TableRows rows, Search search) {
    return new TextSearch(
        database, rows, new TextPattern(search), StagedRows.of(journal, rows.table().name()));
  }

  private MatchCount count(Search search) {
    try (TableRows rows = natural("notes")) {
      return in(rows, search).count(Monitor.NONE, count -> {});
    }
  }

  private TableRows natural(String table) {
    return new TableRows(database, table(table), List.of(), RowFilter.NONE);
  }

  private long number(String sql) throws Exception {
    return Long.parseLong(rows(file, sql).getFirst());
  }

  private Spot spot(TableRows rows, Hit hit) {
    int column = rows.table().columns().indexOf(hit.column());
    RowKey.Fresh fresh = hit.fresh();
    if (fresh != null) {
      return new Spot(fresh, -1, column, column + 1);
    }
    Row row = rows.page(hit.place(), 1, Monitor.NONE).rows().getFirst();
    return new Spot(row.key(), hit.place(), column, column + 1);
  }

  /** Every match from the top until the search begins again, each as its place and column. */
  private List<String> walk(TableRows rows, Search search) {
    TextSearch found = in(rows, search);
    List<String> hits = new ArrayList<>();
    Optional<Hit> hit = found.next(null, true, Monitor.NONE);
    while (hit.isPresent() && !hit.get().wrapped()) {
      hits.add(
          (hit.get().fresh() == null ? hit.get().place() : "new")
              + " "
              + hit.get().column().name());
      hit = found.next(spot(rows, hit.get()), false, Monitor.NONE);
    }
    return hits;
  }

  private List<String> walkBack(TableRows rows, Search search) {
    TextSearch found = in(rows, search);
    List<String> hits = new ArrayList<>();
    Optional<Hit> hit = found.previous(null, Monitor.NONE);
    while (hit.isPresent() && !hit.get().wrapped()) {
      hits.addFirst(
          (hit.get().fresh() == null ? hit.get().place() : "new")
              + " "
              + hit.get().column().name());
      hit = found.previous(spot(rows, hit.get()), Monitor.NONE);
    }
    return hits;
  }

  @Test
  void matchesAreCountedAsSqlCountsThem() throws Exception {
    Table notes = table("notes");
    MatchCount row = count(search(notes, "row", Search.Mode.CONTAINS, false));
    assertThat(row.exact()).isTrue();
    assertThat(row.rows()).isEqualTo(1000);
    assertThat(row.cells()).isEqualTo(1000 + number("SELECT count(*) FROM notes WHERE b = 'rOW'"));
    assertThat(count(search(notes, "rOW", Search.Mode.CONTAINS, true)).cells())
        .isEqualTo(number("SELECT count(*) FROM notes WHERE b = 'rOW'"));
    assertThat(count(search(notes, "Row 5", Search.Mode.WHOLE_CELL, true)).cells()).isEqualTo(1);
    assertThat(count(search(notes, "110", Search.Mode.WHOLE_CELL, false)).cells())
        .isEqualTo(number("SELECT sum((id = 110) + (b IS 110)) FROM notes"));
    assertThat(count(search(notes, "^row \\d{2}$", Search.Mode.REGULAR_EXPRESSION, false)).rows())
        .isEqualTo(90);
    assertThat(count(search(notes, "%", Search.Mode.CONTAINS, false)).rows()).isZero();
    assertThat(count(search(notes, ".125", Search.Mode.CONTAINS, false)).cells())
        .isEqualTo(number("SELECT count(*) FROM notes WHERE c - CAST(c AS INTEGER) = 0.125"));
  }

  @Test
  void numbersAreFoundByTheDigitsThatAreShown() throws Exception {
    SqliteProgram.run(file, "UPDATE notes SET c = 0.1 + 0.2 WHERE id = -20000");
    Search digits = search(table("notes"), "0.30000000000000004", Search.Mode.WHOLE_CELL, false);
    assertThat(count(digits).cells()).isEqualTo(1);
  }

  @Test
  void lettersOfEveryScriptHaveTheirCase() {
    try (TableRows rows = natural("codes")) {
      Search search = search(rows.table(), "ŽI", Search.Mode.CONTAINS, false);
      assertThat(walk(rows, search)).containsExactly("0 place", "1 place");
      Search exact = search(rows.table(), "Ži", Search.Mode.CONTAINS, true);
      assertThat(walkBack(rows, exact)).containsExactly("0 place");
    }
  }

  @Test
  void everyMatchIsReachedForthAndBackInEveryOrder() throws Exception {
    Table notes = table("notes");
    Search search = search(notes, "99", Search.Mode.CONTAINS, false);
    RowFilter some = RowFilter.of("b", FilterParser.parse("!null"));
    for (int way = 0; way < 3; way++) {
      List<Sort> sorts = way == 0 ? List.of() : List.of(new Sort("c", true));
      RowFilter filter = way == 2 ? some : RowFilter.NONE;
      try (TableRows rows = new TableRows(database, notes, sorts, filter)) {
        List<String> expected =
            rows(
                file,
                "WITH r AS (SELECT *, "
                    + "row_number() OVER (ORDER BY %s) - 1 AS p FROM notes WHERE %s"
                        .formatted(
                            way == 0 ? "id" : "c DESC, id DESC", way == 2 ? "b IS NOT NULL" : "1")
                    + ") SELECT p || ' ' || n FROM (SELECT p, 0 AS k, 'id' AS n, id AS v FROM r UNION"
                    + " ALL SELECT p, 1, 'a', a FROM r UNION ALL SELECT p, 2, 'b', b FROM r UNION"
                    + " ALL SELECT p, 3, 'c', c FROM r) WHERE v LIKE '%99%' ORDER BY p, k");
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(walk(rows, search)).isEqualTo(expected);
        assertThat(walkBack(rows, search)).isEqualTo(expected);
      }
    }
  }

  @Test
  void aViewIsSearchedByPlace() throws Exception {
    try (TableRows rows = natural("odd")) {
      Search search = search(rows.table(), "Row 77", Search.Mode.WHOLE_CELL, true);
      assertThat(walk(rows, search)).containsExactly(place(rows));
    }
  }

  private String place(TableRows rows) {
    for (Row row : rows.page(0, 200, Monitor.NONE).rows()) {
      if ("Row 77".equals(row.cells().getFirst())) {
        return row.key() instanceof RowKey.Position at ? at.value() + " a" : "no place";
      }
    }
    return "not there";
  }

  @Test
  void stagedValuesStandOverStoredOnes() {
    Table notes = table("notes");
    RowKey first = new RowKey.Rowid(-20_000);
    RowKey second = new RowKey.Rowid(-19_993);
    journal.set(
        "notes",
        List.of(
            new CellEdit(first, "a", true, "Row 0", "needle"),
            new CellEdit(second, "b", true, 11L, "a needle too")));
    journal.insert("notes", Map.of("a", "needle in a new row"));
    journal.delete("notes", List.of(new RowKey.Rowid(-19_986)));
    for (List<Sort> sorts : List.of(List.<Sort>of(), List.of(new Sort("id", true)))) {
      try (TableRows rows = new TableRows(database, notes, sorts, RowFilter.NONE)) {
        Search needle = search(notes, "needle", Search.Mode.CONTAINS, false);
        List<String> expected =
            sorts.isEmpty() ? List.of("0 a", "1 b", "new a") : List.of("998 b", "999 a", "new a");
        assertThat(walk(rows, needle)).isEqualTo(expected);
        assertThat(walkBack(rows, needle)).isEqualTo(expected);
        assertThat(in(rows, needle).count(Monitor.NONE, count -> {}))
            .isEqualTo(new MatchCount(3, 3, true));
        Search hidden = search(notes, "Row [02]$", Search.Mode.REGULAR_EXPRESSION, true);
        assertThat(walk(rows, hidden)).doesNotContain("0 a", "2 a", "999 a", "997 a");
      }
    }
  }

  @Test
  void stagedAndStoredMatchesTakeTurns() {
    CellEdit edit = new CellEdit(new RowKey.Rowid(-19_972), "b", true, 44L, "Row 4 too");
    journal.set("notes", List.of(edit));
    try (TableRows rows = natural("notes")) {
      Search search =
          search(rows.table(), "^row [3-6]( too)?$", Search.Mode.REGULAR_EXPRESSION, false);
      List<String> expected = List.of("3 a", "4 a", "4 b", "5 a", "6 a");
      assertThat(walk(rows, search)).isEqualTo(expected);
      assertThat(walkBack(rows, search)).isEqualTo(expected);
    }
  }

  @Test
  void theSearchBeginsAgainAndFindsItsOneMatch() {
    try (TableRows rows = natural("notes")) {
      Search search = search(rows.table(), "Row 123", Search.Mode.WHOLE_CELL, true);
      TextSearch found = in(rows, search);
      Hit hit = found.next(null, true, Monitor.NONE).orElseThrow();
      assertThat(found.next(spot(rows, hit), true, Monitor.NONE)).contains(hit);
      Hit again = new Hit(123, null, rows.table().columns().get(1), true);
      assertThat(found.next(spot(rows, hit), false, Monitor.NONE)).contains(again);
      assertThat(found.previous(spot(rows, hit), Monitor.NONE)).contains(again);
      Search nothing = search(rows.table(), "nowhere", Search.Mode.CONTAINS, false);
      assertThat(in(rows, nothing).next(spot(rows, hit), true, Monitor.NONE)).isEmpty();
    }
  }

  @Test
  void aVeryLongListSaysThatThereIsMore() {
    try (TableRows rows =
        new TableRows(database, table("notes"), List.of(new Sort("a", false)), RowFilter.NONE)) {
      Search search = search(rows.table(), "row", Search.Mode.CONTAINS, false);
      TextSearch found =
          new TextSearch(
              database, rows, new TextPattern(search), StagedRows.of(journal, "notes"), 100);
      MatchCount count = found.count(Monitor.NONE, each -> {});
      assertThat(count.rows()).isEqualTo(100);
      assertThat(count.exact()).isFalse();
    }
  }

  private List<CellEdit> edits(
      TableRows rows, String text, Search.Mode mode, String replacement, int most) {
    return new TextReplacement(
            database,
            rows,
            new TextPattern(search(rows.table(), text, mode, false)),
            StagedRows.of(journal, rows.table().name()).get(),
            replacement,
            most)
        .edits(Monitor.NONE);
  }

  @Test
  void everyMatchIsReplacedInWhatIsShown() throws Exception {
    RowKey staged = new RowKey.Rowid(-20_000);
    RowKey hidden = new RowKey.Rowid(-19_979);
    journal.set(
        "notes",
        List.of(
            new CellEdit(staged, "b", true, null, "row of mine"),
            new CellEdit(hidden, "a", true, "Row 3", "row but not shown")));
    RowKey.Fresh fresh = journal.insert("notes", Map.of("a", "ROW!"));
    RowFilter filter = RowFilter.of("c", FilterParser.parse("< 0.3"));
    try (TableRows rows = new TableRows(database, table("notes"), List.of(), filter)) {
      assertThat(edits(rows, "(r)ow", Search.Mode.REGULAR_EXPRESSION, "$1o", 100))
          .containsExactlyInAnyOrder(
              new CellEdit(new RowKey.Rowid(-19_993), "a", true, "Row 1", "Ro 1"),
              new CellEdit(new RowKey.Rowid(-19_986), "a", true, "Row 2", "Ro 2"),
              new CellEdit(new RowKey.Rowid(-19_986), "b", true, "rOW", "ro"),
              new CellEdit(staged, "a", true, "Row 0", "Ro 0"),
              new CellEdit(staged, "b", true, null, "ro of mine"),
              new CellEdit(fresh, "a", false, null, "Ro!"));
      assertThat(edits(rows, "11", Search.Mode.WHOLE_CELL, "12", 100))
          .containsExactly(new CellEdit(new RowKey.Rowid(-19_993), "b", true, 11L, 12L));
    }
  }

  @Test
  void tooManyReplacementsComeAsAnUpdateThatDoesTheSame() throws Exception {
    RowFilter filter = RowFilter.of("c", FilterParser.parse("< 100"));
    try (TableRows rows = new TableRows(database, table("notes"), List.of(), filter)) {
      int all = edits(rows, "row", Search.Mode.CONTAINS, "$line", 100_000).size();
      SearchProblem.TooManyCells many =
          assertThrows(
              SearchProblem.TooManyCells.class,
              () -> edits(rows, "row", Search.Mode.CONTAINS, "$line", 100));
      int changed = 0;
      for (String statement : many.sql().split(";\n")) {
        changed += database.write(Monitor.NONE, session -> update(session, statement));
      }
      assertThat(changed).isEqualTo(all).isGreaterThan(800);
      assertThat(rows(file, "SELECT a, b FROM notes WHERE id = -19986"))
          .containsExactly("$line 2|$line");
    }
  }

  private static int update(Session session, String sql) {
    try (Statement statement = session.connection().createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsRead() {
    Table notes = table("notes");
    assertThatThrownBy(
            () -> new TextPattern(search(notes, "a(b", Search.Mode.REGULAR_EXPRESSION, false)))
        .isInstanceOf(SearchProblem.BadPattern.class)
        .hasMessageContaining("Unclosed group");
    TextPattern one = new TextPattern(search(notes, "(a)b", Search.Mode.REGULAR_EXPRESSION, false));
    one.check("$1");
    assertThatThrownBy(() -> one.check("$2"))
        .isInstanceOf(SearchProblem.BadReplacement.class)
        .hasMessageContaining("No group 2");
    assertThatThrownBy(() -> one.check("a$")).isInstanceOf(SearchProblem.BadReplacement.class);
    new TextPattern(search(notes, "a", Search.Mode.CONTAINS, false)).check("$2");
  }

  @Test
  void anEndlessExpressionIsGivenUp() {
    TextPattern endless =
        new TextPattern(
            search(table("notes"), "(.*a){20}b", Search.Mode.REGULAR_EXPRESSION, false));
    @Nullable Object value = "a".repeat(60);
    assertThatThrownBy(() -> endless.matches(value, 10_000))
        .isInstanceOf(SearchProblem.Endless.class);
  }
}
