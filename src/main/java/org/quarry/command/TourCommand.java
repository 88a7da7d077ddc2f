package org.quarry.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarry tour}: shows the program to itself and keeps the pictures. */
@Command(
    name = "tour",
    description = "Does the main work on the sample in the window and writes a PNG of each screen.",
    mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--out", paramLabel = "DIR", description = "The folder for the pictures.")
  private @Nullable Path out;

  TourCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.surroundings().tour(Optional.ofNullable(out), invocation.err());
  }
}
