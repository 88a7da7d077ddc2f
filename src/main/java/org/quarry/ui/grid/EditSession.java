package org.quarry.ui.grid;

import java.util.Objects;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** One edit under way: its cell, its editor, and the value that the cell had. */
final class EditSession {
  private CellPosition cell;
  private final CellEdit edit;
  private final Editor editor;
  private final Before before;
  private @Nullable EditText doubted;

  /**
   * The value before.
   *
   * @param text as the editor shows it; null when it was not asked for
   * @param kind as the cell was drawn
   * @param returns whether its line breaks are of two characters
   */
  record Before(@Nullable String text, CellKind kind, boolean returns) {
    boolean absent() {
      return kind == CellKind.NULL || kind == CellKind.DEFAULT;
    }

    /** What the empty field says. */
    String prompt() {
      return !absent() ? "" : kind == CellKind.DEFAULT ? "DEFAULT" : "NULL";
    }
  }

  EditSession(CellPosition cell, CellEdit edit, Editor editor, Before before) {
    this.cell = cell;
    this.edit = edit;
    this.editor = editor;
    this.before = before;
  }

  CellPosition cell() {
    return cell;
  }

  /** Takes note that the row stands elsewhere now. */
  void moveTo(long row) {
    cell = new CellPosition(row, cell.column());
  }

  CellEdit edit() {
    return edit;
  }

  Editor editor() {
    return editor;
  }

  TextInputControl control() {
    return editor.control();
  }

  /** What would be committed; null when the cell is left as it was. */
  @Nullable EditText changed() {
    EditText value = editor.value();
    String text = value.text();
    if (text == null) {
      return before.kind() == CellKind.NULL ? null : value;
    }
    boolean same = text.equals(before.text()) || (before.absent() && text.isEmpty());
    return value.picked() != null ? value : same ? null : lines(text);
  }

  /** What stands in the editor, also when it is what the cell holds; nothing typed leaves NULL. */
  EditText value() {
    EditText value = editor.value();
    String text = value.text();
    if (value.picked() != null) {
      return value;
    }
    return text == null || (before.absent() && text.isEmpty()) ? EditText.NULL : lines(text);
  }

  private EditText lines(String text) {
    return EditText.of(before.returns() ? text.replace("\n", "\r\n") : text);
  }

  /** What stands against committing a value, or null; a doubt does so once. */
  @Nullable String objection(EditText value, boolean meant) {
    String refusal = edit.validate(value);
    if (refusal != null || Objects.equals(value, doubted)) {
      return refusal;
    }
    String doubt = edit.doubt(value);
    doubted = doubt != null && meant ? value : null;
    return doubt;
  }
}
