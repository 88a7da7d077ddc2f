package org.quarry.database.records;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that {@link ChangeJournal#take} can take, as long as nothing else happened before. */
public final class ReadyStep {
  private final Optional<JournalEvent> event;
  private final @Nullable StagedRows after;
  private final long version;

  ReadyStep(Optional<JournalEvent> event, @Nullable StagedRows after, long version) {
    this.event = event;
    this.after = after;
    this.version = version;
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
