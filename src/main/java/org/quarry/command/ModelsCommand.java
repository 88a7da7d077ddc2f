package org.quarry.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelFile;
import org.quarry.learning.model.ModelStore;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarry models}: lists the models of a file, and moves them in and out. */
@Command(
    name = "models",
    description = {
      "Lists the models that a database keeps.",
      "With an option, does one thing to a model instead."
    },
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Option(
      names = "--export",
      arity = "2",
      paramLabel = "NAME PATH",
      hideParamSyntax = true,
      description = "Write a model to a file of JSON, in place of one that is there.")
  private List<String> export = List.of();

  @Option(
      names = "--import",
      paramLabel = "PATH",
      description = "Keep the model of a file that --export wrote.")
  private @Nullable Path read;

  @Option(names = "--delete", paramLabel = "NAME", description = "Delete a model.")
  private @Nullable String delete;

  @Option(
      names = "--rename",
      arity = "2",
      paramLabel = "NAME NEW",
      hideParamSyntax = true,
      description = "Give a model another name.")
  private List<String> rename = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name to keep an imported model by. Default: its own.")
  private @Nullable String name;

  @Option(names = "--replace", description = "Let an imported model replace one of its name.")
  private boolean replace;

  @Mixin private FormatOption output = new FormatOption();

  ModelsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    long asked =
        Stream.of(!export.isEmpty(), read != null, delete != null, !rename.isEmpty())
            .filter(each -> each)
            .count();
    if (asked > 1 || export.size() > 2 || rename.size() > 2) {
      throw new WrongUsage("Give one of --export, --import, --delete and --rename, once.");
    }
    if (read == null && (replace || name != null)) {
      throw new WrongUsage("--name and --replace go with --import.");
    }
    if (asked == 0) {
      ModelsText.print(invocation, output.format, invocation.run("Reading models", this::list));
    } else {
      String done = invocation.run("Changing models", this::change);
      Text.print(invocation.results(Format.TABLE), done + "\n");
    }
    return Commands.DONE;
  }

  private List<ModelStore.Saved> list(Monitor monitor) {
    try (Database database = OpenFile.of(file)) {
      return new ArrayList<>(new ModelStore(database).list(monitor));
    }
  }

  private String change(Monitor monitor) {
    try (Database database = OpenFile.of(file)) {
      ModelStore store = new ModelStore(database);
      if (!export.isEmpty()) {
        Path to = Path.of(export.getLast());
        ModelFile.write(store.find(export.getFirst(), monitor), to);
        return "Model “" + export.getFirst() + "” written to " + to + ".";
      }
      if (read != null) {
        Model model = ModelFile.read(read);
        Model kept = name == null ? model : model.named(name);
        store.save(kept, replace, monitor);
        return "Model “" + kept.origin().name() + "” kept.";
      }
      if (delete != null) {
        store.delete(delete, monitor);
        return "Model “" + delete + "” deleted.";
      }
      store.rename(rename.getFirst(), rename.getLast(), monitor);
      return "Model “" + rename.getFirst() + "” is now “" + rename.getLast() + "”.";
    }
  }
}
