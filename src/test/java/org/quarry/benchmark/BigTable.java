package org.quarry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A table like the notebook's {@code predictions}, of any size; the same rows for the same size.
 */
final class BigTable {
  private BigTable() {}

  /** The file with so many rows, made in {@code folder} when it is not there. */
  static Path of(Path folder, long rows) throws SQLException, IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("predictions-" + rows + ".db");
    if (Files.exists(file)) {
      return file;
    }
    Path draft = folder.resolve("predictions-" + rows + ".draft");
    Files.deleteIfExists(draft);
    System.err.printf(Locale.ROOT, "making %,d rows in %s%n", rows, file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + draft);
        Statement statement = connection.createStatement()) {
      for (String sql : script(rows)) {
        statement.execute(sql);
      }
    }
    return Files.move(draft, file);
  }

  private static String[] script(long rows) {
    return new String[] {
      "PRAGMA journal_mode = OFF",
      "PRAGMA synchronous = OFF",
      "PRAGMA cache_size = -200000",
      """
      CREATE TABLE predictions(person_id INTEGER PRIMARY KEY, country VARCHAR(100),
        mean_concavity REAL, worst_area REAL, mean_area REAL, predicted_class INTEGER,
        timestamp TIMESTAMP NOT NULL)
      """,
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO predictions
      SELECT i, substr('AUTCZENLDARMPOLPRTSWEJPNBRAKEN', 1 + 3 * (((i * 2654435761) >> 9) %% 10), 3),
        ((i * 48271) %% 426800) / 1000000.0, 185.2 + ((i * 16807) %% 406880) / 100.0,
        143.5 + ((i * 69621) %% 235750) / 100.0,
        CASE (i * 40693) %% 3 WHEN 0 THEN NULL WHEN 1 THEN 0 ELSE 1 END,
        datetime(1567296000 + (i * 7919) %% 118195200, 'unixepoch')
      FROM n
      """
          .formatted(rows)
    };
  }
}
