package org.quarry.ui.predict;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Staging;
import org.quarry.work.Job;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/**
 * Stages a prediction as one step, made in the background where it is large. What is stopped leaves
 * nothing staged. For the UI thread.
 */
final class StagingModel {
  private final Background background;
  private final OpenDatabase open;
  private final String table;
  private final Listener listener;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private AtomicBoolean stopped = new AtomicBoolean();
  private @Nullable Job<?> adding;
  private @Nullable Prediction awaiting;

  /** Hears how it ends; one that is stopped tells neither. */
  interface Listener {
    /** Told how many edits of a prediction were staged. */
    void staged(Prediction prediction, int edits);

    /** Told why none are. */
    void failed(Problem problem);
  }

  StagingModel(Background background, OpenDatabase open, String table, Listener listener) {
    this.background = background;
    this.open = open;
    this.table = table;
    this.listener = listener;
  }

  /** Whether something is being staged. */
  ReadOnlyBooleanProperty underWay() {
    return underWay.getReadOnlyProperty();
  }

  /** How far it is, 0 to 1, or a negative number while that is not known. */
  ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Stages; columns that are missing are added first, since staged values need a place. */
  void start(Prediction prediction) {
    stopped = new AtomicBoolean();
    underWay.set(true);
    progress.set(-1);
    if (prediction.columns().added().isEmpty()) {
      take(prediction);
      return;
    }
    adding =
        open.addedColumns()
            .add(
                table,
                prediction.columns().added(),
                () -> {
                  // A screen that is gone is not told that the schema was read.
                  if (stopped.get()) {
                    end();
                  } else {
                    awaiting = prediction;
                  }
                  open.written();
                },
                failed -> {
                  underWay.set(false);
                  listener.failed(failed);
                },
                () -> underWay.set(false));
  }

  /** The schema is read again: what waited for its columns is staged. */
  void schemaRead() {
    Prediction prediction = awaiting;
    awaiting = null;
    if (prediction != null && stopped.get()) {
      end();
    } else if (prediction != null) {
      take(prediction);
    }
  }

  /** Stops it. */
  void stop() {
    stopped.set(true);
    if (adding != null) {
      adding.cancel();
    }
  }

  private void take(Prediction prediction) {
    AtomicBoolean stop = stopped;
    AtomicInteger count = new AtomicInteger();
    open.staging()
        .start(
            "Staging predictions for " + table,
            prediction.edits().edits().size() >= Staging.LARGE,
            (draft, monitor) -> {
              List<CellEdit> edits = prediction.stillWanted(draft, table);
              count.set(edits.size());
              return draft.stage(
                  "predict", table, edits, List.of(), new Stoppable(monitor, stop, this::show));
            },
            () -> listener.staged(prediction, count.get()),
            listener::failed);
    open.staging().whenIdle(this::end);
  }

  /** Columns that were added for what was not staged in the end go again. */
  private void end() {
    underWay.set(false);
    open.addedColumns().release(table);
  }

  /** The screen is gone: stops it, and what was added for it goes. */
  void close() {
    stop();
    if (awaiting != null) {
      awaiting = null;
      end();
    }
  }

  private void show(double done) {
    background.later(() -> progress.set(done));
  }

  /** A monitor that this screen can stop too, and that tells it how far the work is. */
  private record Stoppable(Monitor of, AtomicBoolean stop, DoubleConsumer told) implements Monitor {
    @Override
    public void report(long done, long total, String message) {
      of.report(done, total, message);
      told.accept(total <= 0 ? -1 : (double) done / total);
    }

    @Override
    public boolean isCancelled() {
      return stop.get() || of.isCancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
      return of.onCancel(action);
    }
  }
}
