package org.quarry.ui.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.report.Report;
import org.quarry.learning.training.KeptRun;
import org.quarry.learning.training.RunSource;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Texts;

/**
 * A training in the list of runs.
 *
 * @param id tells it from all others
 * @param number its place among them, from 1
 * @param began when it began
 * @param source the table, view or query it learned from
 * @param command the command that trains so again and leaves the file as it is
 * @param settings what was asked
 * @param outcome how it ended, a few words: "Under way", "Done", "Stopped after 3 of 225"
 * @param found what it found, or null when it found nothing
 */
public record PastRun(
    String id,
    int number,
    Instant began,
    RunSource source,
    String command,
    TrainingSettings settings,
    String outcome,
    KeptRun.@Nullable Found found) {
  /** The outcome of one that has not ended. */
  static final String UNDER_WAY = "Under way";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  /** One that found something. */
  static PastRun of(int number, KeptRun run) {
    return new PastRun(
        run.id(),
        number,
        run.began(),
        run.source(),
        run.command(),
        run.settings(),
        "Done",
        run.found());
  }

  PastRun ended(String how) {
    return new PastRun(id, number, began, source, command, settings, how, null);
  }

  PastRun numbered(int place) {
    return new PastRun(id, place, began, source, command, settings, outcome, found);
  }

  /** Whether it has not ended. */
  boolean isUnderWay() {
    return outcome.equals(UNDER_WAY);
  }

  /** What the table, view or query it learned from is called. */
  public String table() {
    return source.name();
  }

  /** The time it began, where the user is: of today the time of day, else the day. */
  public String time() {
    ZonedDateTime there = began.atZone(ZoneId.systemDefault());
    boolean today = there.toLocalDate().equals(LocalDate.now(there.getZone()));
    return (today ? TIME : DAY).format(there);
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
    return found == null ? outcome : found.best().candidate().text();
  }

  /** The mean of the best; NaN without one. */
  public double mean() {
    return found == null ? Double.NaN : found.best().mean();
  }

  /** The accuracy on the rows held out; NaN without them. */
  public double accuracy() {
    Report report = found == null ? null : found.holdOut();
    return report == null ? Double.NaN : report.accuracy();
  }
}
