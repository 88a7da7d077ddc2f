package org.quarry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for others never harms a database, nor half of it a file that is there. */
class OutputFileTest {
  @TempDir private Path folder;

  private Path database;

  @BeforeEach
  void makeDatabase() throws Exception {
    database = folder.resolve("data.db");
    SqliteProgram.run(database, "create table t(a); insert into t values (7);");
  }

  @Test
  void neverTakesThePlaceOfADatabaseOrAPartOfOne() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), database);
    byte[] before = Files.readAllBytes(database);
    for (Path file :
        List.of(
            database,
            folder.resolve("./data.db"),
            link,
            folder.resolve("data.db-wal"),
            folder.resolve("data.db-journal"))) {
      assertThatThrownBy(() -> OutputFile.write(file, "{}"))
          .isInstanceOf(DatabaseProblem.InTheWay.class);
    }
    assertThat(database).hasBinaryContent(before);
    assertThat(folder.resolve("data.db-wal")).doesNotExist();
  }

  @Test
  void replacesAnotherFileAlsoBehindALink() throws Exception {
    Path file = Files.writeString(folder.resolve("old.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    OutputFile.write(link, "new");
    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void leavesTheOldFileAndNothingElseWhenTheContentFails() throws Exception {
    Path file = Files.writeString(folder.resolve("old.txt"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("torn");
                    }))
        .hasMessage("torn");
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, database);
    }
  }

  @Test
  void leavesAFileThatIsProtectedFromWriting() throws Exception {
    Path file = Files.writeString(folder.resolve("kept.txt"), "kept");
    assumeThat(file.toFile().setWritable(false) && !Files.isWritable(file))
        .as("protection counts for this user")
        .isTrue();
    assertThatThrownBy(() -> OutputFile.write(file, "new"))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(file).hasContent("kept");
  }

  @Test
  void reasonsAreForPeople() {
    assertThatThrownBy(() -> OutputFile.write(folder.resolve("none/a.txt"), "a"))
        .isInstanceOfSatisfying(
            IOException.class,
            failed -> assertThat(OutputFile.reason(failed)).isEqualTo("There is no such folder."));
  }
}
