package org.quarry.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Job;

/**
 * A line on the terminal that tells how far a job is, written over itself; nothing where standard
 * error is no terminal. Safe for several threads.
 */
final class ProgressLine {
  private static final long PATIENCE = 300_000_000L;
  private static final long PAUSE = 100_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream err;
  private @Nullable Boolean terminal;
  private long shownAt;
  private boolean shown;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  /** Shows how far a job is, unless that was shown just now or the job has only begun. */
  synchronized void show(Job<?> job) {
    long nanos = job.nanos();
    if (nanos < PATIENCE || nanos - shownAt < PAUSE || !onTerminal()) {
      return;
    }
    shownAt = nanos;
    shown = true;
    Job.Progress progress = job.progress();
    String text = progress.message().isEmpty() ? job.title() : progress.message();
    err.print(ERASE + text + (progress.fraction() < 0 ? counted(progress) : share(progress)));
    err.flush();
  }

  private static String counted(Job.Progress progress) {
    return progress.done() == 0 ? "" : String.format(Locale.ROOT, ", %,d", progress.done());
  }

  private static String share(Job.Progress progress) {
    return String.format(
        Locale.ROOT,
        ", %.0f %% (%,d of %,d)",
        100 * progress.fraction(),
        progress.done(),
        progress.total());
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown) {
      err.print(ERASE);
      err.flush();
      shown = false;
    }
  }

  private boolean onTerminal() {
    if (terminal == null) {
      Console console = err.equals(System.err) ? System.console() : null;
      terminal = console != null && console.isTerminal();
    }
    return terminal;
  }
}
