package org.quarry.ui.predict;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Background;
import org.quarry.work.Job;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/** The training that is under way, if one is; one at a time. For the UI thread. */
final class PredictionRun {
  private final Background background;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private @Nullable Job<?> job;
  private long sequence;

  PredictionRun(Background background) {
    this.background = background;
  }

  /** Whether one is under way. */
  ReadOnlyBooleanProperty underWay() {
    return underWay.getReadOnlyProperty();
  }

  /** How far it is, 0 to 1, or a negative number while that is not known. */
  ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Starts; what is stopped tells neither. */
  void start(
      String title,
      Work<Prediction> work,
      Consumer<Prediction> done,
      Consumer<? super Problem> failed) {
    underWay.set(true);
    progress.set(-1);
    long mine = ++sequence;
    Job<Prediction> started =
        background.start(
            title,
            work,
            predicted -> end(mine, () -> done.accept(predicted)),
            problem -> end(mine, () -> failed.accept(problem)),
            () -> end(mine, () -> {}));
    if (mine == sequence && underWay.get()) {
      job = started;
      var _ = started.onChange(() -> background.later(() -> follow(mine, started)));
    }
  }

  /** Stops it. */
  void stop() {
    sequence++;
    underWay.set(false);
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private void follow(long which, Job<?> of) {
    if (which == sequence) {
      progress.set(of.progress().fraction());
    }
  }

  /** What a training that was stopped or replaced still says is dropped. */
  private void end(long which, Runnable then) {
    if (which == sequence) {
      job = null;
      underWay.set(false);
      then.run();
    }
  }
}
