package org.quarry.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.report.Report;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Texts;

/**
 * A training of this screen.
 *
 * @param number its place among them, from 1
 * @param began when it began
 * @param rows the rows it learned from
 * @param settings what was asked
 * @param outcome how it ended, a few words: "Under way", "Done", "Stopped after 3 of 225"
 * @param result what it found, or null when it found nothing
 */
public record PastRun(
    int number,
    Instant began,
    TrainingRows rows,
    TrainingSettings settings,
    String outcome,
    @Nullable TrainingResult result) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  PastRun finished(TrainingResult found) {
    return new PastRun(number, began, rows, settings, "Done", found);
  }

  PastRun ended(String how) {
    return new PastRun(number, began, rows, settings, how, null);
  }

  /** What the table or query it learned from is called. */
  public String table() {
    return rows.source().name();
  }

  /** The command that trains so again and leaves the file as it is. */
  String command(Path file) {
    int classes = result == null ? 0 : result.data().classes().size();
    return new TrainingRecipe(file, rows, settings, classes).command(false);
  }

  /** The time of day it began, where the user is. */
  public String time() {
    return TIME.format(began.atZone(ZoneId.systemDefault()));
  }

  /** Its settings in a line. */
  public String line() {
    return "%s, %s → %s, %s, %s, %s%s"
        .formatted(
            Texts.count(settings.candidates().size(), "candidate"),
            Texts.count(settings.features().size(), "feature"),
            settings.target(),
            held(),
            checked(settings.validation()),
            settings.validation().metric().text(),
            settings.scaleBeforeFolds() ? ", scaled before" : "");
  }

  /** {@code 3 folds}, {@code 5 × 3 folds}, {@code one hold-out}. */
  static String checked(Validation validation) {
    return switch (validation.kind()) {
      case HOLD_OUT -> "one hold-out";
      case REPEATED -> "%d × %d folds".formatted(validation.repeats(), validation.folds());
      case STRATIFIED, SHUFFLED -> validation.folds() + " folds";
      case GROUPED, STRATIFIED_GROUPED -> validation.folds() + " folds by group";
    };
  }

  /** What it holds out. */
  String held() {
    return settings.split().fraction() == 0
        ? "nothing held out"
        : "%s held out by seed %d"
            .formatted(Entries.plain(settings.split().fraction()), settings.split().seed());
  }

  /** How its scores read. */
  ScoreText text() {
    return new ScoreText(settings.validation().metric());
  }

  /** The best candidate in words, or how it ended without one. */
  public String best() {
    return result == null ? outcome : result.best().candidate().text();
  }

  /** The mean of the best; NaN without one. */
  public double mean() {
    return result == null ? Double.NaN : result.best().mean();
  }

  /** The accuracy on the rows held out; NaN without them. */
  public double accuracy() {
    Report report = result == null ? null : result.holdOut();
    return report == null ? Double.NaN : report.accuracy();
  }
}
