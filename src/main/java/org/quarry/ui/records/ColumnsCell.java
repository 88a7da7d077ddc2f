package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Column;

/** A column in the list of columns: whether it is shown, and what else is so with it. */
final class ColumnsCell extends ListCell<Column> {
  private final ColumnDesk desk;
  private final CheckBox shown = new CheckBox();
  private final Label notes = new Label();
  private final HBox box = new HBox(8, shown, new Region(), notes);

  ColumnsCell(ColumnDesk desk) {
    this.desk = desk;
    HBox.setHgrow(box.getChildren().get(1), Priority.ALWAYS);
    box.getStyleClass().add("columns-line");
    // The list gives no more than its own width, so that long names end in an ellipsis.
    setPrefWidth(0);
    shown.setMnemonicParsing(false);
    shown.setFocusTraversable(false);
    shown.setMinWidth(40);
    notes.setMinWidth(Region.USE_PREF_SIZE);
    notes.getStyleClass().add("columns-notes");
    shown.setOnAction(event -> toggled());
  }

  private void toggled() {
    Column column = getItem();
    if (column != null) {
      desk.columns().setShown(column, shown.isSelected());
      // The last column stays.
      shown.setSelected(!desk.columns().isHidden(column));
    }
  }

  @Override
  protected void updateItem(@Nullable Column column, boolean empty) {
    super.updateItem(column, empty);
    if (empty || column == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    RecordColumns columns = desk.columns();
    boolean visible = !columns.isHidden(column);
    boolean only = visible && columns.count() == 1;
    shown.setId("column-" + column.name());
    shown.setText(column.name());
    shown.setSelected(visible);
    shown.setDisable(only);
    notes.setText(String.join(" · ", notes(column)));
    setAccessibleText(
        column.name() + (visible ? ", shown" : ", hidden") + (only ? ", the last one" : ""));
    setGraphic(box);
  }

  private List<String> notes(Column column) {
    RecordColumns columns = desk.columns();
    List<String> notes = new ArrayList<>();
    if (desk.filters().typed().containsKey(FilterBox.of(column.name()))) {
      notes.add("filtered");
    }
    int place = columns.placeOf(column.name());
    if (place >= 0 && place < columns.frozen()) {
      notes.add("frozen");
    }
    if (column.isKey()) {
      notes.add("key");
    }
    return notes;
  }
}
