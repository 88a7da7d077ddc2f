package org.quarry.ui.kit;

import org.quarry.database.Database;
import org.quarry.database.journal.Journals;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** Opens databases for screens under test. */
public final class OpenFiles {
  private OpenFiles() {}

  /** What screens share of a database, its journal kept beside it on the calling thread. */
  public static OpenDatabase of(Background background, Database database) {
    return new OpenDatabase(
        background,
        database,
        new SchemaReader(database).read(Monitor.NONE),
        new Journals(database.file().resolveSibling("journals"), Runnable::run)
            .open(
                database.file(),
                problem -> {
                  throw problem;
                }));
  }
}
