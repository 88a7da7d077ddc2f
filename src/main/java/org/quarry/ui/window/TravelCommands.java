package org.quarry.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Command;

/** Back and Forward, whichever file is open. */
final class TravelCommands {
  private final SimpleBooleanProperty canGoBack = new SimpleBooleanProperty();
  private final SimpleBooleanProperty canGoForward = new SimpleBooleanProperty();
  private Optional<Travel> travel = Optional.empty();
  final Command back =
      new Command("go-back", "Back", "Alt+Left", () -> travel.ifPresent(Travel::back))
          .when(canGoBack);
  final Command forward =
      new Command("go-forward", "Forward", "Alt+Right", () -> travel.ifPresent(Travel::forward))
          .when(canGoForward);

  /** Both. */
  List<Command> all() {
    return List.of(back, forward);
  }

  /** Goes through these tabs from now on, or with null through none. */
  void through(@Nullable WorkTabs tabs) {
    canGoBack.unbind();
    canGoForward.unbind();
    travel = Optional.ofNullable(tabs).map(WorkTabs::travel);
    if (tabs == null) {
      canGoBack.set(false);
      canGoForward.set(false);
    } else {
      canGoBack.bind(tabs.travel().canGoBack());
      canGoForward.bind(tabs.travel().canGoForward());
    }
  }

  /** The two buttons at the side of a mouse. */
  void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.BACK) {
      back.run();
      event.consume();
    } else if (event.getButton() == MouseButton.FORWARD) {
      forward.run();
      event.consume();
    }
  }
}
