package org.quarry.command;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.quarry.work.Job;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * One run of the program: where its words go, and what is around it.
 *
 * @param out where results go
 * @param err where progress and problems go
 * @param surroundings the program around
 */
record Invocation(PrintStream out, PrintStream err, Surroundings surroundings) {
  /**
   * Does work on the calling thread, with its progress on the terminal if there is one. Ctrl+C
   * cancels it, which is said before the process may end.
   *
   * @throws org.quarry.work.Cancelled if it was cancelled
   */
  <T> T run(String title, Work<T> work) {
    Job<T> job = new Job<>(title, work);
    ProgressLine line = new ProgressLine(err);
    try (Monitor.Registration _ = surroundings.onInterrupt(job::cancel);
        Monitor.Registration _ = job.onChange(() -> line.show(job))) {
      job.run();
      line.clear();
      if (job.state() == Job.State.CANCELLED) {
        err.println("quarry: Cancelled.");
        err.flush();
      }
    }
    return job.join();
  }

  /**
   * A writer of results; the caller flushes it.
   *
   * @throws OutputLost from its methods, when nobody takes them
   */
  Writer results(Format format) {
    return new BufferedWriter(
        new OutputStreamWriter(
            new ResultStream(out), format == Format.TABLE ? out.charset() : StandardCharsets.UTF_8),
        1 << 15);
  }

  /** A printer of rows. */
  RowPrinter rows(Format format) {
    Writer writer = results(format);
    return switch (format) {
      case TABLE -> new TablePrinter(writer);
      case CSV -> new CsvPrinter(writer);
      case JSON -> new JsonPrinter(writer);
    };
  }
}
