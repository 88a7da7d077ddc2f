package org.quarry.ui.window;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.database.journal.KeptJournal;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** Offers the edits that last time left unwritten, and says when edits cannot be kept. */
final class RecoveryBar extends VBox {
  private final ProblemBar left = new ProblemBar();
  private final ProblemBar unkept = new ProblemBar();

  RecoveryBar(WindowModel model) {
    left.setId("recovery");
    unkept.setId("unkept");
    getChildren().addAll(left, unkept);
    model.open().addListener((property, was, is) -> offer(is));
    model.unkept().addListener((property, was, is) -> say(is));
    offer(model.open().get());
  }

  private void offer(@Nullable OpenDatabase open) {
    if (open == null || open.kept().leftEdits() == 0) {
      left.clear();
      return;
    }
    KeptJournal kept = open.kept();
    int edits = kept.leftEdits();
    String them = edits == 1 ? "it" : "them";
    Button back = new Button("Bring " + them + " back");
    back.setId("bring-back");
    back.setOnAction(
        event -> {
          left.clear();
          kept.bringBack();
          open.written();
        });
    Button drop = new Button("Drop " + them);
    drop.setId("drop-left");
    drop.setOnAction(
        event -> {
          left.clear();
          kept.drop();
        });
    left.tell(
        Texts.count(edits, "edit")
            + " from last time "
            + (edits == 1 ? "was" : "were")
            + " not written.",
        since(kept, open.database().name()),
        back,
        drop);
  }

  private static String since(KeptJournal kept, String name) {
    if (kept.unclear()) {
      return "Quarry ended while it wrote them, and "
          + name
          + " was changed since: some may be in it already. Look before you write.";
    }
    if (kept.replacedSince()) {
      return "Another file stands in the place of the " + name + " that was edited.";
    }
    return kept.changedSince()
        ? name + " was changed since. Rows that differ are shown to you before anything is written."
        : "Closing this bar keeps what was staged for the next time.";
  }

  private void say(@Nullable Problem problem) {
    if (problem == null) {
      unkept.clear();
    } else {
      unkept.show(problem);
    }
  }
}
