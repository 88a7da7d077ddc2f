package org.quarry.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.learning.training.TrainingCost;

/** Whether many rows are trained on as they are, or a sample of them. For the UI thread. */
public final class SampleChoice {
  private static final int USUAL = 20_000;

  private final BooleanProperty taken = new SimpleBooleanProperty();
  private final Entry<Integer> rows = Entries.sample(USUAL);

  SampleChoice() {}

  /** Whether a stratified sample is trained on. */
  public BooleanProperty taken() {
    return taken;
  }

  /** How many rows it has. */
  public Entry<Integer> rows() {
    return rows;
  }

  /** Whether a person should choose: above so many rows for training, or once a sample is taken. */
  boolean isOffered(long training) {
    return training > TrainingCost.MANY_ROWS || taken.get();
  }

  /** Takes a sample of so many rows, or of {@link Long#MAX_VALUE} none. */
  void put(long most) {
    taken.set(most < Long.MAX_VALUE);
    if (taken.get()) {
      rows.typed().set(Long.toString(most));
    }
  }

  /** How many rows are taken, or {@link Long#MAX_VALUE} for all. */
  long most() {
    return taken.get() ? rows.value().orElse(USUAL) : Long.MAX_VALUE;
  }
}
