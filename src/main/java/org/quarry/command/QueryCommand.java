package org.quarry.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarry query}: runs SQL. */
@Command(
    name = "query",
    description = {
      "Runs SQL and prints the rows, or how many rows it changed.",
      "Of several statements the rows of the last that yields any are printed."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "SQL",
      description = "One statement or several with semicolons. Write -- before SQL that begins so.")
  private String sql = "";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = {
        "A value for :NAME, @NAME or $NAME, or for ?1; may be given again.",
        "NULL, numbers, 'text' and x'00FF' are read as in SQL, everything else is text."
      })
  private List<String> parameters = List.of();

  @Mixin private FormatOption output = new FormatOption();

  QueryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<SqlStatement> statements = SqlScript.of(sql).statements();
    if (statements.isEmpty()) {
      throw new WrongUsage("There is no statement to run.");
    }
    Map<String, @Nullable Object> values = values(statements);
    return invocation.run(
        "Running the query",
        monitor -> {
          new ScriptRun(invocation, output.format, monitor).run(file, statements, values);
          return Commands.DONE;
        });
  }

  /** The values by the names that the statements have them under, mark included. */
  private Map<String, @Nullable Object> values(List<SqlStatement> statements) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int at = parameter.indexOf('=');
      if (at < 1) {
        throw new WrongUsage("--param wants NAME=VALUE, not " + parameter + ".");
      }
      String name = parameter.substring(0, at);
      List<String> marked =
          statements.stream()
              .flatMap(statement -> statement.parameters().stream())
              .map(each -> each.name())
              .filter(each -> each.equals(name) || each.substring(1).equals(name))
              .toList();
      if (marked.isEmpty()) {
        throw new WrongUsage("No statement has a parameter " + name + ".");
      }
      marked.forEach(each -> values.put(each, Values.parse(parameter.substring(at + 1))));
    }
    return values;
  }
}
