package org.quarry.ui.grid;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The editor over a cell: a text field, or a text area for a value with line breaks. Enter and Tab
 * commit and move, Esc leaves, losing the focus commits. It also shows the sentence that says why a
 * cell or a value is refused.
 */
final class CellEditor {
  private static final double AREA_ROWS = 5;

  private final GridState state;
  private final DataGrid grid;
  private final GridBody body;
  private final Label notice = new Label();
  private final PauseTransition noticeTime = new PauseTransition(Duration.seconds(4));
  private @Nullable CellPosition noticeCell;
  private @Nullable Session session;
  private long ticket;

  /** One edit under way; {@code before} is null when the value before was not asked for. */
  private record Session(
      long ticket,
      CellPosition cell,
      CellEdit edit,
      TextInputControl control,
      @Nullable String before,
      boolean absent,
      boolean carriageReturns) {
    Session at(CellPosition now) {
      return new Session(ticket, now, edit, control, before, absent, carriageReturns);
    }
  }

  CellEditor(GridState state, DataGrid grid, GridBody body) {
    this.state = state;
    this.grid = grid;
    this.body = body;
    notice.getStyleClass().add("grid-notice");
    notice.setManaged(false);
    notice.setVisible(false);
    notice.setMouseTransparent(true);
    notice.setWrapText(true);
    noticeTime.setOnFinished(end -> hideNotice());
    body.getChildren().add(notice);
  }

  boolean isOpen() {
    return session != null;
  }

  /**
   * Starts to edit a cell, or says at the cell why that can't be.
   *
   * @param typed what replaces the value, or null to edit the value itself
   * @return whether an editor opened or will open when the value has come
   */
  boolean start(CellPosition cell, @Nullable String typed) {
    hideNotice();
    GridEditing editing = state.editing().orElse(null);
    if (editing == null || !commit()) {
      return false;
    }
    String refusal = editing.refusal(cell.row(), cell.column());
    if (refusal != null) {
      say(cell, refusal);
      return false;
    }
    CellEdit edit = editing.edit(cell.row(), cell.column());
    CellKind kind = state.source().cell(cell.row(), cell.column()).kind();
    long mine = ++ticket;
    if (typed == null) {
      edit.requestValue(
          value -> {
            if (mine == ticket && session == null) {
              open(cell, edit, value, kind);
            }
          });
    } else {
      boolean absent = kind == CellKind.NULL || kind == CellKind.DEFAULT;
      TextField field = new TextField(typed);
      field.setPromptText(prompt(absent, kind));
      show(new Session(ticket, cell, edit, field, null, absent, false));
      field.end();
    }
    return true;
  }

  /**
   * Commits what is being edited.
   *
   * @return false when the value was refused and the editor stays open
   */
  boolean commit() {
    Session now = session;
    if (now == null) {
      return true;
    }
    String text = now.control().getText();
    boolean same = text.equals(now.before()) || (now.absent() && text.isEmpty());
    if (same) {
      close();
      return true;
    }
    String value = now.carriageReturns() ? text.replace("\n", "\r\n") : text;
    return commit(now, EditText.of(value));
  }

  /** Leaves the editor, or an edit whose value has not come yet, without a change. */
  void cancel() {
    ticket++;
    hideNotice();
    close();
  }

  /** Forgets an edit that waits for its value; an open editor stays. */
  void moved() {
    if (session == null) {
      ticket++;
      hideNotice();
    }
  }

  /** Follows the row that is being edited to where it stands now. */
  void rowsMoved(LongUnaryOperator now) {
    Session open = session;
    if (open == null) {
      moved();
    } else {
      long row = now.applyAsLong(open.cell().row());
      session = open.at(new CellPosition(row, open.cell().column()));
    }
  }

  /** The row that is being edited, if one is. */
  LongStream standing() {
    Session open = session;
    return open == null ? LongStream.empty() : LongStream.of(open.cell().row());
  }

  /** Puts editor and notice where their cells are now. */
  void place() {
    Session now = session;
    if (now != null) {
      CellPosition cell = now.cell();
      boolean area = now.control() instanceof TextArea;
      double least = area ? 240 : 120;
      double width = Math.max(least, state.columns.width(cell.column()));
      double height = RowViewport.ROW_HEIGHT * (area ? AREA_ROWS : 1);
      double x = state.columns.x(cell.column());
      double y = state.rows.y(cell.row());
      boolean inView = y > -RowViewport.ROW_HEIGHT && y < body.getHeight();
      if (inView) {
        x = Math.max(0, Math.min(x, body.getWidth() - width));
        y = Math.max(0, Math.min(y, body.getHeight() - height));
      }
      now.control().resizeRelocate(x, y - 1, width, height + 1);
    }
    if (noticeCell != null) {
      placeNotice(noticeCell);
    }
  }

