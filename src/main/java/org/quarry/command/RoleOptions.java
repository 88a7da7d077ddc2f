package org.quarry.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.DataSource;
import picocli.CommandLine.Option;

/** The options that say where the rows are and what their columns are for. */
final class RoleOptions {
  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "A table or view with the rows to learn from.")
  @Nullable String table;

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description =
          "A SELECT in place of a table; give it an ORDER BY, for splits depend on order.")
  @Nullable String query;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = {
        "Train on a sample of about so many rows in which the classes keep their shares, drawn by",
        "the seed of --split; all rows where there are no more. Default: all rows."
      })
  @Nullable Long sample;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "The column to learn; rows with NULL there are left out.")
  String target = "";

  @Option(
      names = "--features",
      paramLabel = "COLUMN",
      description = {
        "The columns to learn from, with commas between; may be given again. They are numbers, and",
        "rows without a value are left out, unless another option says otherwise.",
        "A column with a comma in its name wants a --features of its own.",
        "Without it roles are proposed by what the columns hold, and said on standard error."
      })
  List<String> features = List.of();

  @Option(
      names = "--nominal",
      paramLabel = "COLUMN",
      description = "Features that are names of categories, with commas between.")
  List<String> nominal = List.of();

  @Option(
      names = "--date",
      paramLabel = "COLUMN=NUMBER",
      description = {
        "Features that are days or moments, with the number they become: days, seconds, year,",
        "month, weekday or hour; without one, days."
      })
  List<String> dates = List.of();

  @Option(
      names = "--missing",
      paramLabel = "COLUMN=WAY",
      description = {
        "What becomes of rows without a value in a feature: leave-out, mean, mode, category or",
        "indicator."
      })
  List<String> missing = List.of();

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "The column whose equal values belong together; see --validation.")
  @Nullable String group;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      description = "Columns that are not to be learned from, with commas between.")
  List<String> ignored = List.of();

  /**
   * Makes sure that there is one source, and that what is ignored is not named as a feature.
   *
   * @throws WrongUsage if not
   */
  void check() {
    if ((table == null) == (query == null)) {
      throw new WrongUsage("Give either --table or --query.");
    }
    if (sample != null && sample < 1) {
      throw new WrongUsage("--sample wants 1 or more, not " + sample + ".");
    }
    if (!features.isEmpty() && !ignored.isEmpty()) {
      throw new WrongUsage("With --features all other columns are ignored; leave out --ignore.");
    }
    if (query != null) {
      try {
        DataSource.query(query);
      } catch (LearningProblem.BadSettings bad) {
        throw new WrongUsage(bad.what() + " " + bad.next());
      }
    }
  }
}
