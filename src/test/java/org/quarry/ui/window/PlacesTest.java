package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places<String> places = new Places<>();

  @Test
  void backAndForwardWalkTheSameWay() {
    assertThat(places.canGoBack().get()).isFalse();
    places.leave("a");
    places.leave("b");
    assertThat(places.back("c")).contains("b");
    assertThat(places.back("b")).contains("a");
    assertThat(places.canGoBack().get()).isFalse();
    assertThat(places.back("a")).isEmpty();
    assertThat(places.forward("a")).contains("b");
    assertThat(places.forward("b")).contains("c");
    assertThat(places.canGoForward().get()).isFalse();
  }

  @Test
  void aNewWayEndsTheOldOne() {
    places.leave("a");
    assertThat(places.back("b")).contains("a");
    places.leave("a");
    assertThat(places.canGoForward().get()).isFalse();
    assertThat(places.back("c")).contains("a");
  }

  @Test
  void theOldestAreForgottenAndSoIsWhatIsGone() {
    for (int i = 0; i < Places.KEPT + 5; i++) {
      places.leave(Integer.toString(i));
    }
    places.forget(place -> place.equals("104"));
    String here = "x";
    int steps = 0;
    while (places.canGoBack().get()) {
      here = places.back(here).orElseThrow();
      steps++;
    }
    assertThat(steps).isEqualTo(Places.KEPT - 1);
    assertThat(here).isEqualTo("5");
  }
}
