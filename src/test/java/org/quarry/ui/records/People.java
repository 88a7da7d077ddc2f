package org.quarry.ui.records;

import java.nio.file.Path;
import java.sql.SQLException;
import org.quarry.database.SqliteProgram;

/** A file with a column for every kind of editor, and 10,000 rows to refer to. */
final class People {
  static final int AGE = 1;
  static final int HEIGHT = 2;
  static final int NOTE = 3;
  static final int MEMBER = 4;
  static final int ANSWER = 5;
  static final int BORN = 6;
  static final int SEEN = 7;
  static final int STATE = 8;
  static final int CITY = 9;
  static final int PHOTO = 10;
  static final int EMAIL = 11;
  static final int CHANGED = 12;

  private People() {}

  static Path create(Path file) throws SQLException {
    return SqliteProgram.run(
        file,
        "CREATE TABLE city(id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
        INSERT INTO city SELECT i, CASE i WHEN 3 THEN 'Göttingen' ELSE 'Town ' || i END FROM n
        """,
        """
        CREATE TABLE person(
          id INTEGER PRIMARY KEY,
          age INTEGER CHECK (age >= 0),
          height REAL,
          note TEXT,
          member BOOLEAN NOT NULL DEFAULT 0,
          answer BOOLEAN,
          born DATE,
          seen TIMESTAMP,
          state TEXT CHECK (state IN ('new', 'active', 'closed')),
          city INTEGER REFERENCES city(id),
          photo BLOB,
          email TEXT UNIQUE,
          changed DATETIME)
        """,
        """
        INSERT INTO person VALUES
          (1, 66, 1.6, 'first', 0, 'true', '1867-11-07', 1567296000, 'new', 1, x'01', 'a@x',
            '2024-01-31T09:30'),
          (2, 53, 1.7, 'second', 1, 'false', '1882-03-23', 1567296000, 'active', 2, x'02', 'b@x',
            NULL),
          (3, 85, 1.5, 'third', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
        """);
  }
}
