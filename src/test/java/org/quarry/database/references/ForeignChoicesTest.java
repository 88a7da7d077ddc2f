package org.quarry.database.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

class ForeignChoicesTest {
  @TempDir Path folder;
  private Path file;
  private Database database;
  private ForeignChoices choices;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE city(id INTEGER PRIMARY KEY, country TEXT, name TEXT)",
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
            INSERT INTO city SELECT i, 'AUT', 'Ort ' || i || CASE i % 1000 WHEN 7 THEN ' 100% Öl'
              ELSE '' END FROM n
            """,
            "CREATE TABLE person(id INTEGER PRIMARY KEY, city REFERENCES city)",
            "CREATE TABLE room(house TEXT, floor INTEGER, name TEXT, PRIMARY KEY (house, floor))",
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299)
            INSERT INTO room SELECT char(65 + i % 3), i / 3, 'Room ' || i FROM n
            """,
            "CREATE TABLE lesson(id INTEGER PRIMARY KEY, house TEXT, floor INTEGER,"
                + " FOREIGN KEY (house, floor) REFERENCES room)");
    database = Database.open(file);
    choices = choices("person", 0, (Object) null);
  }

  private ForeignChoices choices(String child, int place, @Nullable Object... given) {
    Schema schema = new SchemaReader(database).read(Monitor.NONE);
    Reference.Sound reference =
        (Reference.Sound) new References(schema).from(schema.table(child).orElseThrow()).getFirst();
    return new ForeignChoices(database, reference, place, Arrays.asList(given));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Object> all(String typed) {
    List<Object> keys = new ArrayList<>();
    ForeignChoices.Page page;
    do {
      page = choices.page(typed, keys.size(), Monitor.NONE);
      assertThat(page.choices()).hasSizeLessThanOrEqualTo(ForeignChoices.PAGE);
      page.choices().forEach(choice -> keys.add(choice.key().getFirst()));
    } while (page.more());
    return keys;
  }

  private List<Object> expected(String where) throws Exception {
    return List.copyOf(
        SqliteProgram.rows(file, "SELECT id FROM city WHERE " + where).stream()
            .map(Long::valueOf)
            .toList());
  }

  @Test
  void everyRowIsReachedPageByPageInTheOrderOfTheKeys() throws Exception {
    assertThat(all("")).isEqualTo(expected("1 ORDER BY id"));
  }

  @Test
  void aSearchLooksAtKeyAndLabelAndPutsTheKeyItselfFirst() throws Exception {
    assertThat(all("77"))
        .isEqualTo(expected("id = 77 OR id LIKE '77%' OR name LIKE '%77%' ORDER BY id <> 77, id"))
        .startsWith(77L)
        .hasSizeGreaterThan(2 * ForeignChoices.PAGE);
    assertThat(choices.page("77", 0, Monitor.NONE).choices().getFirst())
        .isEqualTo(new ForeignChoices.Choice(List.of(77L), "Ort 77"));
  }

  @Test
  void signsOfPatternsAreLiteralAndLettersHaveNoCase() throws Exception {
    assertThat(all("100% öL")).isEqualTo(expected("id % 1000 = 7 ORDER BY id"));
    assertThat(all("_")).isEmpty();
  }

  @Test
  void onlyNumbersCanBeKeysOfNumbers() {
    assertThat(choices.canBeKey("12")).isTrue();
    assertThat(choices.canBeKey("Ort 1")).isFalse();
  }

  @Test
  void ofAKeyOfSeveralColumnsTheRowsAreOfferedThatHaveTheOtherValues() throws Exception {
    ForeignChoices inB = choices("lesson", 1, "B", 5L);
    assertThat(pages(inB, ""))
        .isEqualTo(keys("SELECT house, floor FROM room WHERE house = 'B' ORDER BY floor"))
        .hasSize(100);
    assertThat(pages(inB, "7").getFirst()).isEqualTo(List.of("B", 7L));
    assertThat(pages(inB, "7"))
        .isEqualTo(
            keys(
                "SELECT house, floor FROM room WHERE house = 'B'"
                    + " AND (floor LIKE '7%' OR name LIKE '%7%') ORDER BY floor <> 7, floor"));
    assertThat(inB.page("3", 0, Monitor.NONE).choices().getFirst().label()).isEqualTo("Room 10");
  }

  @Test
  void withoutOtherValuesEveryRowWithTheValueComesFirstPageByPage() throws Exception {
    ForeignChoices house = choices("lesson", 0, null, null);
    assertThat(pages(house, "c"))
        .isEqualTo(keys("SELECT house, floor FROM room WHERE house = 'C' ORDER BY floor"));
    assertThat(pages(house, "C")).hasSize(100);
    assertThat(pages(house, ""))
        .isEqualTo(keys("SELECT house, floor FROM room ORDER BY house, floor"));
    assertThat(pages(choices("lesson", 1, null, null), "9"))
        .isEqualTo(
            keys(
                "SELECT house, floor FROM room WHERE floor LIKE '9%' OR name LIKE '%9%'"
                    + " ORDER BY floor <> 9, floor, house"));
  }

  private static List<List<Object>> pages(ForeignChoices choices, String typed) {
    List<List<Object>> keys = new ArrayList<>();
    ForeignChoices.Page page;
    do {
      page = choices.page(typed, keys.size(), Monitor.NONE);
      page.choices().forEach(choice -> keys.add(choice.key()));
    } while (page.more());
    return keys;
  }

  private List<List<Object>> keys(String sql) throws Exception {
    return SqliteProgram.rows(file, sql).stream()
        .map(row -> row.split("\\|"))
        .map(cells -> List.<Object>of(cells[0], Long.valueOf(cells[1])))
        .toList();
  }
}
