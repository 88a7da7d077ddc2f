package org.quarry.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.work.Monitor;

/**
 * Makes the sample database: {@code breast_cancer} with 569 rows and {@code predictions} with 114,
 * the same at every time.
 */
public final class Sample {
  private Sample() {}

  /**
   * Makes the sample in a new file.
   *
   * @throws DatabaseProblem.Exists if something is there already
   * @throws DatabaseProblem.NoFolder if its folder is not there
   * @throws DatabaseProblem.NoPermission if it may not be created there
   */
  public static void create(Path file, Monitor monitor) {
    if (Files.exists(file)) {
      throw new DatabaseProblem.Exists(file.toString());
    }
    reset(file, monitor);
  }

  /**
   * Makes the sample anew, in place of what the file holds. The old file stays whole until the new
   * one is; nobody may have it open.
   *
   * @throws DatabaseProblem.NoFolder if its folder is not there
   * @throws DatabaseProblem.NoPermission if it may not be created there
   */
  public static void reset(Path file, Monitor monitor) {
    Database.requireFolder(file);
    try {
      Path draft = Files.createFile(unused(file));
      try {
        fill(draft, monitor);
        for (String left : List.of("-journal", "-wal", "-shm")) {
          Files.deleteIfExists(Path.of(file + left));
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (AccessDeniedException denied) {
      throw new DatabaseProblem.NoPermission("create", file.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Not a temporary file by the system's idea, which nobody else may read. */
  private static Path unused(Path file) {
    Path draft = Path.of(file + ".new");
    for (int i = 2; Files.exists(draft); i++) {
      draft = Path.of(file + ".new" + i);
    }
    return draft;
  }

  private static void fill(Path file, Monitor monitor) {
    SampleData data = new SampleData();
    try (Database database = Database.open(file)) {
      List<List<Object>> patients = data.patients();
      List<Prediction> predictions = data.predictions();
      database.write(
          monitor,
          session -> {
            MeasurementMapper measurements = session.mapper(MeasurementMapper.class);
            measurements.create(data.measurements());
            for (int i = 0; i < patients.size(); i++) {
              measurements.insert(patients.get(i));
              monitor.report(i + 1, patients.size(), "Building the sample");
            }
            session.mapper(PredictionMapper.class).create();
            return patients.size();
          });
      new Predictions(database).insertAll(predictions, monitor);
    }
  }
}
