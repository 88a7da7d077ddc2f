package org.quarry.learning.training;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quarry.database.schema.Table;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Kernel;

/**
 * A training as the command that gives the same figures again, quoted for a POSIX shell.
 *
 * @param file the database
 * @param table the table or view that was learned from
 * @param settings what was trained
 */
public record TrainingRecipe(Path file, Table table, TrainingSettings settings) {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  /**
   * The command, in one line, or empty when its options cannot say the settings: a grid that is no
   * combination of lists, columns that are no numbers, or another validation than by plain folds.
   *
   * @param keep whether the command keeps the model by its name, in place of one of that name; else
   *     it leaves the file as it is
   */
  public Optional<String> command(boolean keep) {
    return isPlain()
        ? ParameterGrid.of(settings.candidates()).map(grid -> command(grid, keep))
        : Optional.empty();
  }

  /**
   * The same experiment as a script for Python with scikit-learn, or empty when that cannot be said
   * in its terms: columns that are no numbers, or another validation than by plain folds.
   */
  public Optional<String> script() {
    return isPlain() ? Optional.of(new ScikitScript(this).text()) : Optional.empty();
  }

  /** Whether the settings say nothing but what a grid over plain folds of numbers needs. */
  private boolean isPlain() {
    return settings.equals(
        new TrainingSettings(
            settings.name(),
            settings.features(),
            settings.target(),
            settings.split(),
            settings.folds(),
            settings.candidates(),
            settings.scaleBeforeFolds()));
  }

  private String command(ParameterGrid grid, boolean keep) {
    List<String> words = new ArrayList<>(List.of("quarry", "train"));
    words.add(quoted(file.toAbsolutePath().toString()));
    option(words, "--table", table.name());
    option(words, "--target", settings.target());
    features().forEach(each -> option(words, "--features", each));
    option(words, "--split", settings.split().toString());
    option(words, "--folds", Integer.toString(settings.folds()));
    option(words, "--grid", "notebook");
    if (!grid.equals(ParameterGrid.notebook())) {
      option(words, "--c", joined(grid.cs()));
      option(words, "--gamma", joined(grid.gammas()));
      option(
          words,
          "--kernel",
          grid.shapes().stream().map(Kernel.Shape::text).collect(Collectors.joining(",")));
      option(words, "--degree", Integer.toString(grid.degree()));
      option(words, "--coef0", plain(grid.coef0()));
    }
    if (settings.scaleBeforeFolds()) {
      words.add("--scale-before-folds");
    }
    if (keep) {
      option(words, "--name", settings.name());
      words.add("--replace");
    } else {
      words.add("--no-save");
    }
    return String.join(" ", words);
  }

  /** One list with commas, or one by one where a column's name would make it another. */
  private List<String> features() {
    String joined = String.join(",", settings.features());
    boolean splits =
        settings.features().stream().noneMatch(name -> name.contains(","))
            && (settings.features().size() == 1 || table.column(joined).isEmpty());
    return splits ? List.of(joined) : settings.features();
  }

  /** A value that begins like an option is put behind an equals sign. */
  private static void option(List<String> words, String name, String value) {
    if (value.startsWith("-")) {
      words.add(quoted(name + "=" + value));
    } else {
      words.add(name);
      words.add(quoted(value));
    }
  }

  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream().map(TrainingRecipe::plain).collect(Collectors.joining(","));
  }

  /** The fewest digits that read back equal. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
