package org.quarry.database.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.Fingerprint;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;

class JournalsTest extends KeptJournals {
  private static final RowKey PAIR =
      RowKey.Primary.of(Arrays.asList("x", 2L, new byte[] {0, -1}, null));

  @Test
  void everyTypeOfValueComesBackAsItWas() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("nothing", null);
    values.put("empty", "");
    values.put("least", Long.MIN_VALUE);
    values.put("negative zero", -0.0);
    values.put("infinite", Double.POSITIVE_INFINITY);
    values.put("text", "it's 𝄞\u0000 NULL");
    values.put("long", "ü".repeat(70_000));
    values.put("blob", new byte[] {0, 1, -128});
    values.put("kept of a long one", new Fingerprint(true, 70_000, "00ff"));
    KeptJournal first = open();
    RowKey fresh = first.journal().insert("t", values);
    set(first.journal(), PAIR, "a", 1.5, null);
    first.close();

    KeptJournal second = open();
    assertThat(second.leftEdits()).isEqualTo(2);
    assertThat(second.journal().size()).as("nothing is staged unasked").isZero();
    second.bringBack();
    RowChange row = second.journal().change("t", fresh).orElseThrow();
    assertThat(row.values().keySet()).containsExactlyElementsOf(values.keySet());
    values.forEach(
        (column, value) -> assertThat(row.values().get(column)).as(column).isEqualTo(value));
    RowChange cell = second.journal().change("t", PAIR).orElseThrow();
    assertThat(cell.values()).containsEntry("a", null);
    assertThat(cell.old()).containsEntry("a", 1.5);
    assertThat(problems).isEmpty();
  }

  @Test
  void undoAndRedoComeBackToo() {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    set(first.journal(), ONE, "a", 2L, 3L);
    first.journal().delete("t", List.of(new RowKey.Rowid(7)));
    first.journal().undo();
    first.close();

    KeptJournal second = open();
    second.bringBack();
    assertThat(second.journal().undoName()).contains("1 cell in t");
    assertThat(second.journal().redoName()).contains("1 deleted row in t");
    second.journal().undo();
    assertThat(second.journal().change("t", ONE).orElseThrow().values()).containsEntry("a", 2L);
    second.journal().undo();
    assertThat(second.journal().size()).isZero();
    second.close();
  }

  @Test
  void whatWasBroughtBackIsKeptAgain() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    first.close();
    KeptJournal second = open();
    second.bringBack();
    assertThat(second.leftEdits()).isZero();
    assertThat(files()).hasSize(1);
    second.close();
    KeptJournal third = open();
    assertThat(third.leftEdits()).isEqualTo(1);
    third.drop();
    third.close();
    assertThat(files()).isEmpty();
    assertThat(open().leftEdits()).isZero();
  }

  @Test
  void whatIsNotDecidedStaysForTheNextTime() {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    first.close();
    open().close();
    assertThat(open().leftEdits()).isEqualTo(1);
  }

  @Test
  void aJournalInUseIsLeftAloneAndNotOffered() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    KeptJournal second = open();
    assertThat(second.leftEdits()).isZero();
    set(second.journal(), ONE, "a", 1L, 5L);
    set(first.journal(), ONE, "b", null, 3L);
    assertThat(files()).hasSize(2);
    second.close();
    first.close();
    KeptJournal third = open();
    assertThat(third.leftEdits()).isEqualTo(3);
    third.bringBack();
    RowChange row = third.journal().change("t", ONE).orElseThrow();
    assertThat(row.values()).containsKeys("a", "b");
  }

  @Test
  void theJournalOfAnotherDatabaseIsNotOffered() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    first.close();
    Path other = SqliteProgram.run(folder.resolve("b.db"), "CREATE TABLE t(a, b)");
    assertThat(journals.open(other, problems::add).leftEdits()).isZero();
    assertThat(open().leftEdits()).isEqualTo(1);
  }

  @Test
  void aRenamedDatabaseKeepsItsEditsAndAReplacedOneIsSaid() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    first.close();
    Path old = database;
    database = Files.move(database, folder.resolve("renamed.db"));
    KeptJournal renamed = open();
    assertThat(renamed.leftEdits()).isEqualTo(1);
    assertThat(renamed.replacedSince()).isFalse();
    renamed.close();
    Files.move(database, folder.resolve("away.db"));
    database = SqliteProgram.run(old, "CREATE TABLE u(x)");
    assertThat(open().replacedSince()).isTrue();
  }

  @Test
  void aDatabaseChangedSinceIsSaid() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    first.close();
    KeptJournal same = open();
    assertThat(same.changedSince()).isFalse();
    same.close();
    SqliteProgram.run(database, "INSERT INTO t VALUES (1, 2)");
    assertThat(open().changedSince()).isTrue();
  }

  @Test
  void cutAtAnyByteItHoldsTheStepsBeforeTheCut() throws Exception {
    KeptJournal first = open();
    for (long step = 1; step <= 4; step++) {
      set(first.journal(), new RowKey.Rowid(step), "a", null, "value " + step);
    }
    first.close();
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    int most = 0;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      KeptJournal cut = open();
      assertThat(cut.setAside()).as("cut at %d", length).isEmpty();
      assertThat(cut.leftEdits()).as("cut at %d", length).isBetween(most, most + 1);
      most = cut.leftEdits();
      cut.close();
    }
    assertThat(most).isEqualTo(4);
  }

  @Test
  void aDamagedJournalIsSetAsideAndSaid() throws Exception {
    KeptJournal first = open();
    set(first.journal(), ONE, "a", 1L, 2L);
    set(first.journal(), ONE, "b", 1L, 2L);
    first.close();
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    KeptJournal second = open();
    assertThat(second.leftEdits()).isZero();
    assertThat(second.setAside()).hasSize(1);
    assertThat(second.setAside().getFirst())
        .hasMessageContaining("Edits of a.db from an earlier time cannot be read")
        .hasMessageContaining(".damaged");
    assertThat(files()).hasSize(1);
    assertThat(Files.readAllBytes(files().getFirst())).isEqualTo(bytes);
    assertThat(open().setAside()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(folder.resolve("kept"), "in the way");
    KeptJournal journal = open();
    set(journal.journal(), ONE, "a", 1L, 2L);
    assertThat(journal.journal().size()).isEqualTo(1);
    assertThat(problems.getFirst()).hasMessageContaining("Staged edits are not kept on disk.");
  }
}
