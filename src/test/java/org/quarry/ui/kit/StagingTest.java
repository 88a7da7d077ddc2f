package org.quarry.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.ReadyStep;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.WrittenRow;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

class StagingTest {
  private static final int MANY = 5_000;

  private final List<JournalEvent> kept = new ArrayList<>();
  private final List<Problem> failed = new ArrayList<>();
  private final ChangeJournal journal = new ChangeJournal(kept::add);
  private final Staging staging = new Staging(Background.onCallingThread(), journal);

  private static List<CellEdit> edits(String value) {
    return LongStream.range(0, MANY)
        .mapToObj(row -> new CellEdit(new RowKey.Rowid(row), "name", true, "old", value))
        .toList();
  }

  private void stage(Staging.Maker maker) {
    staging.start("Filling", true, maker, () -> {}, failed::add);
  }

  @Test
  void aLargeStepLeavesTheSameAsOneTakenAtOnceAndIsKeptAsOneEvent() {
    ChangeJournal other = new ChangeJournal();
    other.insert("t", Map.of("name", "a"));
    other.stage("paste", "t", edits("new"), List.of(Map.of("name", "b")));
    journal.insert("t", Map.of("name", "a"));
    stage(
        (draft, monitor) ->
            draft.stage("paste", "t", edits("new"), List.of(Map.of("name", "b")), monitor));
    assertThat(journal.state()).isEqualTo(other.state());
    assertThat(journal.size()).isEqualTo(MANY + 2);
    assertThat(journal.freshRows("t")).isEqualTo(other.freshRows("t")).hasSize(2);
    assertThat(kept).hasSize(2);
    ChangeJournal replayed = new ChangeJournal();
    kept.forEach(replayed::replay);
    assertThat(replayed.state()).isEqualTo(other.state());
    staging.undo(() -> {}, failed::add);
    other.undo();
    assertThat(journal.state()).isEqualTo(other.state());
    assertThat(journal.size()).isEqualTo(1);
    staging.redo(() -> {}, failed::add);
    other.redo();
    assertThat(journal.state()).isEqualTo(other.state());
    assertThat(journal.insert("t", Map.of())).isEqualTo(new RowKey.Fresh(3));
    staging.revert(() -> {}, failed::add);
    assertThat(journal.size()).isZero();
    assertThat(failed).isEmpty();
  }

  @Test
  void whatIsStagedMeanwhileStaysAndTheStepIsMadeAnew() {
    AtomicInteger made = new AtomicInteger();
    stage(
        (draft, monitor) -> {
          if (made.incrementAndGet() == 1) {
            journal.set("t", List.of(new CellEdit(new RowKey.Rowid(1), "age", true, 1L, 2L)));
          }
          return draft.stage("fill", "t", edits("new"), List.of(), monitor);
        });
    assertThat(made).hasValue(2);
    assertThat(journal.size()).isEqualTo(MANY + 1);
    assertThat(journal.change("t", new RowKey.Rowid(1)).orElseThrow().values())
        .containsEntry("age", 2L)
        .containsEntry("name", "new");
  }

  /** The rows of a paste as they were written: the new one got a rowid. */
  private static List<WrittenRow> written(ChangeJournal from) {
    return from.rows().stream()
        .map(
            row ->
                new WrittenRow(
                    row.table(),
                    row.key(),
                    row.key() instanceof RowKey.Fresh ? new RowKey.Rowid(MANY) : row.key(),
                    row.change(),
                    Map.of("name", "old"),
                    row.change().values()))
        .toList();
  }

  @Test
  void theNoteOfAWritingLeavesTheSameWhetherItIsMadeAtOnceOrAside() {
    ChangeJournal other = new ChangeJournal();
    for (ChangeJournal each : List.of(journal, other)) {
      each.set("t", edits("first"));
      each.stage("paste", "t", edits("new"), List.of(Map.of("name", "b")));
    }
    List<WrittenRow> rows = written(other);
    other.written(rows);
    AtomicInteger prepared = new AtomicInteger();
    staging.note(
        rows,
        () -> {
          if (prepared.incrementAndGet() == 1) {
            journal.set("u", List.of(new CellEdit(new RowKey.Rowid(1), "age", true, 1L, 2L)));
          }
        },
        journal::take);
    assertThat(prepared).hasValue(2);
    assertThat(journal.size()).isEqualTo(1);
    journal.undo();
    assertThat(journal.size()).isZero();
    for (int step = 0; step < 2; step++) {
      journal.undo();
      other.undo();
      assertThat(journal.rows()).isEqualTo(other.rows());
    }
    ChangeJournal replayed = new ChangeJournal();
    kept.forEach(replayed::replay);
    assertThat(replayed.state()).isEqualTo(journal.state());
  }

  @Test
  void theNoteOfAWritingIsTakenAlsoWhereMakingItIsStopped() {
    journal.set("t", edits("new"));
    List<String> order = new ArrayList<>();
    staging.note(
        written(journal),
        () -> {
          if (order.isEmpty()) {
            order.add("stopped");
            staging.whenIdle(() -> order.add("idle"));
            throw new Cancelled();
          }
        },
        note -> {
          order.add("taken");
          return journal.take(note);
        });
    assertThat(order).containsExactly("stopped", "taken", "idle");
    assertThat(journal.size()).isZero();
  }

  @Test
  void aDraftStaysAsItWas() {
    journal.set("t", edits("one"));
    JournalDraft draft = journal.draft();
    journal.set("t", edits("two"));
    assertThat(draft.change("t", new RowKey.Rowid(7)).orElseThrow().values())
        .containsEntry("name", "one");
    assertThat(journal.take(draft.stage("", "t", edits("three"), List.of(), Monitor.NONE)))
        .isFalse();
    assertThat(journal.change("t", new RowKey.Rowid(7)).orElseThrow().values())
        .containsEntry("name", "two");
  }

  @Test
  void aStepThatIsCancelledOrRefusedStagesNothingAndWhoWaitsGoesOn() {
    List<String> order = new ArrayList<>();
    stage(
        (draft, monitor) -> {
          staging.whenIdle(() -> order.add("idle"));
          draft.stage("fill", "t", edits("new"), List.of(), monitor);
          throw new Cancelled();
        });
    assertThat(order).containsExactly("idle");
    assertThat(journal.state().isEmpty()).isTrue();
    assertThat(failed).isEmpty();
    JournalDraft draft = journal.draft();
    Job<ReadyStep> job =
        new Job<>("Filling", monitor -> draft.stage("fill", "t", edits("new"), List.of(), monitor));
    job.cancel();
    job.run();
    assertThatThrownBy(() -> job.end().join()).hasRootCauseInstanceOf(Cancelled.class);
    assertThat(kept).isEmpty();
  }
}
