package org.quarry.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code quarry [FILE]}: opens the window. */
@Command(
    name = "quarry",
    description = "Opens a SQLite database in a window, or does one thing with it by a command.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = "%nExit codes: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl+C.")
final class QuarryCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The database to open. Write ./query for a file named like a command.")
  private @Nullable Path file;

  QuarryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.surroundings().window(Optional.ofNullable(file));
  }
}
