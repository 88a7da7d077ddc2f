package org.quarry.database.records;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that {@link ChangeJournal#take} can take, as long as nothing else happened before. */
public final class ReadyStep {
  private final Optional<JournalEvent> event;
  private final @Nullable StagedRows after;
  private final long version;
  private final long lastFresh;
  private @Nullable Steps steps;

  ReadyStep(
      Optional<JournalEvent> event, @Nullable StagedRows after, long version, long lastFresh) {
    this.event = event;
    this.after = after;
    this.version = version;
    this.lastFresh = lastFresh;
  }

  /** The steps of undo and redo, the last one first. */
  record Steps(List<JournalStep> done, List<JournalStep> undone) {}

  /** The same with other steps of undo and redo after it. */
  ReadyStep with(Steps now) {
    ReadyStep step = new ReadyStep(event, after, version, lastFresh);
    step.steps = now;
    return step;
  }

  /** The steps after it; null when it only adds or moves one of those there are. */
  @Nullable Steps steps() {
    return steps;
  }

  /** The number of the newest row that has not been in the file. */
  long lastFresh() {
    return lastFresh;
  }

  /** What happens; empty when the step would change nothing. */
  Optional<JournalEvent> event() {
    return event;
  }

  /** What is staged after it; null when that is still to be found out. */
  @Nullable StagedRows after() {
    return after;
  }

  /** The moment of the journal that it goes on from. */
  long version() {
    return version;
  }
}
