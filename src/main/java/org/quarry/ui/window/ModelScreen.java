package org.quarry.ui.window;

import java.util.List;
import javafx.scene.Node;
import org.quarry.learning.training.Training;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.model.ModelModel;
import org.quarry.ui.model.ModelView;

/** The Model tab of one file. */
final class ModelScreen implements WorkTabs.Screen {
  private final ModelModel model;
  private final ModelView view;

  ModelScreen(Background background, OpenDatabase open, Training training, FilePicker picker) {
    model = new ModelModel(background, open, training);
    view = new ModelView(model, picker);
  }

  /** Its model. */
  ModelModel model() {
    return model;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public List<Command> commands() {
    return List.of(model.train(), model.stopTraining(), model.saveModel(), model.fill());
  }

  @Override
  public void close() {
    model.close();
  }
}
