package org.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.work.Monitor;

class SampleTest {
  @TempDir Path folder;

  private Path sample() {
    Path file = folder.resolve("sample.db");
    Sample.create(file, Monitor.NONE);
    return file;
  }

  @Test
  void holdsTheDataOfTheNotebook() throws Exception {
    Path file = sample();
    assertThat(
            SqliteProgram.rows(
                file, "SELECT target, diagnosis, count(*) FROM breast_cancer GROUP BY 1, 2"))
        .containsExactly("0|malignant|212", "1|benign|357");
    assertThat(
            SqliteProgram.rows(
                file, "SELECT count(*), typeof(mean_radius) FROM breast_cancer GROUP BY 2"))
        .containsExactly("569|real");
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM pragma_table_info('breast_cancer')"))
        .containsExactly("33");
    assertThat(
            SqliteProgram.rows(
                file,
                """
                SELECT count(*), count(predicted_class), count(DISTINCT country),
                  min(timestamp) >= '2019-09-01', max(timestamp) < '2023-06-02'
                FROM predictions
                """))
        .containsExactly("114|0|3|1|1");
    assertThat(
            SqliteProgram.rows(
                file, "SELECT mean_concavity, worst_area, mean_area FROM predictions LIMIT 1"))
        .as("row 28 of the data comes first in the hold-out")
        .containsExactly("0.1683|1269.0|732.4");
  }

  @Test
  void thePredictionsTableIsTheNotebooks() throws Exception {
    assertThat(
            SqliteProgram.rows(
                sample(),
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info('predictions')"))
        .containsExactly(
            "person_id|INTEGER|0|1",
            "country|VARCHAR(100)|0|0",
            "mean_concavity|REAL|0|0",
            "worst_area|REAL|0|0",
            "mean_area|REAL|0|0",
            "predicted_class|INTEGER|0|0",
            "timestamp|TIMESTAMP|1|0");
  }

  @Test
  void noFolderIsMadeForIt() {
    Path file = folder.resolve("missing/sample.db");
    assertThatThrownBy(() -> Sample.create(file, Monitor.NONE))
        .isInstanceOf(DatabaseProblem.NoFolder.class)
        .hasMessageContaining("There is no folder " + folder.resolve("missing") + ".");
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void isTheSameAtEveryTime() throws Exception {
    Path first = sample();
    Path second = folder.resolve("again.db");
    Sample.create(second, Monitor.NONE);
    String all = "SELECT * FROM predictions";
    assertThat(SqliteProgram.rows(first, all)).isEqualTo(SqliteProgram.rows(second, all));
  }

  @Test
  void creatingKeepsAFileThatIsThereAndResettingBringsTheSampleBack() throws Exception {
    Path file = sample();
    SqliteProgram.run(file, "DROP TABLE predictions", "UPDATE breast_cancer SET mean_radius = 0");
    assertThatThrownBy(() -> Sample.create(file, Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Exists.class);
    Sample.reset(file, Monitor.NONE);
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("114");
    assertThat(SqliteProgram.rows(file, "SELECT min(mean_radius) FROM breast_cancer"))
        .isNotEqualTo(List.of("0.0"));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
