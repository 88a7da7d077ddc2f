package org.quarry.learning.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A training as the command that gives the same figures again, and as a script for scikit-learn.
 *
 * @param file the database
 * @param rows the rows that were learned from
 * @param settings what was trained
 * @param classes how many classes there were
 */
public record TrainingRecipe(Path file, TrainingRows rows, TrainingSettings settings, int classes) {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  /** The recipe of what a training found. */
  public static TrainingRecipe of(Path file, TrainingRows rows, TrainingResult result) {
    return new TrainingRecipe(file, rows, result.settings(), result.data().classes().size());
  }

  /**
   * The command in one line, quoted for a POSIX shell.
   *
   * @param keep whether the command keeps the model by its name, in place of one of that name; else
   *     it leaves the file as it is
   */
  public String command(boolean keep) {
    return words(keep).stream().map(TrainingRecipe::quoted).collect(Collectors.joining(" "));
  }

  /** The words of {@link #command}, not quoted. */
  public List<String> words(boolean keep) {
    return new CommandWords(this).of(keep);
  }

  /** The same experiment as a script for Python, or empty where {@link #refusal} says why not. */
  public Optional<String> script() {
    return refusal().isEmpty() ? Optional.of(new ScikitScript(this).text()) : Optional.empty();
  }

  /** Why scikit-learn cannot do the same, a sentence; or empty when it can. */
  public String refusal() {
    return ScikitRefusal.of(this);
  }

  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
