package org.quarry.ui.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedRow;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.ui.window.WindowModel.Notice;
import org.quarry.work.Problem;

/** Writes what is staged, and keeps what stood in the way. For the UI thread. */
final class ChangeWriting {
  private final Background background;
  private final Consumer<@Nullable Notice> notice;
  private final Consumer<String> message;
  private final BooleanProperty writing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<RowConflict>> conflicts =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<StagedRow> inTheWay = List.of();
  private boolean mendable;

  /**
   * Makes one.
   *
   * @param notice takes what went wrong, or null when that is no longer so
   * @param message takes what was done
   */
  ChangeWriting(
      Background background, Consumer<@Nullable Notice> notice, Consumer<String> message) {
    this.background = background;
    this.notice = notice;
    this.message = message;
  }

  /** Whether changes are being written just now. */
  ReadOnlyBooleanProperty writing() {
    return writing;
  }

  /** The rows that stood in the way of the last writing, to be decided. */
  ReadOnlyObjectProperty<List<RowConflict>> conflicts() {
    return conflicts.getReadOnlyProperty();
  }

  /** Looks after the edits of a file that was just opened. */
  void watch(OpenDatabase open) {
    conflicts.set(List.of());
    inTheWay = List.of();
    open.journal().onChange(() -> overtaken(open.journal()));
  }

  /** Takes the notice of the last writing away once all that it was about is decided or dropped. */
  private void overtaken(ChangeJournal journal) {
    if (!inTheWay.isEmpty() && inTheWay.stream().noneMatch(row -> isStaged(journal, row))) {
      inTheWay = List.of();
      notice.accept(null);
    }
  }

  /** A refused row may be mended and tried again; a conflict is over when the row is another. */
  private boolean isStaged(ChangeJournal journal, StagedRow row) {
    return journal
        .change(row.table(), row.key())
        .filter(change -> mendable || row.change().equals(change))
        .isPresent();
  }

  /**
   * Writes what is staged.
   *
   * @param along whether foreign keys may delete or change other rows along with deleted ones
   * @param then done after it was written, or never
   */
  void write(OpenDatabase current, boolean along, Runnable then) {
    int edits = current.journal().size();
    if (writing.get() || edits == 0) {
      return;
    }
    List<StagedRow> rows = current.journal().rows();
    ChangeWriter writer = new ChangeWriter(current.database(), current.schema().get());
    long started = System.nanoTime();
    inTheWay = List.of();
    notice.accept(null);
    conflicts.set(List.of());
    writing.set(true);
    background.start(
        "Writing " + Texts.count(edits, "change"),
        monitor -> writer.write(rows, along, current.kept()::writing, monitor),
        result -> {
          writing.set(false);
          String others = result.consequences().words();
          message.accept(
              "Wrote "
                  + Texts.count(edits, "change")
                  + " in "
                  + Texts.nanos(System.nanoTime() - started)
                  + (others.isEmpty() ? "" : "; by foreign keys " + others));
          current.written(result.rows());
          current.staging().whenIdle(then);
        },
        problem -> failed(current, problem, then),
        () -> {
          writing.set(false);
          current.kept().notWritten();
          message.accept("Writing was stopped; nothing was written");
        });
  }

  private void failed(OpenDatabase current, Problem problem, Runnable then) {
    writing.set(false);
    current.kept().notWritten();
    mendable = problem instanceof RecordProblem.RowRefused;
    switch (problem) {
      case RecordProblem.Conflicts found -> {
        conflicts.set(found.rows());
        inTheWay = found.rows().stream().map(RowConflict::row).toList();
      }
      case RecordProblem.RowRefused refused -> inTheWay = List.of(refused.row());
      default -> {}
    }
    notice.accept(
        problem instanceof RecordProblem.TakesAlong
            ? new Notice(problem, "Write all the same", () -> write(current, true, then))
            : new Notice(problem, () -> write(current, false, then)));
  }
}
