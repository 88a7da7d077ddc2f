package org.quarry.ui.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeWriter;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.training.Training;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/**
 * The screen of a column of a real file; the rows that wait for it are known to the tests alone.
 */
abstract class PredictedColumn {
  @TempDir static Path folder;
  private static Path sample = Path.of("");

  Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  OpenDatabase open;

  /** The target is taken away from 100 rows and kept where the program does not look. */
  @BeforeAll
  static void build() throws Exception {
    sample = folder.resolve("sample.db");
    Sample.create(sample, Monitor.NONE);
    SqliteProgram.run(
        sample,
        "ALTER TABLE breast_cancer DROP COLUMN diagnosis",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')",
        "PRAGMA writable_schema = RESET",
        "UPDATE breast_cancer SET target = NULL WHERE id % 5 = 0");
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(sample, Files.createTempDirectory(folder, "copy").resolve("copy.db"));
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  PredictModel screen() {
    return screen("breast_cancer", "target");
  }

  PredictModel screen(String table, String column) {
    Background background = Background.onCallingThread();
    open = OpenFiles.of(background, Database.open(file));
    Training training =
        new Training(
            WekaHome.at(Path.of("target", "test-home", "weka")),
            Workers.onCallingThread(),
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    return new PredictModel(
        background, open, training, open.schema().get().table(table).orElseThrow(), column);
  }

  /** Three of the thirty measurements: enough, and quick. */
  static void few(PredictModel screen) {
    screen.features().retainAll(List.of("mean_concavity", "worst_area", "mean_area"));
  }

  void writeStaged() {
    open.written(
        new ChangeWriter(open.database(), open.schema().get())
            .write(open.journal().rows(), Monitor.NONE));
  }

  String sql(String query) throws Exception {
    return SqliteProgram.rows(file, query).getFirst();
  }

  String waiting() throws Exception {
    return sql("SELECT count(*) FROM breast_cancer WHERE target IS NULL");
  }

  String besides() throws Exception {
    return sql(
        "SELECT count(*) FROM pragma_table_info('breast_cancer') WHERE name GLOB 'predicted_*'");
  }
}
