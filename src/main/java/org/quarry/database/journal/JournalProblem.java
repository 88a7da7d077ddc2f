package org.quarry.database.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Problem;

/** What can go wrong with staged changes kept on disk. */
public abstract sealed class JournalProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private JournalProblem(String what, String why, String next, @Nullable Throwable cause) {
    super(what, why, next, cause);
  }

  /** Staged changes of an earlier time cannot be read. */
  public static final class SetAside extends JournalProblem {
    private static final long serialVersionUID = 1L;

    SetAside(String database, Path kept, String why) {
      super(
          "Edits of " + database + " from an earlier time cannot be read.",
          why,
          "They were set aside in " + kept + ".",
          null);
    }
  }

  /** Staged changes cannot be kept. */
  public static final class NotKept extends JournalProblem {
    private static final long serialVersionUID = 1L;

    NotKept(Path folder, Throwable cause) {
      super(
          "Staged edits are not kept on disk.",
          "Writing to " + folder + " failed: " + cause.getMessage() + ".",
          "Write the changes before you close Quarry.",
          cause);
    }
  }
}
