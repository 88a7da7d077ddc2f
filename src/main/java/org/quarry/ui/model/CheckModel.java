package org.quarry.ui.model;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.training.Validation;

/** How the learning is checked: rows held out, validation, score, scaling. For the UI thread. */
public final class CheckModel {
  private final Entry<Double> share = Entries.share(Split.DEFAULT.fraction());
  private final Entry<Long> seed = Entries.seed(Split.DEFAULT.seed());
  private final ObjectProperty<Validation.Kind> kind =
      new SimpleObjectProperty<>(Validation.Kind.STRATIFIED);
  private final Entry<Integer> folds = Entries.folds(3);
  private final Entry<Integer> repeats = Entries.repeats(5);
  private final Entry<Long> shuffle = Entries.seed(0);
  private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.ACCURACY);
  private final BooleanProperty nested = new SimpleBooleanProperty();
  private final BooleanProperty scaleBefore = new SimpleBooleanProperty();
  private final SampleChoice sample = new SampleChoice();
  private final ObservableValue<String> group;
  private final StringBinding kindFault;
  private final StringBinding fault;
  private final StringBinding summary;

  /**
   * Makes the usual check.
   *
   * @param group the column that tells the groups, or empty
   */
  CheckModel(ObservableValue<String> group) {
    this.group = group;
    kindFault = Bindings.createStringBinding(this::findKindFault, kind, group);
    Observable[] all = {
      share.reading(),
      seed.reading(),
      kind,
      folds.reading(),
      repeats.reading(),
      shuffle.reading(),
      metric,
      nested,
      scaleBefore,
      group,
      sample.taken(),
      sample.rows().reading()
    };
    fault = Bindings.createStringBinding(this::findFault, all);
    summary = Bindings.createStringBinding(this::summarize, all);
  }

  /** The share of the rows held out. */
  public Entry<Double> share() {
    return share;
  }

  /** The seed that chooses them. */
  public Entry<Long> seed() {
    return seed;
  }

  /** How rows are dealt to folds. */
  public ObjectProperty<Validation.Kind> kind() {
    return kind;
  }

  /** The folds; unread for a hold-out. */
  public Entry<Integer> folds() {
    return folds;
  }

  /** How many times rows are dealt; read where they are dealt repeatedly. */
  public Entry<Integer> repeats() {
    return repeats;
  }

  /** The seed that shuffles rows before they are dealt; read where they are shuffled. */
  public Entry<Long> shuffle() {
    return shuffle;
  }

  /** The score. */
  public ObjectProperty<Metric> metric() {
    return metric;
  }

  /** Whether the search itself is validated too. */
  public BooleanProperty nested() {
    return nested;
  }

  /** Whether scaling is measured before the folds. */
  public BooleanProperty scaleBefore() {
    return scaleBefore;
  }

  /** Whether a sample of many rows is trained on. */
  public SampleChoice sample() {
    return sample;
  }

  /** Whether the kind of validation has folds. */
  boolean hasFolds() {
    return kind.get() != Validation.Kind.HOLD_OUT;
  }

  /** Whether it deals rows several times. */
  boolean isRepeated() {
    return kind.get() == Validation.Kind.REPEATED;
  }

  /** Whether it shuffles rows. */
  boolean shuffles() {
    return kind.get().shuffles();
  }

  /** Why the kind of validation cannot be had, a sentence, or empty. */
  StringBinding kindFault() {
    return kindFault;
  }

  /** What must be mended, a sentence, or empty. */
  StringBinding fault() {
    return fault;
  }

  /** All of it in a line. */
  StringBinding summary() {
    return summary;
  }

  /** The split, empty while a field says none. */
  Optional<Split> split() {
    return share.value().flatMap(part -> seed.value().map(number -> new Split(number, part)));
  }

  /** The validation, empty while something must be mended. */
  Optional<Validation> validation() {
    if (!fault.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Validation(
            kind.get(),
            folds.value().filter(any -> hasFolds()).orElse(2),
            repeats.value().filter(any -> isRepeated()).orElse(1),
            shuffle.value().filter(any -> shuffles()).orElse(0L),
            metric.get(),
            nested.get(),
            scaleBefore.get()));
  }

  /**
   * Puts back how an earlier training was checked. What it did not read, such as the seed of folds
   * that are not shuffled, stays as it is.
   *
   * @param most how many rows it read at most, or {@link Long#MAX_VALUE} for all
   */
  void put(Split split, Validation validation, long most) {
    share.typed().set(Entries.plain(split.fraction()));
    seed.typed().set(Long.toString(split.seed()));
    kind.set(validation.kind());
    if (hasFolds()) {
      folds.typed().set(Integer.toString(validation.folds()));
    }
    if (isRepeated()) {
      repeats.typed().set(Integer.toString(validation.repeats()));
    }
    if (shuffles()) {
      shuffle.typed().set(Long.toString(validation.seed()));
    }
    metric.set(validation.metric());
    nested.set(validation.nested());
    scaleBefore.set(validation.scaleBeforeFolds());
    sample.put(most);
  }

  /** How many times each candidate is fitted; 0 while a field says none. */
  int tests() {
    return validation().map(Validation::tests).orElse(0);
  }

  /** How many of so many rows would be held out. */
  long heldOut(long rows) {
    return (long) Math.ceil(share.value().orElse(0.0) * rows);
  }

  /** A kind in words. */
  static String title(Validation.Kind kind) {
    return switch (kind) {
      case STRATIFIED -> "Stratified folds";
      case SHUFFLED -> "Stratified, shuffled by seed";
      case GROUPED -> "By group";
      case STRATIFIED_GROUPED -> "By group, stratified";
      case REPEATED -> "Repeated, shuffled by seed";
      case HOLD_OUT -> "One hold-out of a fifth";
    };
  }

  /** What a kind does, a sentence. */
  static String meaning(Validation.Kind kind) {
    return switch (kind) {
      case STRATIFIED -> "Rows are dealt in their order; classes keep their shares.";
      case SHUFFLED -> "Rows are shuffled, then dealt; classes keep their shares.";
      case GROUPED -> "Rows of one group are never torn apart.";
      case STRATIFIED_GROUPED ->
          "Rows of one group are never torn apart; classes keep their shares as far as they can.";
      case REPEATED ->
          "Rows are shuffled and dealt anew each time: slower, and less a matter of luck.";
      case HOLD_OUT -> "A fifth is scored once: fast, and more a matter of luck.";
    };
  }

  private String findKindFault() {
    return switch (kind.get()) {
      case GROUPED, STRATIFIED_GROUPED ->
          group.getValue().isEmpty() ? "No column is the group. Give one that role in Data." : "";
      case STRATIFIED, SHUFFLED, REPEATED, HOLD_OUT -> "";
    };
  }

  private String findFault() {
    boolean wrong =
        Stream.of(
                share.error(),
                seed.error(),
                hasFolds() ? folds.error() : "",
                isRepeated() ? repeats.error() : "",
                shuffles() ? shuffle.error() : "",
                sample.taken().get() ? sample.rows().error() : "",
                findKindFault())
            .anyMatch(error -> !error.isEmpty());
    return wrong ? "Mend the fields of Check." : "";
  }

  private String summarize() {
    Optional<Validation> validation = validation();
    if (validation.isEmpty()) {
      return "A field is wrong";
    }
    double part = share.value().orElseThrow();
    String held =
        part == 0
            ? "nothing held out"
            : "%s held out, seed %d".formatted(Entries.plain(part), seed.value().orElseThrow());
    return held
        + ", "
        + folds(validation.get())
        + (metric.get() == Metric.ACCURACY ? "" : ", " + metric.get().text())
        + (nested.get() ? ", nested" : "")
        + (scaleBefore.get() ? ", scaled before" : "");
  }

  private static String folds(Validation validation) {
    return switch (validation.kind()) {
      case STRATIFIED -> "%d folds".formatted(validation.folds());
      case SHUFFLED -> "%d shuffled folds".formatted(validation.folds());
      case GROUPED, STRATIFIED_GROUPED -> "%d folds of groups".formatted(validation.folds());
      case REPEATED -> "%d × %d folds".formatted(validation.repeats(), validation.folds());
      case HOLD_OUT -> "a fifth tested";
    };
  }
}
