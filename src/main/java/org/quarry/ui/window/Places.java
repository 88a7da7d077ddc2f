package org.quarry.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Where a person came from and, after going back, where from there: {@value #KEPT} places each way.
 * For the UI thread.
 *
 * @param <P> a place
 */
final class Places<P> {
  static final int KEPT = 100;

  private final Deque<P> behind = new ArrayDeque<>();
  private final Deque<P> ahead = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

  /** Whether there is a place to go back to. */
  ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether there is a place to go forward to. */
  ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  /** A person leaves a place for a new one, from which there is no way forward. */
  void leave(P place) {
    ahead.clear();
    push(behind, place);
    tell();
  }

  /** Goes back from {@code here}; empty when there is nowhere to go. */
  Optional<P> back(P here) {
    return step(behind, ahead, here);
  }

  /** Goes forward again from {@code here}; empty when there is nowhere to go. */
  Optional<P> forward(P here) {
    return step(ahead, behind, here);
  }

  /** Forgets the places that are no longer there. */
  void forget(Predicate<P> gone) {
    behind.removeIf(gone);
    ahead.removeIf(gone);
    tell();
  }

  private Optional<P> step(Deque<P> from, Deque<P> to, P here) {
    Optional<P> place = Optional.ofNullable(from.pollLast());
    if (place.isPresent()) {
      push(to, here);
    }
    tell();
    return place;
  }

  private static <P> void push(Deque<P> places, P place) {
    if (!place.equals(places.peekLast())) {
      places.addLast(place);
    }
    if (places.size() > KEPT) {
      places.removeFirst();
    }
  }

  private void tell() {
    canGoBack.set(!behind.isEmpty());
    canGoForward.set(!ahead.isEmpty());
  }
}
