package org.quarry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class DatabaseTest {
  @TempDir Path folder;

  private static int one(Session session, String sql) {
    try (Statement statement = session.connection().createStatement();
        var result = statement.executeQuery(sql)) {
      return result.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static int number(Database database, String sql) {
    return database.read(Monitor.NONE, session -> one(session, sql));
  }

  private static void execute(Session session, String sql) {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void anEmptyFileIsADatabaseWithoutTables() throws Exception {
    Path file = Files.createFile(folder.resolve("empty.db"));
    try (Database database = Database.open(file)) {
      assertThat(number(database, "SELECT count(*) FROM sqlite_schema")).isEqualTo(0);
      assertThat(database.access().writable()).isTrue();
    }
  }

  @Test
  void aMissingFileIsNotCreated() {
    Path file = folder.resolve("nowhere.db");
    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(DatabaseProblem.Missing.class)
        .hasMessageContaining("nowhere.db");
    assertThat(file).doesNotExist();
  }

  @Test
  void textAndArchivesAndFoldersAreNamedForWhatTheyAre() throws Exception {
    Path text = Files.writeString(folder.resolve("a.csv"), "country,area\nAUT,1\n".repeat(100));
    Path zip = folder.resolve("a.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new java.util.zip.ZipEntry("x"));
    }
    assertThatThrownBy(() -> Database.open(text)).isInstanceOf(DatabaseProblem.NotADatabase.class);
    assertThatThrownBy(() -> Database.open(zip))
        .isInstanceOf(DatabaseProblem.NotADatabase.class)
        .hasMessageContaining("ZIP");
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(DatabaseProblem.NotADatabase.class)
        .hasMessageContaining("folder");
  }

  @Test
  void noiseInWholePagesLooksEncrypted() throws Exception {
    byte[] noise = new byte[8192];
    new Random(7).nextBytes(noise);
    Path file = Files.write(folder.resolve("secret.db"), noise);
    assertThatThrownBy(() -> Database.open(file)).isInstanceOf(DatabaseProblem.Encrypted.class);
  }

  @Test
  void aDamagedSchemaPageIsSaid() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("bad.db"), 10);
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 100, 4096, (byte) 0x5a);
    Files.write(file, bytes);
    assertThatThrownBy(() -> Database.open(file)).isInstanceOf(DatabaseProblem.Corrupt.class);
  }

  @Test
  void aFileHeldByAnotherProgramIsBusy() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("held.db"), 3);
    try (Connection other = SqliteProgram.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> Database.open(file)).isInstanceOf(DatabaseProblem.Busy.class);
      statement.execute("ROLLBACK");
    }
    Database.open(file).close();
  }

  @Test
  void aWriteProtectedFileOpensForReadingAndSaysWhy() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("ro.db"), 3);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    try (Database database = Database.open(file)) {
      assertThat(database.access().writable()).isFalse();
      assertThat(database.access().reason()).contains("write-protected");
      assertThat(number(database, "SELECT count(*) FROM predictions")).isEqualTo(3);
      assertThatThrownBy(() -> database.write(Monitor.NONE, s -> "never"))
          .isInstanceOf(DatabaseProblem.ReadOnly.class);
    }
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("3");
  }

  @Test
  void aWriteIsAllOrNothing() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("a.db"), 3);
    try (Database database = Database.open(file)) {
      assertThatThrownBy(
              () ->
                  database.write(
                      Monitor.NONE,
                      session -> {
                        execute(session, "DELETE FROM predictions");
                        throw new IllegalStateException("half-way");
                      }))
          .hasMessage("half-way");
      assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("3");
      database.write(
          Monitor.NONE,
          session -> {
            execute(session, "DELETE FROM predictions WHERE person_id = 1");
            return true;
          });
    }
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("2");
  }

  @Test
  void aReaderCannotWrite() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("a.db"), 3);
    try (Database database = Database.open(file)) {
      assertThatThrownBy(
              () ->
                  database.read(
                      Monitor.NONE,
                      session -> {
                        execute(session, "DELETE FROM predictions");
                        return true;
                      }))
          .isInstanceOf(DatabaseProblem.ReadOnly.class);
    }
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("3");
  }

  @Test
  void aPersonsOpenTransactionIsNotJoined() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("a.db"), 3);
    try (Database database = Database.open(file)) {
      database.onWriter(
          Monitor.NONE,
          session -> {
            execute(session, "BEGIN");
            return true;
          });
      assertThatThrownBy(() -> database.write(Monitor.NONE, s -> "never"))
          .isInstanceOf(DatabaseProblem.TransactionOpen.class);
    }
  }

  @Test
  @Timeout(20)
  void cancellingInterruptsTheStatementAndTheConnectionLivesOn() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("a.db"), 3);
    try (Database database = Database.open(file)) {
      Job<Integer> endless =
          new Job<>(
              "Counting",
              monitor ->
                  database.read(
                      monitor,
                      s ->
                          one(
                              s,
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                  + " SELECT count(*) FROM n")));
      Thread thread = Thread.ofPlatform().start(endless);
      Thread.sleep(200);
      endless.cancel();
      assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
      assertThat(endless.state()).isEqualTo(Job.State.CANCELLED);
      assertThatThrownBy(endless::join).isInstanceOf(Cancelled.class);
      assertThat(number(database, "SELECT count(*) FROM predictions")).isEqualTo(3);
    }
  }

  @Test
  void creatingNeverReplacesAFile() throws Exception {
    Path file = SqliteProgram.predictions(folder.resolve("a.db"), 3);
    assertThatThrownBy(() -> Database.create(file)).isInstanceOf(DatabaseProblem.Exists.class);
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM predictions")).containsExactly("3");
    Path fresh = folder.resolve("fresh.db");
    Database.create(fresh).close();
    assertThat(fresh).exists();
  }
}
