package org.quarry.ui.model;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.learning.data.Split;

/** How the learning is checked: rows held out, folds, scaling. For the UI thread. */
public final class CheckModel {
  private final Entry<Double> share = Entries.share(Split.DEFAULT.fraction());
  private final Entry<Long> seed = Entries.seed(Split.DEFAULT.seed());
  private final Entry<Integer> folds = Entries.folds(3);
  private final BooleanProperty scaleBefore = new SimpleBooleanProperty();
  private final StringBinding fault =
      Bindings.createStringBinding(
          () ->
              share.error().isEmpty() && seed.error().isEmpty() && folds.error().isEmpty()
                  ? ""
                  : "Mend the fields of Check.",
          share.reading(),
          seed.reading(),
          folds.reading());
  private final StringBinding summary =
      Bindings.createStringBinding(
          this::summarize, share.reading(), seed.reading(), folds.reading(), scaleBefore);

  CheckModel() {}

  /** The share of the rows held out. */
  public Entry<Double> share() {
    return share;
  }

  /** The seed that chooses them. */
  public Entry<Long> seed() {
    return seed;
  }

  /** The folds. */
  public Entry<Integer> folds() {
    return folds;
  }

  /** Whether scaling is measured before the folds. */
  public BooleanProperty scaleBefore() {
    return scaleBefore;
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

  /** How many of so many rows would be held out. */
  long heldOut(long rows) {
    return (long) Math.ceil(share.value().orElse(0.0) * rows);
  }

  private String summarize() {
    if (!fault.get().isEmpty()) {
      return "A field is wrong";
    }
    double part = share.value().orElseThrow();
    String held =
        part == 0
            ? "nothing held out"
            : "%s held out, seed %d".formatted(Entries.plain(part), seed.value().orElseThrow());
    return held
        + ", %d folds".formatted(folds.value().orElseThrow())
        + (scaleBefore.get() ? ", scaled before" : "");
  }
}
