package org.quarry.ui.kit;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.quarry.database.transfer.CopiedCells;

/** The text on the system's clipboard. For the UI thread. */
public final class ClipboardText {
  private static final DataFormat NULLS = new DataFormat("application/x-quarry-nulls");

  private ClipboardText() {}

  /** A text and, if it is of cells between tabs, which of them are NULL. */
  public record Copy(String text, Optional<CopiedCells> cells) {}

  /** Puts a text there, for other programs, and what Quarry alone knows of it. */
  public static void put(Copy copy) {
    ClipboardContent content = new ClipboardContent();
    content.putString(copy.text());
    copy.cells().ifPresent(cells -> content.put(NULLS, cells.encoded()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Which cells of the text that is there are NULL, if Quarry put it there. */
  public static Optional<CopiedCells> cells() {
    return Clipboard.getSystemClipboard().getContent(NULLS) instanceof String word
        ? CopiedCells.decode(word)
        : Optional.empty();
  }

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
