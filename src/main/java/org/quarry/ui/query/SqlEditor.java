package org.quarry.ui.query;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.SqlStatement;

/** The editor of a {@link QueryModel}'s script. */
final class SqlEditor extends BorderPane {
  private static final KeyCombination COMMENT =
      new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN);

  private final QueryModel model;
  private final CodeArea area = new CodeArea();
  private final SqlHighlight highlight = new SqlHighlight(area);
  private final ReadOnlyObjectWrapper<SqlGutter.Lines> marked =
      new ReadOnlyObjectWrapper<>(SqlGutter.Lines.NONE);
  private boolean following;

  SqlEditor(QueryModel model) {
    this.model = model;
    getStyleClass().add("sql-editor");
    area.setId("sql-editor");
    area.setAccessibleText("SQL editor");
    area.setParagraphGraphicFactory(
        new SqlGutter(marked.getReadOnlyProperty(), () -> model.command("run-statement").run()));
    setCenter(new VirtualizedScrollPane<>(area));
    var _ = new HintPopup(area, model.hints());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.plainTextChanges().subscribe(change -> tell());
    area.caretPositionProperty().addListener((property, old, now) -> tell());
    area.anchorProperty().addListener((property, old, now) -> tell());
    model.text().subscribe(now -> follow());
    model.caret().subscribe(now -> follow());
    model.anchor().subscribe(now -> follow());
    model.current().subscribe(this::mark);
  }

  private void pressed(KeyEvent event) {
    if (COMMENT.match(event)) {
      SqlComment.toggle(area);
      event.consume();
    }
  }

  private void tell() {
    if (!following) {
      following = true;
      model.text().set(area.getText());
      model.anchor().set(area.getAnchor());
      model.caret().set(area.getCaretPosition());
      following = false;
    }
  }

  /** Only what differs is replaced, so that undo and the scroll position stay. */
  private void follow() {
    if (following) {
      return;
    }
    following = true;
    String now = model.text().get();
    String old = area.getText();
    if (!now.equals(old)) {
      int start = 0;
      int shorter = Math.min(now.length(), old.length());
      while (start < shorter && now.charAt(start) == old.charAt(start)) {
        start++;
      }
      int tail = 0;
      while (tail < shorter - start
          && now.charAt(now.length() - 1 - tail) == old.charAt(old.length() - 1 - tail)) {
        tail++;
      }
      area.getUndoManager().preventMerge();
      area.replaceText(start, old.length() - tail, now.substring(start, now.length() - tail));
    }
    int length = area.getLength();
    int anchor = Math.min(model.anchor().get(), length);
    int caret = Math.min(model.caret().get(), length);
    if (anchor != area.getAnchor() || caret != area.getCaretPosition()) {
      area.selectRange(anchor, caret);
      area.requestFollowCaret();
    }
    following = false;
  }

  private void mark(@Nullable SqlStatement statement) {
    if (statement == null) {
      marked.set(SqlGutter.Lines.NONE);
    } else {
      int first = statement.line() - 1;
      int lines = (int) statement.text().chars().filter(c -> c == '\n').count();
      marked.set(new SqlGutter.Lines(first, first + lines));
    }
  }

  /** Underlines what is wrong until the text changes. */
  void markError(int start, int end) {
    int length = area.getLength();
    highlight.markError(Math.min(start, length), Math.min(end, length));
  }

  void clearError() {
    highlight.clearError();
  }

  /** Puts the caret before an offset, shows it and takes the focus. */
  void goTo(int offset) {
    area.moveTo(Math.min(offset, area.getLength()));
    area.requestFollowCaret();
    area.requestFocus();
  }
}
