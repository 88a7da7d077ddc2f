package org.quarry.ui.records;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.quarry.ui.kit.ProblemBar;

/** The bar that says that a filter was set aside, and brings it back. */
final class FilterAside {
  private final FilterModel filters;
  private final ProblemBar bar = new ProblemBar();

  FilterAside(FilterModel filters) {
    this.filters = filters;
    bar.setId("filter-aside");
    bar.lookup("#problem-what").setId("aside-what");
    filters.aside().subscribe(this::look);
    bar.visibleProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                filters.forgetAside();
              }
            });
  }

  /** The bar, which takes no room while nothing is set aside. */
  Node node() {
    return bar;
  }

  private void look() {
    if (filters.aside().get().isEmpty()) {
      bar.clear();
      return;
    }
    Button again = new Button("Show the filter again");
    again.setId("filter-again");
    again.setOnAction(event -> filters.bringBack());
    bar.tell("The filter was set aside to show a row that does not pass it.", "", again);
  }
}
