package org.quarry.ui.grid;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** One kind of editor over a cell. It lives for one edit. */
interface Editor {
  /** What an editor tells. */
  interface Host {
    /** The text is another one now. */
    void typed();

    /** A value was picked with the mouse: commit it. */
    void picked();

    /** What stands around the cell has another size now. */
    void resized();
  }

  /**
   * Makes the editor of a kind.
   *
   * @param layer takes its nodes
   * @param text what it shows at first
   * @param typed whether that was typed over the value just now
   */
  static Editor of(EditorKind kind, Pane layer, Host host, String text, boolean typed) {
    return switch (kind) {
      case EditorKind.Text(boolean grows) -> new TextEditor(layer, host, text, grows);
      case EditorKind.Moment(var form) -> new MomentEditor(layer, host, text, form);
      case EditorKind.OneOf(Choices choices, boolean toggles) ->
          new ChoiceEditor(layer, host, text, typed, choices, toggles);
    };
  }

  /** The control that is typed in. */
  TextInputControl control();

  /** What it holds now. */
  default EditText value() {
    return EditText.of(control().getText());
  }

  /** The least width in pixels. */
  default double width() {
    return 120;
  }

  /** How many rows of the grid it is high. */
  default int rows() {
    return 1;
  }

  /** Does what a key means to this kind of editor; false if it means nothing of its own. */
  default boolean pressed(KeyEvent event) {
    return false;
  }

  /** Whether a character that was typed is not to reach the control. */
  default boolean swallows(KeyEvent typed) {
    return false;
  }

  /** Whether a key belongs to what has the focus, and neither commits nor leaves. */
  default boolean leaves(KeyEvent event) {
    return false;
  }

  /** The control stands here now; what belongs to it is to be placed around. */
  default void placed(Bounds cell) {}

  /** What stands around the control, such as a list; null for nothing. */
  default @Nullable Node around() {
    return null;
  }

  /** The edit is over. */
  default void close() {}
}
