package org.quarry.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes and reads databases behind Quarry's back, with plain JDBC, as another program would. */
public final class SqliteProgram {
  private SqliteProgram() {}

  /** Runs a script on a file, which it creates when there is none. */
  public static Path run(Path file, String... statements) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return file;
  }

  /** The rows of a query, each column as text, columns joined by a bar, NULL as NULL. */
  public static List<String> rows(Path file, String sql) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          String text = result.getString(i);
          cells.add(text == null ? "NULL" : text);
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  /** A connection of another program. */
  public static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** A table like the notebook's, with rows 1 to n. */
  public static Path predictions(Path file, int n) throws SQLException, IOException {
    return run(
        file,
        """
        CREATE TABLE predictions(person_id INTEGER PRIMARY KEY, country VARCHAR(100),
          mean_concavity REAL, worst_area REAL, mean_area REAL, predicted_class INTEGER,
          timestamp TIMESTAMP NOT NULL)
        """,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 WHERE %1$d > 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
        INSERT INTO predictions
        SELECT i, CASE i %% 3 WHEN 0 THEN 'AUT' WHEN 1 THEN 'CZE' ELSE 'NLD' END, i / 1000.0,
          i * 2.5, i + 0.25, CASE i %% 2 WHEN 0 THEN NULL ELSE 1 END,
          datetime(1567296000 + i * 86400, 'unixepoch') FROM n
        """
            .formatted(n));
  }
}
