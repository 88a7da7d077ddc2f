package org.quarry.ui.grid;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.quarry.database.records.MomentForm;

/** A field for a day or a moment; its button, or Alt+Down, shows a calendar and the time. */
final class MomentEditor implements Editor {
  private static final double BUTTON = 24;

  private final Pane layer;
  private final Host host;
  private final MomentForm form;
  private final TextField field;
  private final Button button = new Button("", new FontIcon("fth-calendar"));
  private @Nullable MomentPicker picker;

  MomentEditor(Pane layer, Host host, String text, MomentForm form) {
    this.layer = layer;
    this.host = host;
    this.form = form;
    field = new TextField(text);
    field.getStyleClass().addAll("grid-editor", "grid-moment");
    field.setManaged(false);
    field.textProperty().addListener(change -> host.typed());
    button.setManaged(false);
    button.setFocusTraversable(false);
    button.getStyleClass().addAll("flat", "grid-calendar-button");
    button.setTooltip(new Tooltip("Calendar (Alt+Down)"));
    button.setAccessibleText("Calendar");
    button.setOnAction(event -> fold());
    layer.getChildren().addAll(field, button);
  }

  @Override
  public TextInputControl control() {
    return field;
  }

  @Override
  public double width() {
    return form.timed() ? 190 : 130;
  }

  private void fold() {
    if (picker != null) {
      // The focus goes first: without a place in the layer the edit would be over.
      field.requestFocus();
      layer.getChildren().remove(picker);
      picker = null;
      host.resized();
      return;
    }
    Optional<LocalDateTime> now = form.read(field.getText());
    MomentPicker shown = new MomentPicker(form, now, this::write);
    picker = shown;
    layer.getChildren().add(shown);
    // Without its skin the calendar has no size to be placed by, and no days to stand on.
    shown.applyCss();
    shown.layout();
    host.resized();
    shown.focusDay();
  }

  private void write(LocalDateTime moment) {
    field.setText(form.write(moment));
    if (!form.timed()) {
      fold();
    }
  }

  @Override
  public boolean pressed(KeyEvent event) {
    boolean folds =
        event.isAltDown() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP);
    if (folds) {
      fold();
    }
    return folds;
  }

  @Override
  public boolean leaves(KeyEvent event) {
    Node owner = field.getScene() == null ? null : field.getScene().getFocusOwner();
    boolean inPicker = picker != null && owner != null && !owner.equals(field);
    return inPicker
        && (event.getCode() == KeyCode.TAB
            || (event.getCode() == KeyCode.ENTER && owner instanceof DateCell));
  }

  @Override
  public void placed(Bounds cell) {
    button.resizeRelocate(
        cell.getMaxX() - BUTTON - 1, cell.getMinY() + 2, BUTTON, cell.getHeight() - 4);
    if (picker == null) {
      return;
    }
    Region parent = layer;
    double width = Math.ceil(picker.prefWidth(-1));
    double height = Math.ceil(picker.prefHeight(width));
    double below = parent.getHeight() - cell.getMaxY();
    boolean beside = height > below && height > cell.getMinY();
    double right =
        cell.getMaxX() + width <= parent.getWidth() ? cell.getMaxX() : cell.getMinX() - width;
    double x = beside && right >= 0 ? right : Math.min(cell.getMinX(), parent.getWidth() - width);
    double y = height <= below || beside ? cell.getMaxY() : cell.getMinY() - height;
    double lowest = Math.max(0, parent.getHeight() - height);
    picker.resizeRelocate(Math.max(0, x), Math.clamp(y, 0, lowest), width, height);
  }

  @Override
  public @Nullable Node around() {
    return picker;
  }

  /** What the picker begins with where the cell has no moment. */
  static LocalDateTime begin() {
    return LocalDateTime.now(ZoneId.systemDefault()).with(LocalTime.MIDNIGHT);
  }
}