  private void open(CellPosition cell, CellEdit edit, EditText value, CellKind kind) {
    String text = value.shown();
    boolean returns = text.contains("\r\n");
    String lines = returns ? text.replace("\r\n", "\n") : text;
    boolean mixed = returns && text.replace("\r\n", "").indexOf('\n') >= 0;
    if (mixed || lines.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
      say(cell, "This value has control characters in it, which the cell's editor would lose.");
      return;
    }
    boolean area = lines.indexOf('\n') >= 0 || lines.indexOf('\t') >= 0;
    TextInputControl control = area ? new TextArea(lines) : new TextField(lines);
    boolean absent = value.isNull() || kind == CellKind.DEFAULT;
    control.setPromptText(prompt(absent, kind));
    show(new Session(ticket, cell, edit, control, lines, absent, returns));
    control.selectAll();
  }

  private static String prompt(boolean absent, CellKind kind) {
    return !absent ? "" : kind == CellKind.DEFAULT ? "DEFAULT" : "NULL";
  }

  private void show(Session next) {
    session = next;
    TextInputControl control = next.control();
    control.getStyleClass().add("grid-editor");
    control.setManaged(false);
    String name = state.columns.column(next.cell().column()).name();
    control.setAccessibleText(name + ", row " + (next.cell().row() + 1));
    control.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    control.textProperty().addListener(change -> hideNotice());
    body.getChildren().add(control);
    notice.toFront();
    place();
    // With its skin in place now, the field selects all at once and not over a text being typed.
    control.applyCss();
    control.requestFocus();
    control.focusedProperty().addListener((property, before, focused) -> left(next, focused));
  }

  private void left(Session one, boolean focused) {
    Session now = session;
    if (!focused && now != null && now.ticket() == one.ticket()) {
      commit();
    }
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    Session now = session;
    if (now == null) {
      return;
    }
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    if (code == KeyCode.ESCAPE) {
      cancel();
    } else if (code == KeyCode.DELETE && event.isAltDown()) {
      commit(now, EditText.NULL);
    } else if (code == KeyCode.ENTER && plain && !lineBreak(now, event)) {
      if (commit()) {
        grid.moveAfterEdit(event.isShiftDown() ? -1 : 1, 0);
      }
    } else if (code == KeyCode.TAB && plain) {
      if (commit()) {
        grid.moveAfterEdit(0, event.isShiftDown() ? -1 : 1);
      }
    } else {
      return;
    }
    event.consume();
  }

  /** In a text area Shift+Enter breaks the line. */
  private static boolean lineBreak(Session now, KeyEvent event) {
    if (event.isShiftDown() && now.control() instanceof TextArea area) {
      area.replaceSelection("\n");
      event.consume();
      return true;
    }
    return false;
  }

  private boolean commit(Session now, EditText value) {
    String refusal = now.edit().validate(value);
    if (refusal != null) {
      say(now.cell(), refusal);
      return false;
    }
    close();
    now.edit().commit(value);
    return true;
  }

  private void close() {
    Session now = session;
    if (now != null) {
      boolean focused = now.control().isFocused();
      session = null;
      if (focused) {
        grid.requestFocus();
      }
      body.getChildren().remove(now.control());
      hideNotice();
    }
  }

  private void say(CellPosition cell, String sentence) {
    notice.setText(sentence);
    notice.setVisible(true);
    noticeCell = cell;
    notice.toFront();
    placeNotice(cell);
    if (session == null) {
      noticeTime.playFromStart();
    } else {
      noticeTime.stop();
    }
  }

  private void hideNotice() {
    noticeTime.stop();
    noticeCell = null;
    notice.setVisible(false);
  }

  private void placeNotice(CellPosition cell) {
    notice.applyCss();
    double width = Math.min(Math.min(320, body.getWidth()), Math.ceil(notice.prefWidth(-1)));
    double height = Math.ceil(notice.prefHeight(width));
    double x = Math.max(0, Math.min(state.columns.x(cell.column()), body.getWidth() - width));
    double top = state.rows.y(cell.row());
    double below = top + RowViewport.ROW_HEIGHT + 2;
    double y = below + height <= body.getHeight() ? below : top - height - 2;
    notice.resizeRelocate(x, y, width, height);
  }
}
