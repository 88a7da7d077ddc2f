package org.quarry.ui.grid;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Texts;

/**
 * Opens and ends the editor over a cell. Enter and Tab commit and move, Ctrl+Enter commits to all
 * selected cells, Esc leaves, losing the focus commits, Alt+Del sets NULL; every other key is the
 * editor's own.
 */
final class CellEditor implements Editor.Host {
  private static final PseudoClass DOUBTED = PseudoClass.getPseudoClass("doubted");

  private final GridState state;
  private final DataGrid grid;
  private final GridBody body;
  private final Pane layer = new Pane();
  private final CellNotice notice;
  private @Nullable EditSession session;
  private long ticket;

  /** Whether what is typed is for all that is selected. */
  private boolean forAll;

  CellEditor(GridState state, DataGrid grid, GridBody body) {
    this.state = state;
    this.grid = grid;
    this.body = body;
    layer.setManaged(false);
    layer.setPickOnBounds(false);
    layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    layer.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    layer.addEventHandler(MouseEvent.MOUSE_MOVED, MouseEvent::consume);
    layer.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, ContextMenuEvent::consume);
    layer.focusWithinProperty().addListener((property, was, within) -> focused(within));
    body.getChildren().add(layer);
    notice = new CellNotice(state, body);
  }

  boolean isOpen() {
    return session != null;
  }

  /**
   * Selects a cell that there is and edits it, or says at the cell why that can't be.
   *
   * @param typed what replaces the value, or null to edit the value itself
   * @return whether an editor opened or will open when the value has come
   */
  boolean edit(CellPosition cell, @Nullable String typed) {
    GridSelection selection = state.selection;
    if (cell.row() < 0
        || cell.row() >= state.rows.count()
        || cell.column() < 0
        || cell.column() >= state.columns.count()
        || !commit()) {
      return false;
    }
    boolean stands =
        cell.row() == selection.leadRow()
            && cell.column() == selection.leadColumn()
            && selection.range().contains(cell.row(), cell.column());
    if (stands) {
      // Ctrl+Enter will be about all that is selected.
      grid.selectionMoved(true);
    } else {
      grid.select(cell.row(), cell.column());
    }
    forAll = false;
    return start(cell, typed);
  }

  /** Edits the value of a selected cell for all that is selected. */
  boolean editAll(CellPosition cell) {
    boolean starts = edit(cell, null);
    forAll = starts && state.selection.range().cells() > 1;
    sayForAll();
    return starts;
  }

  private void sayForAll() {
    EditSession now = session;
    if (now != null && forAll) {
      String cells = Texts.count(state.selection.range().cells(), "selected cell");
      notice.hint(now.cell(), "Enter gives this value to all " + cells + ".", around());
    }
  }

  private boolean start(CellPosition cell, @Nullable String typed) {
    notice.hide();
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
    boolean toggle =
        " ".equals(typed) && edit.kind() instanceof EditorKind.OneOf(_, boolean t) && t;
    if (typed == null || toggle) {
      edit.requestValue(
          value -> {
            if (mine == ticket && session == null) {
              open(cell, edit, value, kind, toggle);
            }
          });
    } else {
      show(cell, edit, new EditSession.Before(null, kind, false), typed, true);
    }
    return true;
  }

  private void open(
      CellPosition cell, CellEdit edit, EditText value, CellKind kind, boolean toggle) {
    String text = value.shown();
    boolean returns = text.contains("\r\n");
    String lines = returns ? text.replace("\r\n", "\n") : text;
    boolean mixed = returns && text.replace("\r\n", "").indexOf('\n') >= 0;
    if (mixed || lines.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
      say(cell, "This value has control characters in it, which the cell's editor would lose.");
      return;
    }
    CellKind was = value.isNull() && kind != CellKind.DEFAULT ? CellKind.NULL : kind;
    show(cell, edit, new EditSession.Before(lines, was, returns), lines, false);
    if (toggle && session != null && session.editor() instanceof ChoiceEditor choice) {
      choice.toggle();
    }
  }

  private void show(
      CellPosition cell, CellEdit edit, EditSession.Before before, String text, boolean typed) {
    Editor editor = Editor.of(edit.kind(), layer, this, text, typed);
    EditSession now = new EditSession(cell, edit, editor, before);
    TextInputControl control = editor.control();
    control.setPromptText(before.prompt());
    String name = state.columns.column(cell.column()).name();
    control.setAccessibleText(name + ", row " + (cell.row() + 1));
    session = now;
    place();
    // With its skin in place now, the field selects all at once and not over a text being typed.
    control.applyCss();
    control.requestFocus();
    sayForAll();
    if (typed) {
      control.end();
      typed();
    } else {
      control.selectAll();
    }
  }

  /**
   * Commits what is being edited.
   *
   * @return false when the value was refused and the editor stays open
   */
  boolean commit() {
    return commit(true);
  }

  private boolean commit(boolean meant) {
    EditSession now = session;
    if (now == null) {
      return true;
    }
    EditText value = now.changed();
    if (value == null) {
      close();
      return true;
    }
    return commit(now, value, meant);
  }

  private boolean commit(EditSession now, EditText value, boolean meant) {
    String objection = now.objection(value, meant);
    if (objection != null) {
      say(now.cell(), objection);
      return false;
    }
    close();
    now.edit().commit(value);
    return true;
  }

  /** Gives every selected cell what stands in the editor. */
  private void fill(EditSession now) {
    GridEditing editing = state.editing().orElse(null);
    EditText value = now.value();
    String objection = now.objection(value, true);
    if (objection != null) {
      say(now.cell(), objection);
    } else if (editing != null) {
      close();
      editing.fill(state.selection.range(), value);
    }
  }

  /** Leaves the editor, or an edit whose value has not come yet, without a change. */
  void cancel() {
    ticket++;
    notice.hide();
    close();
  }

  /** Forgets an edit that waits for its value; an open editor stays. */
  void moved() {
    if (session == null) {
      ticket++;
      notice.hide();
    }
  }

  /** Follows the row that is being edited to where it stands now. */
  void rowsMoved(LongUnaryOperator now) {
    EditSession open = session;
    if (open == null) {
      moved();
    } else {
      open.moveTo(now.applyAsLong(open.cell().row()));
    }
  }

  /** The row that is being edited, if one is. */
  LongStream standing() {
    EditSession open = session;
    return open == null ? LongStream.empty() : LongStream.of(open.cell().row());
  }

  /** Puts editor and notice where their cells are now. */
  void place() {
    layer.resizeRelocate(0, 0, body.getWidth(), body.getHeight());
    EditSession now = session;
    if (now != null) {
      place(now);
    }
    notice.place(around());
  }

  private void place(EditSession now) {
    CellPosition cell = now.cell();
    double width = Math.max(now.editor().width(), state.columns.width(cell.column()));
    double height = RowViewport.ROW_HEIGHT * now.editor().rows();
    double x = state.columns.x(cell.column());
    double y = state.rows.y(cell.row());
    boolean inView = y > -RowViewport.ROW_HEIGHT && y < body.getHeight();
    if (inView) {
      boolean stays = cell.column() < state.columns.frozen();
      x = stays ? x : Math.max(state.columns.frozenWidth(), x);
      x = Math.max(0, Math.min(x, body.getWidth() - width));
      y = Math.max(0, Math.min(y, body.getHeight() - height));
    }
    now.control().resizeRelocate(x, y - 1, width, height + 1);
    now.editor().placed(new BoundingBox(x, y - 1, width, height + 1));
  }

  /** Says a sentence at a cell, unless another one is being edited. */
  void tell(CellPosition cell, String sentence) {
    if (session == null) {
      say(cell, sentence);
    }
  }

  private void say(CellPosition cell, String sentence) {
    notice.say(cell, sentence, session != null, around());
  }

  private @Nullable Node around() {
    return session == null ? null : session.editor().around();
  }

  @Override
  public void typed() {
    EditSession now = session;
    if (now == null) {
      return;
    }
    EditText value = now.changed();
    String text = value == null ? null : value.text();
    String doubt = text == null ? null : now.edit().doubtSoFar(text);
    now.control().pseudoClassStateChanged(DOUBTED, doubt != null);
    if (doubt == null) {
      notice.hide();
      sayForAll();
    } else {
      say(now.cell(), doubt);
    }
  }

  @Override
  public void picked() {
    EditSession now = session;
    if (now != null && forAll) {
      fill(now);
    } else {
      commit(true);
    }
  }

  @Override
  public void resized() {
    place();
  }

  private void focused(boolean within) {
    if (!within && session != null) {
      if (forAll) {
        // A click beside it is no word on so many cells.
        cancel();
      } else {
        commit(false);
      }
    }
  }

  private void typed(KeyEvent event) {
    if (session != null && session.editor().swallows(event)) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    EditSession now = session;
    if (now == null || now.editor().leaves(event)) {
      return;
    }
    KeyCode code = event.getCode();
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    int back = event.isShiftDown() ? -1 : 1;
    if (code == KeyCode.ESCAPE) {
      cancel();
    } else if (code == KeyCode.DELETE && event.isAltDown()) {
      commit(now, EditText.NULL, true);
    } else if (code == KeyCode.ENTER && event.isShortcutDown() && !event.isAltDown()) {
      fill(now);
    } else if (!now.editor().pressed(event)) {
      if (forAll && plain && (code == KeyCode.ENTER || code == KeyCode.TAB)) {
        fill(now);
      } else if (code == KeyCode.ENTER && plain) {
        if (commit()) {
          grid.moveAfterEdit(back, 0);
        }
      } else if (code == KeyCode.TAB && plain) {
        if (commit()) {
          grid.moveAfterEdit(0, back);
        }
      } else {
        return;
      }
    }
    event.consume();
  }

  private void close() {
    EditSession now = session;
    if (now != null) {
      boolean focused = layer.isFocusWithin();
      session = null;
      now.editor().close();
      if (focused) {
        grid.requestFocus();
      }
      layer.getChildren().clear();
      notice.hide();
      forAll = false;
    }
  }
}
