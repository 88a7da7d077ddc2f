package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.Predicate;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/** Rowids in a temporary file, whatever becomes of the threads that read it. */
class RowidFileTest {
  @TempDir Path folder;

  @Test
  void anInterruptedReaderLeavesTheFileToTheNextOne() throws Exception {
    try (RowidFile file = new RowidFile(Files.createFile(folder.resolve("r")))) {
      for (long rowid = 0; rowid < 20_000; rowid++) {
        file.add(rowid * 3);
      }
      file.flush();
      Thread.currentThread().interrupt();
      try {
        assertThat(file.read(9_000, 9_002)).containsExactly(27_000, 27_003);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(file.read(19_999, 20_000)).containsExactly(59_997);
      file.add(-1);
      Thread.currentThread().interrupt();
      try {
        file.flush();
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(file.read(20_000, 20_001)).containsExactly(-1);
    }
  }

  @Test
  void anOrderStaysUsableAfterAReaderWasInterrupted() throws Exception {
    Path path =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, a)",
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
                + " 500) SELECT i, -i FROM n");
    try (Database database = Database.open(path)) {
      Table table = new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow();
      List<Sort> sorts = List.of(new Sort("a", false));
      try (TableRows rows = new TableRows(database, table, sorts, RowFilter.NONE, 10)) {
        rows.survey(Monitor.NONE, count -> {});
        Thread reader =
            Thread.ofPlatform()
                .start(
                    () -> {
                      Thread.currentThread().interrupt();
                      try {
                        rows.page(400, 5, Monitor.NONE);
                      } catch (Cancelled cancelled) {
                        Thread.currentThread().interrupt();
                      }
                    });
        reader.join();
        assertThat(rows.page(400, 1, Monitor.NONE).rows().getFirst().key())
            .isEqualTo(new RowKey.Rowid(100));
      }
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsNotLeft() throws Exception {
    Path folderInItsPlace = Files.createDirectory(folder.resolve("r"));
    assertThatThrownBy(
            () -> {
              try (RowidFile file = new RowidFile(folderInItsPlace)) {
                file.flush();
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(folderInItsPlace).doesNotExist();
  }

  @Test
  void closingNeverThrowsAndLeavesNothing() throws Exception {
    Path path = Files.createFile(folder.resolve("r"));
    RowidFile file = new RowidFile(path);
    file.add(7);
    file.flush();
    // As another program may do, so that there is nothing left to remove, or something that stays.
    Files.createDirectories(path.resolve("in the way"));
    assertThatCode(file::close).doesNotThrowAnyException();
    assertThatCode(file::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> file.read(0, 1)).isInstanceOf(Cancelled.class);
  }

  @Test
  void placesThatWereSpilledAreLetGoTwiceWithoutAWord() throws Exception {
    Path path =
        SqliteProgram.run(
            folder.resolve("a.db"), "CREATE TABLE t(a)", "INSERT INTO t VALUES (1), (2), (3)");
    try (Database database = Database.open(path)) {
      Table table = new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow();
      RowidPlaces places = new RowidPlaces(database, table, 1);
      database.read(
          Monitor.NONE,
          session -> {
            places.fill(session.mapper(RecordMapper.class), List.of(), Predicate.ALL, rows -> {});
            return true;
          });
      assertThat(places.places(List.of(new RowKey.Rowid(3), new RowKey.Rowid(9)), Monitor.NONE))
          .containsOnlyKeys(new RowKey.Rowid(3))
          .containsValue(2L);
      places.close();
      assertThatCode(places::close).doesNotThrowAnyException();
    }
  }
}
