package org.quarry.ui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Texts;

/** The columns of the table, each with a box that makes it a feature. */
final class ColumnsPane extends BorderPane {
  private final DataModel data;
  private final Label count = Parts.heading("");

  ColumnsPane(DataModel data) {
    this.data = data;
    getStyleClass().add("model-pane");
    setId("model-columns-pane");
    count.setId("model-feature-count");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    Button all = new Button("All measurements");
    all.setId("features-all");
    all.setOnAction(event -> data.chooseMeasurements());
    Button none = new Button("None");
    none.setId("features-none");
    none.setOnAction(event -> data.chooseNone());
    HBox head = new HBox(8, count, all, none);
    head.getStyleClass().add("model-pane-head");
    setTop(head);
    setCenter(table());
    data.columns().addListener((ListChangeListener<FeatureChoice>) change -> recount());
    Parts.whenever(this::recount, data.fault(), data.survey());
  }

  private void recount() {
    count.setText(
        "%s of %s learned from"
            .formatted(
                Texts.number(data.features().size()),
                Texts.count(data.columns().size(), "column")));
  }

  private TableView<FeatureChoice> table() {
    TableView<FeatureChoice> table = new TableView<>(data.columns());
    table.setId("model-columns");
    table.setFixedCellSize(28);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<FeatureChoice, FeatureChoice> feature = new TableColumn<>("Feature");
    feature.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    feature.setCellFactory(column -> new ChoiceCell());
    feature.setPrefWidth(208);
    TableColumn<FeatureChoice, String> kind = new TableColumn<>("Kind");
    kind.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().kind()));
    kind.setPrefWidth(100);
    TableColumn<FeatureChoice, String> remark = new TableColumn<>("Remark");
    remark.setCellValueFactory(
        row -> row.getValue().refusal().map(refusal -> row.getValue().remark()));
    remark.setPrefWidth(144);
    remark.setCellFactory(column -> new RemarkCell());
    for (TableColumn<FeatureChoice, ?> column : List.of(feature, kind, remark)) {
      column.setSortable(false);
      column.setReorderable(false);
      table.getColumns().add(column);
    }
    return table;
  }

  /** A text that the mouse shows whole. */
  private static final class RemarkCell extends TableCell<FeatureChoice, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String remark, boolean empty) {
      super.updateItem(remark, empty);
      boolean said = !empty && remark != null && !remark.isEmpty();
      setText(said ? remark : "");
      whole.setText(said ? remark : "");
      setTooltip(said ? whole : null);
    }
  }

  /** A box with the column's name, disabled where the column cannot be a feature. */
  private static final class ChoiceCell extends TableCell<FeatureChoice, FeatureChoice> {
    private final CheckBox box = new CheckBox();
    private @Nullable FeatureChoice shown;

    ChoiceCell() {
      box.setMnemonicParsing(false);
      box.getStyleClass().add("feature-box");
      setGraphic(null);
    }

    @Override
    protected void updateItem(@Nullable FeatureChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (shown != null) {
        box.selectedProperty().unbindBidirectional(shown.chosen());
        box.disableProperty().unbind();
      }
      shown = choice;
      if (choice == null || empty) {
        setGraphic(null);
        return;
      }
      box.setText(choice.column().name());
      box.setId("feature-" + choice.column().name());
      box.selectedProperty().bindBidirectional(choice.chosen());
      box.disableProperty().bind(choice.refusal().isNotEmpty());
      setGraphic(box);
    }
  }
}
