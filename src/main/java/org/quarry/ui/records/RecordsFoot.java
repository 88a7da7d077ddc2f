package org.quarry.ui.records;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.RowCount;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;

/** The bar below the grid: the way through the rows, and what is selected. */
final class RecordsFoot extends HBox {
  private final RecordsModel model;
  private final DataGrid grid;
  private final ProblemBar problems;
  private final Runnable leaving;
  private final TextField goTo = new TextField();
  private final SelectionLabel selection;

  RecordsFoot(RecordsModel model, DataGrid grid, ProblemBar problems, Runnable leaving) {
    this.model = model;
    this.grid = grid;
    this.problems = problems;
    this.leaving = leaving;
    Label place = new Label();
    place.setId("records-place");
    place.setMinWidth(Region.USE_PREF_SIZE);
    place
        .textProperty()
        .bind(Bindings.createStringBinding(this::place, model.sight(), model.count()));
    goTo.setId("go-to-row-field");
    goTo.setPromptText("Go to row");
    goTo.setPrefColumnCount(8);
    goTo.setMinWidth(USE_PREF_SIZE);
    goTo.setOnAction(event -> goTo());
    selection = new SelectionLabel(model, grid);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            step("first-page", "First row", Feather.CHEVRONS_LEFT, () -> reveal(0)),
            step("page-up", "Page up", Feather.CHEVRON_LEFT, () -> page(-1)),
            place,
            step("page-down", "Page down", Feather.CHEVRON_RIGHT, () -> page(1)),
            step("last-page", "Last row", Feather.CHEVRONS_RIGHT, () -> reveal(model.size() - 1)),
            goTo,
            gap,
            selection);
    getStyleClass().add("records-foot");
  }

  /** Puts the caret where a row's number is typed. */
  void askForRow() {
    goTo.requestFocus();
  }

  /** Copies the figures of what is selected. */
  Command copyFigures() {
    return selection.copy;
  }

  /** Stops what it does in the background. */
  void close() {
    selection.close();
  }

  /** How many rows there are, as far as is known. */
  static String rows(RowCount count) {
    String rows = Texts.count(count.rows(), "row");
    return switch (count.certainty()) {
      case EXACT -> rows;
      case ABOUT -> "≈ " + rows;
      case AT_LEAST -> count.rows() == 0 ? "… rows" : Texts.number(count.rows()) + "+ rows";
    };
  }

  private static Button step(String id, String verb, Feather icon, Runnable action) {
    Button button = CommandControls.iconButton(new Command(id, verb, "", action), icon);
    button.getStyleClass().addAll("flat", "button-icon");
    return button;
  }

  private String place() {
    RecordsModel.Sight sight = model.sight().get();
    if (sight.rows() == 0) {
      return model.count().get().exact() ? "no rows" : "…";
    }
    String of = rows(model.count().get());
    long fresh = model.size() - model.count().get().rows();
    return Texts.number(sight.first() + 1)
        + "–"
        + Texts.number(sight.first() + sight.rows())
        + " of "
        + of.substring(0, of.lastIndexOf(' '))
        + (fresh == 0 ? "" : " + " + Texts.number(fresh) + " new");
  }

  private void page(int direction) {
    long rows = Math.max(1, grid.visibleRowCount() - 1);
    reveal(Math.clamp(grid.firstVisibleRow() + direction * rows, 0, Math.max(0, model.size() - 1)));
  }

  private void reveal(long row) {
    if (model.size() > 0) {
      grid.scrollTo(Math.max(0, row));
      grid.select(Math.max(0, row), 0);
    }
  }

  private void goTo() {
    String digits = goTo.getText().replaceAll("[\\s\u202f,.']", "");
    if (!digits.matches("\\d{1,18}")) {
      problems.tell("A row is a number from 1 to " + Texts.number(model.size()) + ".", "");
      return;
    }
    problems.clear();
    long row = Long.parseLong(digits);
    if (row > model.size() && model.count().get().exact()) {
      problems.tell(
          "There is no row " + Texts.number(row) + ".",
          "The last one is row " + Texts.number(model.size()) + ".");
    }
    leaving.run();
    reveal(Math.clamp(row - 1, 0, Math.max(0, model.size() - 1)));
    grid.requestFocus();
  }
}
