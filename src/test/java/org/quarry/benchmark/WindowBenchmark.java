package org.quarry.benchmark;

import static org.quarry.benchmark.Figures.line;
import static org.quarry.benchmark.Figures.ms;
import static org.quarry.benchmark.Figures.once;
import static org.quarry.benchmark.Figures.times;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.CellKind;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.records.RecordsModel;
import org.quarry.ui.window.QuarryWindow;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures the Records tab in the program's window: how long a person waits for first rows and
 * after a jump, the longest stall of the JavaFX thread in each phase, and the memory that a
 * thousand jumps leave behind.
 */
public final class WindowBenchmark {
  private static final int JUMPS = 200;
  private static final int MANY_JUMPS = 1_000;
  private static final int FRAMES = 500;

  private final QuarryWindow window;
  private final long rows;

  private WindowBenchmark(QuarryWindow window, long rows) {
    this.window = window;
    this.rows = rows;
  }

  /** Takes the number of rows and the folder for the file of rows. */
  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[0]);
    Path file = BigTable.of(Path.of(arguments[1]), rows);
    Path home = Files.createTempDirectory("quarry-benchmark");
    QuarryWindow window = QuarryWindow.show(home);
    window.open(BigTable.of(Path.of(arguments[1]), 1_000));
    WindowBenchmark benchmark = new WindowBenchmark(window, rows);
    System.out.printf(Locale.ROOT, "%n| %,d rows, in the window | |%n|---|---|%n", rows);
    benchmark.opening(file);
    benchmark.jumping();
    benchmark.scrolling();
    benchmark.filtering();
    benchmark.sorting();
    window.closeFile();
    Platform.exit();
  }

  private RecordsModel model() {
    return window.records().model();
  }

  private void opening(Path file) throws Exception {
    try (StallProbe probe = StallProbe.start()) {
      double first =
          once(
              () -> {
                Platform.runLater(() -> window.model.open(file));
                await(() -> window.model.open().get() != null && shown(file));
              });
      line("open: until the first rows are drawn", ms(first));
      double counted = once(() -> await(() -> model().count().get().exact()));
      line("open: until the count is exact, after that", ms(counted));
      line("longest stall while opening and counting", ms(probe.longest()));
    }
  }

  private boolean shown(Path file) {
    return window.current().database().file().equals(file)
        && window.tabs().getSelectionModel().getSelectedItem() != null
        && model().table().name().equals("predictions")
        && loaded(0);
  }

  private boolean loaded(long row) {
    DataGrid grid = window.grid();
    return grid.source().rowCount() > row
        && grid.source().cell(row, 0).kind() != CellKind.LOADING
        && grid.cellNode(row, 0).isPresent();
  }

  private void jumping() throws Exception {
    Random random = new Random(3);
    try (StallProbe probe = StallProbe.start()) {
      line("jump to a random row, until it is drawn", times(JUMPS, () -> jump(random)));
      line("longest stall while jumping", ms(probe.longest()));
    }
    long before = used();
    for (int i = 0; i < MANY_JUMPS; i++) {
      jump(random);
    }
    line(
        "memory in use after 1,000 jumps more",
        String.format(Locale.ROOT, "%+.1f MB", (used() - before) / 1e6));
  }

  private void jump(Random random) {
    long row = random.nextLong(rows);
    Platform.runLater(
        () -> {
          window.grid().scrollTo(row);
          window.grid().select(row, 0);
        });
    await(() -> loaded(row));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void scrolling() throws Exception {
    try (StallProbe probe = StallProbe.start()) {
      for (int i = 0; i < FRAMES; i++) {
        long row = rows / 2 + i * 7L;
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.grid().scrollTo(row));
        Thread.sleep(10);
      }
      line("longest stall while scrolling", ms(probe.longest()));
    }
  }

  private void filtering() throws Exception {
    RowFilter filter = RowFilter.of("worst_area", FilterParser.parse(">= 2400"));
    try (StallProbe probe = StallProbe.start()) {
      double first =
          once(
              () -> {
                Platform.runLater(
                    () -> {
                      window.grid().scrollTo(0);
                      model().filterBy(filter);
                    });
                await(() -> model().filter().get().equals(filter) && loaded(0));
              });
      line("filter: until the first rows are drawn", ms(first));
      line(
          "filter: until every place is known, after that",
          ms(once(() -> await(() -> model().count().get().exact()))));
      line("longest stall while filtering", ms(probe.longest()));
    }
  }

  private void sorting() throws Exception {
    try (StallProbe probe = StallProbe.start()) {
      double first =
          once(
              () -> {
                Platform.runLater(
                    () -> {
                      model().filterBy(RowFilter.NONE);
                      model().sortBy(List.of(new Sort("worst_area", true)));
                    });
                await(() -> !model().sorts().get().isEmpty() && loaded(0));
              });
      line("sort: until the first rows are drawn", ms(first));
      line(
          "sort: until every place is known, after that",
          ms(once(() -> await(() -> window.background.running().isEmpty()))));
      line("longest stall while sorting", ms(probe.longest()));
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!WaitForAsyncUtils.waitForAsyncFx(600_000, condition::getAsBoolean)) {
      LockSupport.parkNanos(500_000);
    }
  }
}
