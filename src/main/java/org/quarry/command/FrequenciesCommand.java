package org.quarry.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.query.Countables;
import org.quarry.database.query.Frequencies;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarry frequencies}: counts rows by a column between two days. */
@Command(
    name = "frequencies",
    description = "Counts how often each value of a column occurs between two days, both whole.",
    mixinStandardHelpOptions = true)
final class FrequenciesCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "FILE", description = "The database.")
  private Path file = Path.of("");

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "A table or view.")
  private String table = "";

  @Option(
      names = "--column",
      required = true,
      paramLabel = "COLUMN",
      description = "The column whose values are counted.")
  private String column = "";

  @Option(
      names = "--date-column",
      paramLabel = "COLUMN",
      description = "The column with the moments; without it all rows are counted.")
  private @Nullable String dateColumn;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day, as 2019-09-01; default: the column's first.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "The last day, inside; default: the column's last.")
  private @Nullable LocalDate to;

  @Mixin private FormatOption output = new FormatOption();

  FrequenciesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (dateColumn == null && (from != null || to != null)) {
      throw new WrongUsage("--from and --to need a --date-column.");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw new WrongUsage("--from is after --to.");
    }
    return invocation.run(
        "Counting",
        monitor -> {
          try (Database database = OpenFile.of(file)) {
            count(database, monitor);
          }
          return Commands.DONE;
        });
  }

  private void count(Database database, Monitor monitor) {
    Table found = Tables.find(database, table, monitor);
    String label = Tables.column(found, column);
    QueryRunner runner = new QueryRunner(database);
    String date = dateColumn == null ? null : Tables.column(found, dateColumn);
    Countables.Days days =
        date == null
            ? new Countables.Days(Frequencies.Moments.TEXT, null, null)
            : new Countables(runner).days(found.name(), date, monitor);
    Frequencies frequencies = new Frequencies(found.name(), label, date, days.moments());
    RowPrinter printer = invocation.rows(output.format);
    runner.run(
        frequencies.statement(),
        date == null
            ? Map.of()
            : frequencies.values(day(date, from, days.first()), day(date, to, days.last())),
        printer,
        monitor);
    printer.end();
  }

  private static String day(String column, @Nullable LocalDate asked, @Nullable String found) {
    if (asked != null) {
      return asked.toString();
    }
    if (found == null) {
      throw new CommandProblem.NoDays(column);
    }
    return found;
  }
}
