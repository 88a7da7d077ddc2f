package org.quarry.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.journal.FileIdentity;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import org.quarry.work.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices what other programs do to an open database: a write is told to its screens, which read
 * again; a file that is gone or replaced is told as a problem, once. Looks once a second on the
 * pulse's thread.
 */
public final class OutsideWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideWatch.class);

  private final Background background;
  private final OpenDatabase open;
  private final Consumer<Problem> lost;
  private final Monitor.Registration beats;
  private OptionalLong version = OptionalLong.empty();
  private String key = "";
  private boolean told;
  private volatile boolean closed;

  /**
   * Begins to watch.
   *
   * @param lost told on the UI thread that the file is gone or replaced
   */
  public OutsideWatch(
      Background background, OpenDatabase open, Pulse pulse, Consumer<Problem> lost) {
    this.background = background;
    this.open = open;
    this.lost = lost;
    beats = pulse.everySecond(this::look);
  }

  private void look() {
    if (closed) {
      return;
    }
    try {
      lookAtFile();
      lookAtRows();
    } catch (Problem | Cancelled | IOException passing) {
      // Another program holds the file, or it is being closed: the next look tells more.
      LOG.debug("could not look at {}", open.database().file(), passing);
    }
  }

  private void lookAtFile() throws IOException {
    Path file = open.database().file();
    String now;
    try {
      now = FileIdentity.of(file).key();
    } catch (NoSuchFileException gone) {
      tell(new DatabaseProblem.Deleted(open.database().name()));
      return;
    }
    if (key.isEmpty()) {
      key = now;
    } else if (!key.equals(now) && Files.exists(file)) {
      tell(new DatabaseProblem.Replaced(open.database().name()));
    }
  }

  private void lookAtRows() {
    OptionalLong now = open.database().outsideVersion();
    if (now.isEmpty()) {
      return;
    }
    boolean changed = version.isPresent() && version.getAsLong() != now.getAsLong();
    version = now;
    if (changed) {
      background.later(
          () -> {
            if (!closed) {
              open.written();
            }
          });
    }
  }

  private void tell(Problem problem) {
    if (!told) {
      told = true;
      background.later(
          () -> {
            if (!closed) {
              lost.accept(problem);
            }
          });
    }
  }

  /** Watches no longer. For the UI thread. */
  @Override
  public void close() {
    closed = true;
    beats.close();
  }
}
