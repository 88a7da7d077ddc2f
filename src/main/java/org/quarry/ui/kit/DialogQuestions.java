package org.quarry.ui.kit;

import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks by dialogs over the window. For the UI thread. */
public final class DialogQuestions implements Questions {
  private final Supplier<@Nullable Window> owner;

  /** Makes one whose dialogs belong to the window that {@code owner} names. */
  public DialogQuestions(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  @Override
  public Staged closeWith(int edits, String file) {
    String changes = edits == 1 ? "1 change" : edits + " changes";
    ButtonType write = new ButtonType("Write " + changes, ButtonData.YES);
    ButtonType discard = new ButtonType("Discard", ButtonData.NO);
    ButtonType cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask(
            changes + " of " + file + " " + (edits == 1 ? "is" : "are") + " not written.",
            "Write " + (edits == 1 ? "it" : "them") + " to the file before it is closed?",
            write,
            discard,
            cancel);
    if (answer.equals(write)) {
      return Staged.WRITE;
    }
    return answer.equals(discard) ? Staged.DISCARD : Staged.CANCEL;
  }

  @Override
  public boolean confirm(String what, String consequence, String verb) {
    ButtonType yes = new ButtonType(verb, ButtonData.OK_DONE);
    ButtonType no = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    return ask(what, consequence, yes, no).equals(yes);
  }

  private ButtonType ask(String head, String text, ButtonType... choices) {
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, choices);
    alert.setHeaderText(head);
    alert.setTitle("Quarry");
    alert.initOwner(owner.get());
    return alert.showAndWait().orElse(choices[choices.length - 1]);
  }
}
