package org.quarry.ui.kit;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The text on the system's clipboard. For the UI thread. */
public final class ClipboardText {
  private ClipboardText() {}

  /** Puts a text there. */
  public static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** The text that is there, if it is not empty. */
  public static Optional<String> get() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
        .filter(text -> !text.isEmpty());
  }
}
