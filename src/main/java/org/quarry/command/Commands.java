package org.quarry.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.quarry.work.Cancelled;
import org.quarry.work.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments of the program and runs the command they name. */
public final class Commands {
  /** Exit code: what was asked is done. */
  public static final int DONE = 0;

  /** Exit code: it failed, and one sentence on standard error says why. */
  public static final int FAILED = 1;

  /** Exit code: the arguments are wrong, and a sentence on standard error says how. */
  public static final int WRONG_USAGE = 2;

  private Commands() {}

  /**
   * Runs a command and returns when it has ended. Never throws.
   *
   * @param args the program's arguments: none, a file to open, or a command with its own; an
   *     argument that is a command's name is the command, and {@code ./query} is a file
   * @param out where results go, in UTF-8 for CSV and JSON, else in the stream's own charset
   * @param err where progress and problems go
   * @param surroundings what is around the commands
   * @return the exit code
   */
  public static int run(
      String[] args, PrintStream out, PrintStream err, Surroundings surroundings) {
    try {
      return commandLine(new Invocation(out, err, surroundings)).execute(args);
    } catch (Throwable failure) {
      return failed(failure, err, surroundings);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static CommandLine commandLine(Invocation invocation) {
    return Choices.register(commands(invocation))
        .setOut(new PrintWriter(invocation.out(), true, invocation.out().charset()))
        .setErr(new PrintWriter(invocation.err(), true, invocation.err().charset()))
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(Commands::wrongUsage)
        .setExecutionExceptionHandler(
            (failure, line, parsed) ->
                failure instanceof WrongUsage wrong
                    ? wrongUsage(new ParameterException(line, wrong.getMessage()), new String[0])
                    : failed(failure, invocation.err(), invocation.surroundings()));
  }

  private static CommandLine commands(Invocation invocation) {
    return new CommandLine(new QuarryCommand(invocation))
        .addSubcommand(new SampleCommand(invocation))
        .addSubcommand(new SchemaCommand(invocation))
        .addSubcommand(new QueryCommand(invocation))
        .addSubcommand(new FrequenciesCommand(invocation))
        .addSubcommand(new TrainCommand(invocation))
        .addSubcommand(new PredictCommand(invocation))
        .addSubcommand(new EvaluateCommand(invocation))
        .addSubcommand(new ModelsCommand(invocation))
        .addSubcommand(new ImportanceCommand(invocation))
        .addSubcommand(new TourCommand(invocation));
  }

  private static int wrongUsage(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("quarry: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
    line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private static int failed(Throwable failure, PrintStream err, Surroundings surroundings) {
    switch (failure) {
      case OutputLost lost when lost.closedByReader() -> {
        return DONE;
      }
      case Problem problem -> err.println("quarry: " + problem.getMessage());
      case Cancelled _ -> {
        return FAILED;
      }
      case UncheckedIOException file -> {
        surroundings.log(file);
        err.println("quarry: The system refused to read or write: " + cause(file) + ".");
      }
      default -> {
        surroundings.log(failure);
        err.println("quarry: Something went wrong that should not: " + failure + ".");
      }
    }
    return FAILED;
  }

  private static String cause(UncheckedIOException failure) {
    return failure.getCause() == null ? failure.toString() : failure.getCause().toString();
  }
}
