package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeJournalTest {
  private final ChangeJournal journal = new ChangeJournal();
  private final RowKey one = new RowKey.Rowid(1);
  private final RowKey two = new RowKey.Rowid(2);

  private void set(RowKey key, String column, @Nullable Object old, @Nullable Object now) {
    journal.set("t", List.of(new CellEdit(key, column, true, old, now)));
  }

  @Test
  void aCellBackAtItsValueIsNoLongerStaged() {
    set(one, "a", "x", "y");
    assertThat(journal.size()).isEqualTo(1);
    set(one, "a", "y", "x");
    assertThat(journal.size()).isZero();
    assertThat(journal.change("t", one)).isEmpty();
  }

  @Test
  void nullAndTheEmptyTextAreDifferentValues() {
    set(one, "a", null, "");
    assertThat(journal.change("t", one).orElseThrow().values()).containsEntry("a", "");
    set(one, "a", "", null);
    assertThat(journal.change("t", one)).isEmpty();
  }

  @Test
  void undoAndRedoGoThroughEveryStepByName() {
    set(one, "a", 1L, 2L);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("a", 9L);
    RowKey fresh = journal.insert("t", values);
    journal.delete("t", List.of(two, fresh));
    assertThat(journal.freshRows("t")).isEmpty();
    assertThat(journal.size()).isEqualTo(2);

    assertThat(journal.undoName()).contains("2 deleted rows in t");
    journal.undo();
    assertThat(journal.change("t", two)).isEmpty();
    assertThat(journal.change("t", fresh).orElseThrow().values()).containsEntry("a", 9L);
    journal.undo();
    journal.undo();
    assertThat(journal.size()).isZero();
    assertThat(journal.undoName()).isEmpty();
    journal.redo();
    journal.redo();
    journal.redo();
    assertThat(journal.redoName()).isEmpty();
    assertThat(journal.change("t", two).orElseThrow().kind()).isEqualTo(RowChange.Kind.DELETE);
  }

  @Test
  void revertingCanBeUndone() {
    set(one, "a", 1L, 2L);
    set(two, "a", 1L, 3L);
    journal.revert();
    assertThat(journal.size()).isZero();
    journal.undo();
    assertThat(journal.size()).isEqualTo(2);
  }

  @Test
  void editsOfOneStepOnOneRowAddUp() {
    journal.set(
        "t",
        List.of(
            new CellEdit(one, "a", true, 1L, 2L),
            new CellEdit(one, "b", true, null, "n"),
            new CellEdit(two, "a", true, 5L, 6L)));
    assertThat(journal.size()).isEqualTo(3);
    assertThat(journal.undoName()).contains("3 cells in t");
    journal.undo();
    assertThat(journal.rows()).isEmpty();
  }

  @Test
  void theOldValueIsTheOneReadAndNotTheOneStagedBetween() {
    set(one, "a", "read", "first");
    set(one, "a", "first", "second");
    assertThat(journal.change("t", one).orElseThrow().old()).containsEntry("a", "read");
  }

  @Test
  void newRowsKeepTheirOrderThroughUndoAndRedo() {
    RowKey.Fresh first = journal.insert("t", Map.of());
    RowKey.Fresh second = journal.insert("t", Map.of());
    journal.delete("t", List.of(first));
    assertThat(journal.freshRows("t")).containsExactly(second);
    journal.undo();
    assertThat(journal.freshRows("t")).containsExactly(first, second);
    assertThat(journal.freshRows("u")).isEmpty();
  }

  @Test
  void askingAndAddingStayQuickWithManyEditsStaged() {
    List<CellEdit> edits = new ArrayList<>();
    for (long row = 0; row < 100_000; row++) {
      edits.add(new CellEdit(new RowKey.Rowid(row), "a", true, row, -1L - row));
    }
    journal.set("t", edits);
    journal.insertAll("t", Collections.nCopies(100_000, Map.of()));
    assertThat(journal.size()).isEqualTo(200_000);
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (long turn = 0; turn < 20_000; turn++) {
            set(one, "b", 1L, 2L + turn);
            assertThat(journal.freshRows("t")).hasSize(100_000);
            assertThat(journal.size()).isEqualTo(200_001);
          }
        });
  }
}
