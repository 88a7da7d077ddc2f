package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            "CREATE TABLE person(id INTEGER PRIMARY KEY, city REFERENCES city)");
    database = Database.open(file);
    Schema schema = new SchemaReader(database).read(Monitor.NONE);
    choices =
        ForeignChoices.of(
                database,
                schema,
                schema.table("person").orElseThrow().rules().references().getFirst())
            .orElseThrow();
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
      page.choices().forEach(choice -> keys.add(choice.key()));
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
        .isEqualTo(new ForeignChoices.Choice(77L, "Ort 77"));
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
}
