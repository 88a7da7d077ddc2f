package org.quarry.ui.window;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** The way back and forward through the tabs of one file. For the UI thread. */
final class Travel {
  private final Places<Place> places = new Places<>();
  private final Supplier<Optional<Place>> here;
  private final Predicate<Place> show;

  /**
   * Makes one.
   *
   * @param here tells where a person is; empty where no tab is
   * @param show shows a place, and tells whether it is still there
   */
  Travel(Supplier<Optional<Place>> here, Predicate<Place> show) {
    this.here = here;
    this.show = show;
  }

  /** Whether there is a way back. */
  ReadOnlyBooleanProperty canGoBack() {
    return places.canGoBack();
  }

  /** Whether there is a way forward. */
  ReadOnlyBooleanProperty canGoForward() {
    return places.canGoForward();
  }

  /** Notes where a person is, before that changes. */
  void leave() {
    here.get().ifPresent(places::leave);
  }

  /** Returns to where a person was; places that are gone are passed over. */
  void back() {
    Optional<Place> from = here.get();
    while (from.isPresent()) {
      Optional<Place> to = places.back(from.get());
      if (to.isEmpty() || show.test(to.get())) {
        return;
      }
    }
  }

  /** Goes again where a person came back from. */
  void forward() {
    Optional<Place> from = here.get();
    while (from.isPresent()) {
      Optional<Place> to = places.forward(from.get());
      if (to.isEmpty() || show.test(to.get())) {
        return;
      }
    }
  }

  /** A tab was closed that cannot be opened again as it was. */
  void closed(String tab) {
    places.forget(place -> place.tab().equals(tab) && place.rows().isEmpty());
  }
}
