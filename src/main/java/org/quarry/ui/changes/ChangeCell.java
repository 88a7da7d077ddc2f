package org.quarry.ui.changes;

import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.EditProblem;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** Draws a line of the Changes panel: what, old to new, theirs, and what can be done about it. */
final class ChangeCell extends ListCell<ChangeLine> {
  /** Characters of a value that are shown. */
  private static final int LONGEST = 60;

  /** Characters of a text that is never cut. */
  private static final int SHORT = 12;

  private final ChangesModel model;

  ChangeCell(ChangesModel model) {
    this.model = model;
    getStyleClass().add("change-line");
  }

  @Override
  protected void updateItem(@Nullable ChangeLine line, boolean empty) {
    boolean same = line != null && !empty && getGraphic() != null && line.equals(getItem());
    super.updateItem(line, empty);
    if (same) {
      return;
    }
    setText(null);
    setGraphic(empty || line == null ? null : graphic(line));
  }

  private HBox graphic(ChangeLine line) {
    HBox box = new HBox(8);
    box.getStyleClass().add("change-box");
    switch (line) {
      case ChangeLine.Heading heading -> {
        add(box, heading.table(), "change-table");
        add(box, Texts.count(heading.edits(), "edit"), "secondary");
        gap(box);
      }
      case ChangeLine.Cell cell -> cell(box, cell);
      case ChangeLine.Whole whole -> whole(box, whole);
      case ChangeLine.More more ->
          add(box, "and " + Texts.count(more.rows(), "row") + " more", "secondary");
    }
    if (!(line instanceof ChangeLine.More)) {
      box.getChildren().add(drop(line));
    }
    return box;
  }

  private void cell(HBox box, ChangeLine.Cell cell) {
    add(box, "✎", "staged-glyph");
    add(box, cell.row().key() + " · " + cell.column(), "change-place");
    add(box, cell.known() ? text(cell.old()) : "…", "change-old");
    add(box, "→", "secondary");
    add(box, text(cell.now()), "change-new");
    refused(box, cell.problem());
    RowConflict conflict = cell.conflict();
    if (conflict == null) {
      gap(box);
      return;
    }
    if (conflict.differs(cell.column())) {
      add(
          box,
          conflict.gone() ? "theirs: row is gone" : "theirs: " + text(theirs(conflict, cell)),
          "change-theirs");
    }
    gap(box);
    boolean first = cell.row().change().values().keySet().iterator().next().equals(cell.column());
    if (first) {
      decide(box, conflict);
    }
  }

  private static @Nullable Object theirs(RowConflict conflict, ChangeLine.Cell cell) {
    return conflict.theirs().get(cell.column());
  }

  private void whole(HBox box, ChangeLine.Whole whole) {
    StagedRow row = whole.row();
    boolean fresh = row.change().kind() == RowChange.Kind.INSERT;
    add(box, fresh ? "+" : "×", "staged-glyph");
    add(box, fresh ? row.key().toString() : "delete " + row.key(), "change-place");
    if (fresh) {
      String values =
          row.change().values().entrySet().stream()
              .map(value -> value.getKey() + " = " + text(value.getValue()))
              .collect(Collectors.joining(", "));
      add(box, values.isEmpty() ? "defaults" : shorten(values), "change-new");
    }
    refused(box, whole.problem());
    RowConflict conflict = whole.conflict();
    if (conflict != null) {
      add(
          box,
          conflict.gone() ? "theirs: row is gone" : "theirs: " + theirs(conflict),
          "change-theirs");
    }
    gap(box);
    if (conflict != null) {
      decide(box, conflict);
    }
  }

  private static void refused(HBox box, @Nullable EditProblem problem) {
    if (problem != null) {
      Label label = new Label("⚠ " + problem.sentence());
      label.getStyleClass().add(problem.warning() ? "change-warned" : "change-refused");
      Hint.on(label, problem.sentence());
      box.getChildren().add(label);
    }
  }

  /** The cells of a row to be deleted that the file has otherwise than it was seen with. */
  private static String theirs(RowConflict conflict) {
    return conflict.theirs().entrySet().stream()
        .filter(cell -> conflict.differs(cell.getKey()))
        .map(cell -> cell.getKey() + " = " + text(cell.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void decide(HBox box, RowConflict conflict) {
    Button mine = new Button("Keep mine");
    mine.getStyleClass().add("keep-mine");
    mine.setOnAction(event -> model.decide(conflict, true));
    Button theirs = new Button("Take theirs");
    theirs.getStyleClass().add("take-theirs");
    theirs.setOnAction(event -> model.decide(conflict, false));
    box.getChildren().addAll(mine, theirs);
  }

  private Button drop(ChangeLine line) {
    String verb =
        line instanceof ChangeLine.Heading heading
            ? "Drop the edits of " + heading.table()
            : "Drop this edit";
    Button drop = new Button("", Icons.of(Feather.X));
    drop.getStyleClass().addAll("flat", "button-icon", "drop-change");
    Hint.on(drop, verb);
    drop.setAccessibleText(verb);
    drop.setOnAction(event -> model.drop(line));
    return drop;
  }

  private static void gap(HBox box) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    box.getChildren().add(gap);
  }

  private static void add(HBox box, String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    if (text.length() <= SHORT) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    box.getChildren().add(label);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text
        ? "'" + shorten(text).replace('\n', '↵') + "'"
        : TypedValue.text(value);
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
