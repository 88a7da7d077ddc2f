package org.quarry.database.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.JournalStep;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedCheck;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

/** Journals of programs that died at a bad moment, or that are of an earlier kind. */
class JournalCrashTest extends KeptJournals {
  /** Writes as the program does, and dies before the journal can note the commit. */
  private void dieAfter(boolean commit, Path file) throws Exception {
    try (Database opened = Database.open(database)) {
      Schema schema = new SchemaReader(opened).read(Monitor.NONE);
      KeptJournal dying = open();
      dying.journal().insert("t", Map.of("a", 5L));
      set(dying.journal(), ONE, "b", "old", "new");
      try {
        new ChangeWriter(opened, schema)
            .write(
                dying.journal().rows(),
                true,
                rows -> {
                  dying.writing(rows);
                  if (!commit) {
                    throw new IllegalStateException("dies before the commit");
                  }
                },
                Monitor.NONE);
      } catch (IllegalStateException died) {
        assertThat(commit).isFalse();
      }
      Files.copy(files().getFirst(), file);
      dying.journal().revert();
      dying.close();
    }
    Files.move(file, folder.resolve("kept").resolve("dead.journal"));
  }

  private KeptJournal reopen() {
    try (Database opened = Database.open(database)) {
      Schema schema = new SchemaReader(opened).read(Monitor.NONE);
      return journals.open(
          database,
          rows -> new StagedCheck(opened, schema).outcome(rows, Monitor.NONE),
          problems::add);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void whatWasCommittedBeforeTheCrashIsNotOfferedAgain(String mode) throws Exception {
    SqliteProgram.run(database, "PRAGMA journal_mode = " + mode, "INSERT INTO t VALUES (1, 'old')");
    dieAfter(true, folder.resolve("dead"));
    assertThat(SqliteProgram.rows(database, "SELECT * FROM t")).containsExactly("1|new", "5|NULL");
    KeptJournal after = reopen();
    assertThat(after.leftEdits()).isZero();
    assertThat(after.setAside()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void whatWasNotCommittedBeforeTheCrashIsOffered(String mode) throws Exception {
    SqliteProgram.run(database, "PRAGMA journal_mode = " + mode, "INSERT INTO t VALUES (1, 'old')");
    dieAfter(false, folder.resolve("dead"));
    KeptJournal after = reopen();
    assertThat(after.leftEdits()).isEqualTo(2);
    assertThat(after.unclear()).isFalse();
  }

  @Test
  void whereTheFileWasChangedSinceTheCrashItIsSaid() throws Exception {
    SqliteProgram.run(database, "INSERT INTO t VALUES (1, 'old')");
    dieAfter(true, folder.resolve("dead"));
    SqliteProgram.run(database, "UPDATE t SET a = 6 WHERE rowid = 2", "UPDATE t SET b = 'x'");
    KeptJournal after = reopen();
    assertThat(after.leftEdits()).isEqualTo(2);
    assertThat(after.unclear()).isTrue();
  }

  @Test
  void aWritingThatFailedIsNoQuestionLater() throws Exception {
    KeptJournal first = open();
    first.journal().insert("t", Map.of("a", 5L));
    first.writing(List.of());
    first.notWritten();
    first.close();
    assertThat(open().unclear()).isFalse();
  }

  @Test
  void aJournalOfAnEarlierProgramIsStillRead() throws Exception {
    Files.createDirectories(folder.resolve("kept"));
    try (JournalFile old = JournalFile.create(folder.resolve("kept").resolve("old.journal"))) {
      old.append(JournalCodec.identity(FileIdentity.of(database)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte('W');
      out.writeInt(1);
      JournalValues.text(out, "t");
      for (int key = 0; key < 2; key++) {
        out.writeByte('r');
        out.writeLong(1);
      }
      out.writeByte('d');
      for (int map = 0; map < 4; map++) {
        out.writeInt(0);
      }
      old.append(bytes.toByteArray());
      old.append(JournalCodec.event(taken()));
    }
    KeptJournal now = open();
    assertThat(now.setAside()).isEmpty();
    assertThat(now.leftEdits()).isEqualTo(1);
  }

  private static JournalEvent taken() {
    RowChange change = new RowChange(RowChange.Kind.DELETE, Map.of(), Map.of());
    return new JournalEvent.Taken(
        new JournalStep(
            "1 deleted row in t", List.of(new JournalStep.Move("t", ONE, null, change))));
  }

  @Test
  void whatADeletedRowWasAndTheKeysOfViewsComeBack() {
    KeptJournal first = open();
    first.journal().delete("t", Map.of(ONE, Map.of("a", 1L, "b", "x")));
    RowKey whole = RowKey.Whole.of(Arrays.asList(1L, null, "x"));
    set(first.journal(), whole, "a", 1L, 2L);
    first.close();
    KeptJournal second = open();
    second.bringBack();
    assertThat(second.journal().change("t", ONE).orElseThrow().old())
        .containsEntry("a", 1L)
        .containsEntry("b", "x");
    assertThat(second.journal().change("t", whole)).isPresent();
  }

  @Test
  void aCrashWhileEditsAreBroughtBackDoublesNothing() throws Exception {
    KeptJournal first = open();
    first.journal().insert("t", Map.of("a", 5L));
    first.close();
    Path old = files().getFirst();
    byte[] bytes = Files.readAllBytes(old);
    KeptJournal second = open();
    second.bringBack();
    second.close();
    Files.write(old, bytes);
    assertThat(files()).hasSize(2);
    assertThat(open().leftEdits()).isEqualTo(1);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFileThatHasGrownLongIsMadeShort() throws Exception {
    KeptJournal first = open();
    byte[] blob = new byte[8 << 20];
    for (int step = 0; step < 12; step++) {
      blob[0] = (byte) step;
      set(first.journal(), ONE, "a", null, blob.clone());
      first.journal().undo();
    }
    set(first.journal(), ONE, "a", null, 7L);
    assertThat(files()).hasSize(1);
    assertThat(Files.size(files().getFirst())).isLessThan(KeptJournal.LONG);
    first.close();
    KeptJournal second = open();
    second.bringBack();
    assertThat(second.journal().change("t", ONE).orElseThrow().values()).containsEntry("a", 7L);
    assertThat(second.journal().undoName()).contains("1 cell in t");
    second.close();
  }
}
