package org.quarry.database.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.RowKey;

/** A process that is killed without warning while it stages edits. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KillTest {
  @TempDir Path folder;

  @Test
  void everyEditThatWasKeptComesBackAfterTheProcessWasKilled() throws Exception {
    Path database = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(a)");
    Path kept = folder.resolve("kept");
    Journals journals = new Journals(kept, Runnable::run);
    Process editing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EditingProcess.class.getName(),
                kept.toString(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    try (BufferedReader lines = editing.inputReader(StandardCharsets.US_ASCII)) {
      while (last < 50) {
        last = Long.parseLong(lines.readLine());
      }
      assertThat(journals.open(database, problem -> {}).leftEdits())
          .as("a living process keeps its own")
          .isZero();
      editing.destroyForcibly().waitFor();
    }
    KeptJournal after = journals.open(database, problem -> {});
    assertThat(after.setAside()).isEmpty();
    assertThat(after.leftEdits()).isGreaterThanOrEqualTo((int) last);
    after.bringBack();
    for (long row = 1; row <= last; row++) {
      assertThat(after.journal().change("t", new RowKey.Rowid(row)).orElseThrow().values())
          .containsEntry("a", "row " + row);
    }
  }
}
