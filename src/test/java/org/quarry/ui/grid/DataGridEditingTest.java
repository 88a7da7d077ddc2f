package org.quarry.ui.grid;

import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataGridEditingTest {
  @SuppressWarnings("NullAway.Init")
  private static GridWindow window;

  private final NumberedSource source = new NumberedSource(1000, 6);
  private final RecordedEditing editing = new RecordedEditing(source);

  @BeforeAll
  static void open() throws Exception {
    window = GridWindow.open();
  }

  @BeforeEach
  void show() {
    source.put(1, 1, GridCell.NULL);
    source.put(2, 1, GridCell.text(""));
    source.put(3, 1, GridCell.text("one\r\ntwo"));
    window.show(source);
    window.on(() -> window.grid.setEditing(editing));
  }

  private static Optional<TextInputControl> editor() {
    return window.lookup(".grid-editor").tryQueryAs(TextInputControl.class);
  }

  private static String notice() {
    Label label = window.lookup(".grid-notice").queryAs(Label.class);
    return label.isVisible() ? label.getText() : "";
  }

  private static void at(long row, int column) {
    window.on(() -> window.grid.select(row, column));
  }

  @Test
  void f2EditsTheValueAndEnterCommitsAndMovesDown() {
    at(0, 1);
    window.keys(F2);
    assertThat(editor().orElseThrow().getText()).isEqualTo("r0 c1");
    window.write("new");
    window.keys(ENTER);
    assertThat(editing.log).containsExactly("0,1='new'");
    assertThat(editor()).isEmpty();
    assertThat(window.text(0, 1)).isEqualTo("new");
    assertThat(window.grid.lead()).contains(new CellPosition(1, 1));
    assertThat(window.grid.isFocused()).isTrue();
  }

  @Test
  void typingReplacesAndTabMovesRight() {
    at(5, 1);
    window.write("abc");
    assertThat(editor().orElseThrow().getText()).isEqualTo("abc");
    window.keys(TAB);
    assertThat(editing.log).containsExactly("5,1='abc'");
    assertThat(window.grid.lead()).contains(new CellPosition(5, 2));
  }

  @Test
  void escapeLeavesTheValue() {
    at(0, 1);
    window.write("abc");
    window.keys(ESCAPE);
    assertThat(editing.log).isEmpty();
    assertThat(editor()).isEmpty();
    assertThat(window.grid.isFocused()).isTrue();
  }

  @Test
  void aValueLeftAsItWasIsNotCommitted() {
    at(0, 1);
    window.keys(ENTER);
    assertThat(editor()).isPresent();
    window.keys(ENTER);
    assertThat(editing.log).isEmpty();
  }

  @Test
  void nothingTypedInNullLeavesNull() {
    at(1, 1);
    window.keys(F2);
    assertThat(editor().orElseThrow().getPromptText()).isEqualTo("NULL");
    window.keys(ENTER);
    at(1, 1);
    window.write("x");
    window.keys(BACK_SPACE);
    window.keys(ENTER);
    assertThat(editing.log).isEmpty();
  }

  @Test
  void anEmptiedTextIsTheEmptyTextAndNotNull() {
    at(0, 1);
    window.keys(F2);
    window.keys(DELETE);
    window.keys(ENTER);
    assertThat(editing.log).containsExactly("0,1=''");
    at(2, 1);
    window.keys(F2);
    assertThat(editor().orElseThrow().getPromptText()).isEmpty();
  }

  @Test
  void altDeleteInTheEditorCommitsNull() {
    at(0, 1);
    window.keys(F2);
    window.keys(ALT, DELETE);
    assertThat(editing.log).containsExactly("0,1=NULL");
    assertThat(window.text(0, 1)).isEqualTo("NULL");
  }

  @Test
  void losingTheFocusCommits() {
    at(0, 1);
    window.write("left");
    window.clickOn(window.elsewhere);
    assertThat(editing.log).containsExactly("0,1='left'");
    assertThat(editor()).isEmpty();
    assertThat(window.elsewhere.isFocused()).isTrue();
  }

  @Test
  void aClickOnAnotherCellCommits() {
    at(0, 1);
    window.write("left");
    window.click(6, 2);
    assertThat(editing.log).containsExactly("0,1='left'");
    assertThat(window.grid.lead()).contains(new CellPosition(6, 2));
  }

  @Test
  void aCellThatCannotBeEditedSaysWhy() {
    at(0, 3);
    window.keys(F2);
    assertThat(editor()).isEmpty();
    assertThat(notice()).isEqualTo(RecordedEditing.NOT_EDITABLE);
    at(0, 2);
    assertThat(notice()).isEmpty();
  }

  @Test
  void aRefusedValueStaysInTheEditorWithTheReason() {
    at(0, 1);
    window.write("123456789012345678901");
    window.keys(ENTER);
    assertThat(editor()).isPresent();
    assertThat(notice()).isEqualTo(RecordedEditing.TOO_LONG);
    assertThat(window.grid.commitEdit()).isFalse();
    window.keys(BACK_SPACE);
    assertThat(notice()).isEmpty();
    window.keys(ENTER);
    assertThat(editing.log).containsExactly("0,1='12345678901234567890'");
  }

  @Test
  void doubleClickEdits() {
    window.doubleClickOn(window.point(4, 2));
    window.settle();
    assertThat(editor().orElseThrow().getText()).isEqualTo("r4 c2");
  }

  @Test
  void lineBreaksSurviveAnEdit() {
    at(3, 1);
    window.keys(F2);
    TextInputControl control = editor().orElseThrow();
    assertThat(control).isInstanceOf(TextArea.class);
    window.on(control::end);
    window.write("!");
    window.keys(ENTER);
    assertThat(editing.log).containsExactly("3,1='one\r\ntwo!'");
  }

  @Test
  void aLateAnswerOpensTheEditorUnlessThePersonWentOn() {
    editing.answerLater = true;
    at(0, 1);
    window.keys(F2);
    assertThat(editor()).isEmpty();
    Consumer<EditText> first = editing.waiting();
    window.on(() -> first.accept(EditText.of("late")));
    assertThat(editor().orElseThrow().getText()).isEqualTo("late");
    window.keys(ESCAPE);
    window.keys(F2);
    Consumer<EditText> second = editing.waiting();
    at(7, 2);
    window.on(() -> second.accept(EditText.of("too late")));
    assertThat(editor()).isEmpty();
  }

  @Test
  void deleteClearsCellsDeletesWholeRowsAndWithAltSetsNull() {
    window.drag(window.point(4, 1)).dropTo(window.point(5, 2));
    window.keys(DELETE);
    window.keys(ALT, DELETE);
    window.keys(SHIFT, SPACE);
    window.keys(DELETE);
    assertThat(editing.log).containsExactly("clear 4..5 x 1..2", "null 4..5 x 1..2", "delete 4..5");
  }

  @Test
  void theEditorFollowsItsCell() {
    at(8, 1);
    window.keys(F2);
    Node control = editor().orElseThrow();
    double before = control.getLayoutY();
    window.on(() -> window.grid.scrollTo(3));
    assertThat(control.getLayoutY()).isEqualTo(before - 3 * RowViewport.ROW_HEIGHT);
    assertThat(editor()).isPresent();
  }

  @Test
  void withoutEditingNothingOpens() {
    window.on(() -> window.grid.setEditing(null));
    at(0, 1);
    window.write("x");
    window.keys(F2);
    assertThat(editor()).isEmpty();
  }
}
