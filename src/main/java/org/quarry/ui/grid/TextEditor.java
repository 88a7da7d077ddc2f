package org.quarry.ui.grid;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** A field for one line, or an area for a text with line breaks or tabs. */
final class TextEditor implements Editor {
  private static final int AREA_ROWS = 5;

  private final Pane layer;
  private final Host host;
  private final boolean grows;
  private TextInputControl control;

  TextEditor(Pane layer, Host host, String text, boolean grows) {
    this.layer = layer;
    this.host = host;
    this.grows = grows;
    boolean area = text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0;
    control = area ? new TextArea(text) : new TextField(text);
    show(control);
  }

  private void show(TextInputControl shown) {
    shown.getStyleClass().add("grid-editor");
    shown.setManaged(false);
    shown.textProperty().addListener(change -> host.typed());
    layer.getChildren().add(shown);
  }

  @Override
  public TextInputControl control() {
    return control;
  }

  @Override
  public double width() {
    return isArea() ? 240 : 120;
  }

  @Override
  public int rows() {
    return isArea() ? AREA_ROWS : 1;
  }

  private boolean isArea() {
    return control instanceof TextArea;
  }

  @Override
  public boolean pressed(KeyEvent event) {
    boolean breaks =
        event.getCode() == KeyCode.ENTER
            && !event.isShortcutDown()
            && (event.isShiftDown() || event.isAltDown())
            && (grows || isArea());
    if (breaks) {
      if (!isArea()) {
        grow();
      }
      control.replaceSelection("\n");
    }
    return breaks;
  }

  private void grow() {
    TextInputControl field = control;
    TextArea area = new TextArea(field.getText());
    area.setPromptText(field.getPromptText());
    area.setAccessibleText(field.getAccessibleText());
    int anchor = field.getAnchor();
    int caret = field.getCaretPosition();
    control = area;
    show(area);
    host.resized();
    area.applyCss();
    area.requestFocus();
    // A field forgets its caret with the focus.
    area.selectRange(anchor, caret);
    layer.getChildren().remove(field);
  }
}
