package org.quarry.ui.query;

import java.nio.file.Path;
import java.util.Map;
import org.quarry.database.Database;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;
import org.quarry.work.Monitor;

/** A database with a table of countries and moments, whose counts are known by hand. */
final class Countries {
  /** AUT 3, CZE 2, NULL 1 in 2021; AUT once more in 2022. */
  private static final String SCRIPT =
      """
      CREATE TABLE visits(
        id INTEGER PRIMARY KEY, country VARCHAR(100), area REAL, "timestamp" TIMESTAMP NOT NULL);
      INSERT INTO visits(country, area, "timestamp") VALUES
        ('AUT', 1.5, '2021-01-01 00:00:00'), ('CZE', 2.5, '2021-02-03 10:00:00'),
        ('AUT', 3, '2021-05-05 12:00:00'), (NULL, NULL, '2021-06-01 00:00:00'),
        ('CZE', 5, '2021-07-01 00:00:00'), ('AUT', 6, '2021-12-31 23:59:59'),
        ('AUT', 7, '2022-03-01 08:00:00');
      CREATE TABLE plain(id INTEGER PRIMARY KEY, name TEXT)""";

  private Countries() {}

  static Database create(Path folder) {
    Database database = Database.create(folder.resolve("countries.db"));
    QueryRunner runner = new QueryRunner(database);
    for (SqlStatement statement : SqlScript.of(SCRIPT).statements()) {
      runner.fetch(statement, Map.of(), Monitor.NONE);
    }
    return database;
  }
}
