package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** 900 rows of “a”, 96 of “b”, 4 of “c” and 50 without a class, mixed. */
class StratifiedSampleTest {
  private static final Roles ROLES = Roles.numeric(List.of("x"), "kind");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() throws SQLException {
    file =
        SqliteProgram.run(
            folder.resolve("kinds.db"),
            "CREATE TABLE things(id INTEGER PRIMARY KEY, x REAL, kind TEXT)",
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1049)
            INSERT INTO things SELECT 1 + i * 467 % 1050, i * 0.5,
              CASE WHEN i < 900 THEN 'a' WHEN i < 996 THEN 'b' WHEN i < 1000 THEN 'c' END FROM n\
            """);
  }

  private Rows read(long most, long seed) {
    try (Database database = Database.open(file)) {
      DataSource source =
          new DataSource.OfTable(
              new SchemaReader(database).read(Monitor.NONE).table("things").orElseThrow());
      return StratifiedSample.read(database, source, ROLES, most, seed, Monitor.NONE);
    }
  }

  private static Map<String, Long> kinds(Rows rows) {
    int kind = Rows.position(rows.columns(), "kind");
    return rows.rows().stream()
        .map(row -> Objects.requireNonNullElse(row.values().get(kind), "none").toString())
        .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
  }

  @Test
  void everyClassKeepsItsShareAndNoneIsLost() {
    assertThat(kinds(read(100, 5)))
        .containsOnly(
            Map.entry("a", 90L), Map.entry("b", 9L), Map.entry("c", 1L), Map.entry("none", 50L));
    assertThat(kinds(read(500, 5)))
        .containsOnly(
            Map.entry("a", 450L), Map.entry("b", 48L), Map.entry("c", 2L), Map.entry("none", 50L));
  }

  @Test
  void theRowsOfASeedStayInTheirOrderAndOthersComeForAnother() {
    List<Object> drawn = read(100, 5).rows().stream().map(Row::identity).toList();
    assertThat(read(100, 5).rows().stream().map(Row::identity).toList()).isEqualTo(drawn);
    assertThat(read(100, 6).rows().stream().map(Row::identity).toList()).isNotEqualTo(drawn);
    List<Object> all = read(Long.MAX_VALUE, 5).rows().stream().map(Row::identity).toList();
    assertThat(all).hasSize(1050);
    assertThat(drawn.stream().map(all::indexOf)).isSorted();
  }

  @Test
  void aSampleOfRowsInMemoryIsTheSame() {
    Rows all = read(Long.MAX_VALUE, 5);
    assertThat(StratifiedSample.of(all, "kind", 200, 7).rows()).isEqualTo(read(200, 7).rows());
    assertThat(StratifiedSample.of(all, "kind", 1000, 7)).isSameAs(all);
  }

  @Test
  void everyRowOfAClassCanBeDrawn() {
    Map<Object, Long> drawn = new HashMap<>();
    for (int seed = 0; seed < 60; seed++) {
      for (Row row : read(500, seed).rows()) {
        drawn.merge(row.identity(), 1L, Long::sum);
      }
    }
    assertThat(drawn).hasSize(1050);
    // Half of 60 draws, by five standard deviations.
    assertThat(drawn.values().stream().filter(times -> times < 60)).allMatch(times -> times > 10);
  }

  @Test
  void rowsWithoutAClassComeWithoutTheirValues() {
    Rows rows = read(Long.MAX_VALUE, 5);
    int x = Rows.position(rows.columns(), "x");
    int kind = Rows.position(rows.columns(), "kind");
    assertThat(rows.rows().stream().filter(row -> row.values().get(kind) == null))
        .hasSize(50)
        .allMatch(row -> row.values().get(x) == null);
    assertThat(rows.rows().stream().filter(row -> row.values().get(kind) != null))
        .noneMatch(row -> row.values().get(x) == null);
  }

  @Test
  void aTargetThatIsNoColumnIsRefused() {
    assertThatThrownBy(() -> StratifiedSample.of(read(10, 1), "sort", 10, 1))
        .isInstanceOf(LearningProblem.UnknownColumn.class);
  }
}
