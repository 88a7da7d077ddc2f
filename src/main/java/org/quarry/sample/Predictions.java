package org.quarry.sample;

import java.util.List;
import org.quarry.database.Database;
import org.quarry.work.Monitor;

/** Bulk work on the {@code predictions} table of one database. Blocks on the disk. */
public final class Predictions {
  /** Rows a statement: past some dozens a longer one gains nothing. */
  private static final int CHUNK = 64;

  private final Database database;

  /** Makes one for a database that has the table. */
  public Predictions(Database database) {
    this.database = database;
  }

  /**
   * Inserts all rows in one transaction, or none when it is cancelled or one is refused.
   *
   * @param monitor told rows inserted of rows in all
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses a row
   */
  public void insertAll(List<Prediction> rows, Monitor monitor) {
    database.write(
        monitor,
        session -> {
          PredictionMapper mapper = session.mapper(PredictionMapper.class);
          for (int from = 0; from < rows.size(); from += CHUNK) {
            monitor.checkpoint();
            int to = Math.min(from + CHUNK, rows.size());
            mapper.insertSome(rows.subList(from, to));
            monitor.report(to, rows.size(), "Inserting predictions");
          }
          return rows.size();
        });
  }
}
