package org.quarry.ui.window;

import java.util.List;
import javafx.scene.Node;
import org.quarry.database.schema.Table;
import org.quarry.learning.training.Training;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.predict.PredictModel;
import org.quarry.ui.predict.PredictView;

/** The tab that predicts a column. */
final class PredictScreen implements WorkTabs.Screen {
  private final PredictModel model;
  private final PredictView view;

  PredictScreen(
      Background background, OpenDatabase open, Training training, Table table, String column) {
    model = new PredictModel(background, open, training, table, column);
    view = new PredictView(model);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public List<Command> commands() {
    return model.commands();
  }

  @Override
  public void close() {
    model.close();
  }
}
