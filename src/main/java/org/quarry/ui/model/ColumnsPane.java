package org.quarry.ui.model;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.Role;
import org.quarry.ui.kit.Texts;

/** The columns of the source, each with what it is for and why. */
final class ColumnsPane extends BorderPane {
  /** Below this width the reasons stand under the table only. */
  private static final double WIDE = 720;

  private final DataModel data;
  private final Label count = Parts.heading("");
  private final TableView<FeatureChoice> table = new TableView<>();
  private final Label reason = Parts.words("model-reason", "secondary");

  ColumnsPane(DataModel data) {
    this.data = data;
    getStyleClass().add("model-pane");
    setId("model-columns-pane");
    count.setId("model-feature-count");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    Button all = new Button("All that fit");
    all.setId("features-all");
    all.setOnAction(event -> data.chooseMeasurements());
    Button none = new Button("None");
    none.setId("features-none");
    none.setOnAction(event -> data.chooseNone());
    HBox head = new HBox(8, count, all, none);
    head.getStyleClass().add("model-pane-head");
    setTop(head);
    fill();
    setCenter(table);
    reason.getStyleClass().add("model-reason");
    setBottom(reason);
    data.columns().addListener((ListChangeListener<FeatureChoice>) change -> recount());
    Parts.whenever(
        this::recount,
        data.fault(),
        data.survey(),
        table.getSelectionModel().selectedItemProperty());
  }

  private void recount() {
    count.setText(
        "%s of %s learned from"
            .formatted(
                Texts.number(data.features().size()),
                Texts.count(data.columns().size(), "column")));
    FeatureChoice selected = table.getSelectionModel().getSelectedItem();
    reason.setText(
        selected == null
            ? "F makes the selected column a feature, T the target, G the group, I ignores it."
            : selected.name() + ": " + selected.reason());
    table.refresh();
  }

  private void fill() {
    table.setItems(data.columns());
    table.setId("model-columns");
    table.setFixedCellSize(32);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label empty = new Label("The columns are being looked at.");
    table.setPlaceholder(empty);
    TableColumn<FeatureChoice, FeatureChoice> name =
        column("Column", 124, (cell, choice) -> cell.setText(choice.name()));
    TableColumn<FeatureChoice, FeatureChoice> role =
        column("Role", 80, (cell, choice) -> RoleMenus.role(cell, data, choice));
    TableColumn<FeatureChoice, FeatureChoice> kind =
        column("Kind", 88, (cell, choice) -> RoleMenus.kind(cell, data, choice));
    TableColumn<FeatureChoice, FeatureChoice> missing =
        column("If missing", 88, (cell, choice) -> RoleMenus.missing(cell, data, choice));
    TableColumn<FeatureChoice, FeatureChoice> values =
        column(
            "Values",
            76,
            (cell, choice) -> cell.setGraphic(new DistributionBars(choice.distribution())));
    TableColumn<FeatureChoice, FeatureChoice> why =
        column("Why", 320, (cell, choice) -> cell.setText(choice.reason()));
    table.getColumns().setAll(List.of(name, role, kind, missing, values, why));
    widthProperty().subscribe(width -> why.setVisible(width.doubleValue() >= WIDE));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    FeatureChoice selected = table.getSelectionModel().getSelectedItem();
    Role role =
        switch (event.getCode()) {
          case KeyCode.F -> Role.FEATURE;
          case KeyCode.T -> Role.TARGET;
          case KeyCode.G -> Role.GROUP;
          case KeyCode.I -> Role.IGNORED;
          default -> null;
        };
    if (selected == null || role == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    data.setRole(selected, role);
    event.consume();
  }

  /** What a cell shows of a column. */
  private interface Filling {
    void fill(TableCell<FeatureChoice, FeatureChoice> cell, FeatureChoice choice);
  }

  private static TableColumn<FeatureChoice, FeatureChoice> column(
      String title, double width, Filling filling) {
    TableColumn<FeatureChoice, FeatureChoice> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        of ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable FeatureChoice choice, boolean empty) {
                super.updateItem(choice, empty);
                setText("");
                setGraphic(null);
                if (choice != null && !empty) {
                  filling.fill(this, choice);
                  pseudoClassStateChanged(IGNORED, choice.role() == Role.IGNORED);
                }
              }
            });
    column.setPrefWidth(width);
    column.setId("model-column-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static final javafx.css.PseudoClass IGNORED =
      javafx.css.PseudoClass.getPseudoClass("ignored");
}
