package org.quarry.ui.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.quarry.learning.Training;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.OpenDatabase;

/** Makes the Model tabs of a window. */
final class TrainingScreens implements ModelScreens {
  private final WindowModel window;
  private final Training training;

  TrainingScreens(WindowModel window, Training training) {
    this.window = window;
    this.training = training;
  }

  @Override
  public WorkTabs.Screen make(OpenDatabase open) {
    Label node = new Label(window.title() + training.getClass());
    return new WorkTabs.Screen() {
      @Override
      public Node node() {
        return node;
      }

      @Override
      public List<Command> commands() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }
}
