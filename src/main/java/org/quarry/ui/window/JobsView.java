package org.quarry.ui.window;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Job;

/** The jobs that have run for 300 ms: what each does, how far, how long, and a cross to stop it. */
final class JobsView extends HBox {
  private static final long PATIENCE = 300_000_000L;

  /** How many are shown; a person reads no more. */
  private static final int MOST = 2;

  private final Background background;
  private final Timeline clock =
      new Timeline(new KeyFrame(Duration.millis(100), event -> update()));

  JobsView(Background background) {
    super(12);
    this.background = background;
    setId("jobs");
    clock.setCycleCount(Animation.INDEFINITE);
    background
        .running()
        .addListener(
            (InvalidationListener)
                change -> {
                  if (background.running().isEmpty()) {
                    clock.stop();
                    getChildren().clear();
                  } else {
                    clock.play();
                  }
                });
  }

  private void update() {
    List<Job<?>> shown =
        background.running().stream().filter(job -> job.nanos() > PATIENCE).limit(MOST).toList();
    getChildren().removeIf(node -> node instanceof JobLine line && !shown.contains(line.job));
    for (Job<?> job : shown) {
      boolean there =
          getChildren().stream().anyMatch(node -> node instanceof JobLine line && line.job == job);
      if (!there) {
        getChildren().add(new JobLine(job));
      }
    }
    getChildren().forEach(node -> ((JobLine) node).update());
  }

  /** One job. */
  private static final class JobLine extends HBox {
    private final Job<?> job;
    private final ProgressBar bar = new ProgressBar();
    private final Label text = new Label();

    JobLine(Job<?> job) {
      super(6);
      this.job = job;
      setAlignment(Pos.CENTER_LEFT);
      Button stop = new Button("", Icons.of(Feather.X));
      stop.getStyleClass().addAll("flat", "button-icon");
      stop.setTooltip(new Tooltip("Stop: " + job.title()));
      stop.setAccessibleText("Stop: " + job.title());
      stop.setOnAction(event -> job.cancel());
      getChildren().addAll(bar, text, stop);
    }

    private void update() {
      Job.Progress progress = job.progress();
      bar.setProgress(progress.fraction());
      StringBuilder words = new StringBuilder(job.title());
      if (progress.total() > 0) {
        words
            .append(' ')
            .append(Texts.number(progress.done()))
            .append(" of ")
            .append(Texts.number(progress.total()));
      }
      long left = job.nanosLeft();
      if (job.isWaiting()) {
        words.append(", paused");
      } else if (left > 0) {
        words.append(", ").append(Texts.left(left)).append(" left");
      }
      text.setText(words.toString());
    }
  }
}
