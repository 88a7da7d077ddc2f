package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.JournalDraft;
import org.quarry.database.records.ReadyStep;
import org.quarry.database.records.WrittenRow;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/**
 * Takes steps of a journal: a small one at once, a large one after it was made ready in the
 * background, where it can be cancelled and nothing is staged of it. For the UI thread.
 */
public final class Staging {
  /** Cells or rows from which on a step is large. */
  public static final int LARGE = 1_000;

  private final Background background;
  private final ChangeJournal journal;
  private final List<Runnable> waiting = new ArrayList<>();
  private int underWay;

  /** Makes one of a journal. */
  Staging(Background background, ChangeJournal journal) {
    this.background = background;
    this.journal = journal;
  }

  /** Makes a step of what is staged. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes it; again when something else was staged meanwhile.
     *
     * @throws Problem if there is to be no step
     */
    ReadyStep make(JournalDraft draft, Monitor monitor);
  }

  /**
   * Makes a step and takes it.
   *
   * @param title what it does, as the status bar shows it
   * @param large whether to make it in the background
   * @param done told when it was taken
   * @param failed told why there is none; a step that was cancelled tells neither
   */
  public void start(
      String title, boolean large, Maker maker, Runnable done, Consumer<? super Problem> failed) {
    if (large) {
      underWay++;
      later(title, maker, done, failed);
      return;
    }
    try {
      journal.take(maker.make(journal.now(), Monitor.NONE));
    } catch (Problem refused) {
      failed.accept(refused);
      return;
    }
    done.run();
  }

  private void later(String title, Maker maker, Runnable done, Consumer<? super Problem> failed) {
    JournalDraft draft = journal.draft();
    background.start(
        title,
        monitor -> maker.make(draft, monitor),
        step -> {
          if (journal.take(step)) {
            done.run();
            ended();
          } else {
            later(title, maker, done, failed);
          }
        },
        problem -> {
          failed.accept(problem);
          ended();
        },
        this::ended);
  }

  /**
   * Has the note taken that rows were written, made in the background where they are many. It is
   * never left out: where making it is stopped, it is made at once.
   *
   * @param prepare done before, on the thread that makes the note; again when it is made again
   * @param take takes the note that was made and answers whether it could be taken
   */
  void note(List<WrittenRow> rows, Runnable prepare, Predicate<ReadyStep> take) {
    if (rows.size() < LARGE) {
      noteNow(rows, prepare, take);
      return;
    }
    underWay++;
    noteLater(rows, prepare, take);
  }

  private void noteNow(List<WrittenRow> rows, Runnable prepare, Predicate<ReadyStep> take) {
    prepare.run();
    // Nothing can have happened since this moment of the journal, so that it is always taken.
    var _ = take.test(journal.now().written(rows, Monitor.NONE));
  }

  private void noteLater(List<WrittenRow> rows, Runnable prepare, Predicate<ReadyStep> take) {
    JournalDraft draft = journal.draft();
    Runnable stopped =
        () -> {
          noteNow(rows, prepare, take);
          ended();
        };
    background.start(
        "Taking note of what was written",
        monitor -> {
          prepare.run();
          return draft.written(rows, monitor);
        },
        step -> {
          if (take.test(step)) {
            ended();
          } else {
            noteLater(rows, prepare, take);
          }
        },
        problem -> stopped.run(),
        stopped);
  }

  private void ended() {
    underWay--;
    if (underWay == 0) {
      List<Runnable> now = List.copyOf(waiting);
      waiting.clear();
      now.forEach(Runnable::run);
    }
  }

  /** Runs an action at once, or after the steps that are being made were taken. */
  public void whenIdle(Runnable action) {
    if (underWay == 0) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  /** Takes the last step of the journal back. */
  public void undo(Runnable done, Consumer<? super Problem> failed) {
    start("Undoing", journal.undoRows() > LARGE, JournalDraft::undo, done, failed);
  }

  /** Takes the step that was undone last again. */
  public void redo(Runnable done, Consumer<? super Problem> failed) {
    start("Redoing", journal.redoRows() > LARGE, JournalDraft::redo, done, failed);
  }

  /** Drops all that is staged as one step. */
  public void revert(Runnable done, Consumer<? super Problem> failed) {
    start(
        "Reverting",
        journal.size() > LARGE,
        (draft, monitor) -> draft.drop("revert", draft.rows(), monitor),
        done,
        failed);
  }
}
