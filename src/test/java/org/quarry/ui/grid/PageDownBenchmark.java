package org.quarry.ui.grid;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

/**
 * Measures what a page down over 47 rows by 30 columns costs the JavaFX thread, at the top and near
 * the end of a hundred million rows. "work" is moving, drawing and its CSS and layout, also as
 * processor time, which other programs do not disturb; "rest of the pulse" is what CSS and layout
 * remain for the toolkit; "frame" is the time between frames.
 *
 * <p>To run it without a display: {@code mvn test-compile exec:exec -Dexec.executable=java
 * -Dexec.classpathScope=test -Dexec.args="-Dglass.platform=Headless -Dprism.order=sw
 * --enable-native-access=ALL-UNNAMED -classpath %classpath org.quarry.ui.grid.PageDownBenchmark"}.
 * Each place is measured twice; the second time all code is compiled.
 */
public final class PageDownBenchmark extends AnimationTimer {
  private static final int ROWS = 47;
  private static final int COLUMNS = 30;
  private static final int WARM_UP = 400;
  private static final int FRAMES = 300;
  private static final long MANY = 100_000_000L;
  private static final long END = MANY - (WARM_UP + FRAMES + 2L) * ROWS;
  private static final long[] STARTS = {0, END, 0, END};

  /** Wide enough for every text: one cut to the same beginning costs nothing to draw again. */
  private static final double WIDTH = 130;

  private static final double SCALE = 0.23;

  private final DataGrid grid = new DataGrid();
  private final Stage stage = new Stage();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final double[] processor = new double[FRAMES];
  private final double[] work = new double[FRAMES];
  private final double[] pulses = new double[FRAMES];
  private final double[] frames = new double[FRAMES];
  private int run;
  private int frame;
  private long last;
  private long began;
  private long settled;

  private PageDownBenchmark() {
    NumberedSource source = new NumberedSource(MANY, COLUMNS);
    grid.setSource(source);
    for (int column = 0; column < COLUMNS; column++) {
      grid.setColumnWidth(column, WIDTH);
    }
    double width = 140 + COLUMNS * WIDTH + 20;
    double height = GridHeader.HEIGHT + ROWS * RowViewport.ROW_HEIGHT;
    // The headless screen is 1000 pixels wide; the work is the same however large a pixel is.
    Pane pane = new Pane(grid);
    grid.setPrefSize(width, height);
    pane.getTransforms().add(new Scale(SCALE, SCALE));
    Scene scene = new Scene(pane, width * SCALE, height * SCALE);
    scene.addPreLayoutPulseListener(() -> began = System.nanoTime());
    scene.addPostLayoutPulseListener(() -> settled = System.nanoTime());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /** Takes no arguments; prints medians and 95th percentiles in milliseconds. */
  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          new PageDownBenchmark().start();
        });
  }

  @Override
  public void handle(long now) {
    note(frames, System.nanoTime() - last);
    last = System.nanoTime();
    note(pulses, settled - began);
    frame++;
    if (frame == WARM_UP + FRAMES) {
      report();
      frame = 0;
      run++;
    }
    if (run == STARTS.length) {
      stop();
      stage.hide();
      return;
    }
    if (frame == 0) {
      grid.select(STARTS[run], 0);
      grid.scrollTo(STARTS[run]);
    }
    long start = System.nanoTime();
    long busy = threads.getCurrentThreadCpuTime();
    grid.page(1, false);
    grid.layout();
    note(processor, threads.getCurrentThreadCpuTime() - busy);
    note(work, System.nanoTime() - start);
  }

  private void note(double[] into, long nanos) {
    if (frame >= WARM_UP && frame < WARM_UP + FRAMES) {
      into[frame - WARM_UP] = nanos / 1e6;
    }
  }

  private void report() {
    System.out.printf(
        Locale.ROOT,
        "row %,d: %d x %d cells; work %s, of it on the processor %s; rest of the pulse %s; frame %s%n",
        grid.firstVisibleRow(),
        grid.visibleRowCount(),
        COLUMNS,
        text(work),
        text(processor),
        text(pulses),
        text(frames));
  }

  private static String text(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT, "%.2f ms (95 %% %.2f)", sorted[FRAMES / 2], sorted[FRAMES * 95 / 100]);
  }
}
