package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;

class ImportanceCommandTest {
  @TempDir static Path folder;

  @Test
  void featuresOfASavedModelAreRankedOnTheRowsOfATable() throws Exception {
    Path file = folder.resolve("s.db");
    Terminal terminal = new Terminal();
    assertThat(terminal.run("sample", file)).isZero();
    assertThat(
            terminal.run(
                "train",
                file,
                "--table",
                "breast_cancer",
                "--target",
                "target",
                "--features",
                "mean_concavity,worst_area,mean_area",
                "--name",
                "m"))
        .isZero();
    assertThat(
            terminal.run(
                "importance", file, "--model", "m", "--table", "breast_cancer", "--format", "json"))
        .isZero();
    assertThat(terminal.json().path("rows").intValue()).isEqualTo(569);
    assertThat(terminal.json().path("features").path(0).path("feature").stringValue())
        .isEqualTo("worst_area");
    assertThat(terminal.json().path("features").path(0).path("drops").size()).isEqualTo(30);
    assertThat(
            terminal.run(
                "importance", file, "--model", "m", "--table", "breast_cancer", "--format", "csv"))
        .isZero();
    assertThat(terminal.out()).startsWith("feature,mean,deviation\nworst_area,");
    assertThat(
            terminal.run(
                "importance", file, "--model", "m", "--table", "breast_cancer", "--metric", "x"))
        .isEqualTo(2);
    SqliteProgram.run(file, "UPDATE breast_cancer SET target = 7");
    assertThat(terminal.run("importance", file, "--model", "m", "--table", "breast_cancer"))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("No row tells what the model is worth.");
  }
}
