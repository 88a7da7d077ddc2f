package org.quarry.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.query.Outcome;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryResult;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlStatement;
import org.quarry.work.Monitor;

/**
 * Runs statements in order and prints the rows of the last that yields any, or else how many rows
 * all of them changed. The rows of the last statement are printed as they come; those of an earlier
 * one must be kept meanwhile.
 */
final class ScriptRun {
  private final Invocation invocation;
  private final Format format;
  private final Monitor monitor;

  ScriptRun(Invocation invocation, Format format, Monitor monitor) {
    this.invocation = invocation;
    this.format = format;
    this.monitor = monitor;
  }

  void run(Path file, List<SqlStatement> statements, Map<String, @Nullable Object> values) {
    try (Database database = OpenFile.of(file)) {
      QueryRunner runner = new QueryRunner(database);
      @Nullable QueryResult kept = null;
      long changed = 0;
      for (SqlStatement statement : statements.subList(0, statements.size() - 1)) {
        QueryResult result = runner.fetch(statement, values, monitor);
        changed += result.outcome().changed();
        kept = result.columns().isEmpty() ? kept : result;
      }
      RowPrinter printer = invocation.rows(format);
      Outcome last = runner.run(statements.getLast(), values, printer, monitor);
      if (runner.transactionOpen()) {
        throw new CommandProblem.TransactionLeft();
      }
      if (!last.columns().isEmpty()) {
        printer.end();
      } else if (kept != null) {
        print(kept, printer);
      } else {
        printChanged(changed + last.changed(), printer);
      }
    }
  }

  private static void print(QueryResult result, RowPrinter printer) {
    if (!result.outcome().complete()) {
      throw new CommandProblem.TooManyRows(result.outcome().rows());
    }
    printer.columns(result.columns());
    result.rows().forEach(printer::row);
    printer.end();
  }

  private void printChanged(long changed, RowPrinter printer) {
    switch (format) {
      case TABLE -> {
        String sentence = changed == 1 ? "1 row changed." : changed + " rows changed.";
        Text.print(invocation.results(format), sentence + "\n");
      }
      case JSON -> Text.print(invocation.results(format), "{\"changed\":" + changed + "}\n");
      case CSV -> {
        printer.columns(List.of(new QueryColumn("changed", null)));
        printer.row(new @Nullable Object[] {changed});
        printer.end();
      }
    }
  }
}
