package org.quarry.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quarry.sample.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code quarry sample}: makes the sample database. */
@Command(
    name = "sample",
    description = "Makes the breast-cancer sample database in a new file.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The file to make.")
  private Path file = Path.of("");

  SampleCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    invocation.run(
        "Building the sample",
        monitor -> {
          Sample.create(file, monitor);
          return file;
        });
    invocation.err().println("Made " + file + " with the tables breast_cancer and predictions.");
    return Commands.DONE;
  }
}
