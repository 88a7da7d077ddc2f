package org.quarry.ui.grid;

import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window with a grid of 600 by 400 in it and a button below that can take the focus. */
final class GridWindow extends FxRobot {
  private static final long PATIENCE = 5000;

  final DataGrid grid;
  final Button elsewhere;
  private final Robot keyboard = new Robot();

  private GridWindow(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    grid = new DataGrid();
    grid.setPrefSize(600, 400);
    elsewhere = new Button("Elsewhere");
    BorderPane pane = new BorderPane(grid);
    pane.setBottom(elsewhere);
    stage.setScene(new Scene(pane));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
  }

  static GridWindow open() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    GridWindow[] made = new GridWindow[1];
    new FxRobot().interact(() -> made[0] = new GridWindow(stage));
    return made[0];
  }

  /** Shows a source from its first cell, focused, with nothing else as before. */
  void show(GridSource source) {
    on(
        () -> {
          grid.setEditing(null);
          grid.setSource(source);
          grid.requestFocus();
        });
  }

  void on(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, action);
    settle();
  }

  /** Waits until the frames asked for are drawn. */
  void settle() {
    for (int pass = 0; pass < 2; pass++) {
      WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> grid.getScene().getRoot().layout());
    }
  }

  void keys(KeyCode... codes) {
    on(() -> Arrays.stream(codes).forEach(keyboard::keyPress));
    on(() -> Arrays.stream(codes).forEach(keyboard::keyRelease));
  }

  String text(long row, int column) {
    return ((Text) node(row, column)).getText();
  }

  String spoken(long row, int column) {
    return String.valueOf(node(row, column).queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  Node node(long row, int column) {
    return grid.cellNode(row, column)
        .orElseThrow(() -> new AssertionError("not in view: " + row + ", " + column));
  }

  /** The middle of a visible cell's left part on the screen. */
  Point2D point(long row, int column) {
    Bounds bounds = node(row, column).localToScreen(node(row, column).getBoundsInLocal());
    return new Point2D(bounds.getMinX() + 3, bounds.getCenterY());
  }

  void click(long row, int column) {
    clickOn(point(row, column));
    settle();
  }

  /** The tooltip of a cell that the mouse moves over, or "". */
  String hint(long row, int column) {
    moveTo(point(row, column));
    settle();
    Object tooltip =
        lookup(".grid-body").query().getProperties().get("javafx.scene.control.Tooltip");
    return tooltip instanceof Tooltip shown ? shown.getText() : "";
  }

  /** A click with Shift held, which the headless platform cannot make. */
  void shiftClick(long row, int column) {
    Point2D at = grid.getScene().getRoot().screenToLocal(point(row, column));
    Node body = lookup(".grid-body").query();
    fire(body, MouseEvent.MOUSE_PRESSED, at.getX(), at.getY(), true);
    fire(body, MouseEvent.MOUSE_RELEASED, at.getX(), at.getY(), true);
  }

  /** Sends a node an event of the primary button at a place in the scene. */
  void fire(Node node, EventType<MouseEvent> type, double x, double y, boolean shift) {
    PickResult pick = new PickResult(node, x, y);
    MouseEvent event =
        new MouseEvent(
            node,
            node,
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            shift,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            pick);
    on(() -> node.fireEvent(event));
  }
}
