package org.quarry.database.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.RowKey;
import org.quarry.work.Problem;

/** What tests of journals that outlive the program begin with. */
abstract class KeptJournals {
  static final RowKey ONE = new RowKey.Rowid(1);

  @TempDir Path folder;
  final List<Problem> problems = new ArrayList<>();
  Path database = Path.of("");

  @SuppressWarnings("NullAway.Init")
  Journals journals;

  @BeforeEach
  void make() throws Exception {
    database = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(a, b)");
    journals = new Journals(folder.resolve("kept"), Runnable::run);
  }

  final KeptJournal open() {
    return journals.open(database, problems::add);
  }

  final List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList();
    }
  }

  static void set(
      ChangeJournal journal,
      RowKey key,
      String column,
      @Nullable Object old,
      @Nullable Object now) {
    journal.set("t", List.of(new CellEdit(key, column, true, old, now)));
  }
}
