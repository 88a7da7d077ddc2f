package org.quarry.database.records;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** What tests of staged edits and their writing begin with: a file, opened, and a journal. */
abstract class StagedFile {
  @TempDir Path folder;
  final ChangeJournal journal = new ChangeJournal();
  Path file = Path.of("");
  private @Nullable Database database;

  final void make(String... statements) throws Exception {
    file = SqliteProgram.run(folder.resolve("a.db"), statements);
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  final Database database() {
    return Objects.requireNonNull(database);
  }

  final ChangeWriter writer() {
    return new ChangeWriter(database(), new SchemaReader(database()).read(Monitor.NONE));
  }

  final void set(String table, long row, String column, @Nullable Object old, Object now) {
    journal.set(table, List.of(new CellEdit(new RowKey.Rowid(row), column, true, old, now)));
  }
}
