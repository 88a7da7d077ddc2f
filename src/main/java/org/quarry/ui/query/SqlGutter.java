package org.quarry.ui.query;

import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Icons;

/** What stands left of each line: its number, and a mark where the statement of the caret is. */
final class SqlGutter implements IntFunction<Node> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ReadOnlyObjectProperty<Lines> current;
  private final Runnable run;

  /** Lines from 0, both ends included; none when {@code last} is before {@code first}. */
  record Lines(int first, int last) {
    static final Lines NONE = new Lines(0, -1);
  }

  SqlGutter(ReadOnlyObjectProperty<Lines> current, Runnable run) {
    this.current = current;
    this.run = run;
  }

  @Override
  public Node apply(int line) {
    Label play = new Label("", Icons.of(Feather.PLAY));
    play.getStyleClass().add("sql-play");
    play.setCursor(Cursor.HAND);
    play.setAccessibleText("Run statement");
    play.setOnMouseClicked(event -> run.run());
    Label number = new Label(Integer.toString(line + 1));
    number.getStyleClass().add("sql-line-number");
    HBox node = new HBox(play, number);
    node.getStyleClass().add("sql-gutter");
    ChangeListener<Lines> follow = (property, old, now) -> mark(node, play, line, now);
    node.sceneProperty()
        .subscribe(
            scene -> {
              current.removeListener(follow);
              if (scene != null) {
                current.addListener(follow);
                mark(node, play, line, current.get());
              }
            });
    return node;
  }

  private static void mark(Node node, Node play, int line, Lines lines) {
    node.pseudoClassStateChanged(CURRENT, line >= lines.first() && line <= lines.last());
    play.setVisible(line == lines.first() && lines.last() >= line);
  }
}
