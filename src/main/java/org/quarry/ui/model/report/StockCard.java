package org.quarry.ui.model.report;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.training.ModelReport;
import org.quarry.learning.training.StockComparison;

/** What our solver and Weka's stock SMO say of the same rows, side by side. */
final class StockCard extends VBox {
  private static final double ROW = 28;
  private static final double HEAD = 34;
  private static final int MOST_ROWS = 16;

  private final ReportModel model;
  private final ObservableList<StockTable.Line> lines = FXCollections.observableArrayList();
  private final TableView<StockTable.Line> table = new TableView<>();
  private final Label agreement = Cards.words("");
  private final Label cost = Cards.words("");
  private final TableColumn<StockTable.Line, String> pair =
      column("pair", "Classes", 96, StockTable.Line::pair, Function.identity());

  StockCard(ReportModel model) {
    super(12);
    this.model = model;
    agreement.setId("stock-agreement");
    agreement.getStyleClass().setAll("label", "stock-agreement");
    cost.setId("stock-cost");
    fillTable();
    Label what =
        Cards.words(
            "The best candidate, trained on the same rows by Weka's SMO as it comes. Quarry's solver"
                + " is its own; this shows what that changes.");
    Label note =
        Cards.words(
            "Rows that get another class come first, marked ≠, then those whose decisions differ"
                + " most. A click or Enter shows the row.");
    PartPane part =
        new PartPane(
            "stock",
            model.stock(),
            "Compare with stock SMO",
            model::compareWithStock,
            new VBox(8, agreement, cost, table, note));
    getChildren().addAll(what, part);
    model.stock().value().subscribe(compared -> show(compared));
  }

  private void show(@Nullable StockComparison compared) {
    ModelReport report = model.report().get();
    if (compared == null || report == null) {
      lines.clear();
      return;
    }
    StockTable shown =
        StockTable.of(report.classes(), report.result().best().candidate(), compared);
    agreement.setText(shown.agreement());
    cost.setText(shown.cost());
    pair.setVisible(shown.pairs());
    table.getSortOrder().clear();
    lines.setAll(shown.lines());
    double height = HEAD + ROW * Math.clamp(shown.lines().size(), 1, MOST_ROWS) + 2;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private void fillTable() {
    SortedList<StockTable.Line> sorted = new SortedList<>(lines);
    // A third click at a header takes the sorting back, and the first order returns.
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId("stock-rows");
    table.setAccessibleText("Rows with the classes of both solvers");
    table.getStyleClass().add("scores");
    table.setFixedCellSize(ROW);
    TableColumn<StockTable.Line, StockTable.Line> name = nameColumn();
    table.getColumns().add(name);
    table.getColumns().add(text("actual", "Actual", StockTable.Line::actual));
    table.getColumns().add(text("own", "Own", StockTable.Line::own));
    table.getColumns().add(stockColumn());
    table.getColumns().add(pair);
    table.getColumns().add(number("own-decision", "Decision", StockTable.Line::ownDecision));
    table.getColumns().add(number("stock-decision", "Stock's", StockTable.Line::stockDecision));
    table
        .getColumns()
        .add(
            right(
                column(
                    "difference",
                    "Difference",
                    76,
                    StockTable.Line::difference,
                    StockTable::small)));
    table.getColumns().forEach(column -> column.setReorderable(false));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setRowFactory(view -> row());
    table.setOnKeyPressed(
        event -> {
          StockTable.Line line = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && line != null) {
            model.showRow(line.identity());
            event.consume();
          }
        });
  }

  private TableRow<StockTable.Line> row() {
    TableRow<StockTable.Line> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && row.getItem() != null) {
            model.showRow(row.getItem().identity());
          }
        });
    return row;
  }

  /** Names are sorted by the place of their rows, for "row 10" is not before "row 9". */
  private static TableColumn<StockTable.Line, StockTable.Line> nameColumn() {
    TableColumn<StockTable.Line, StockTable.Line> column =
        column("row", "Row", 60, Function.identity(), StockTable.Line::name);
    column.setComparator((one, other) -> Integer.compare(one.place(), other.place()));
    return column;
  }

  private static TableColumn<StockTable.Line, String> text(
      String id, String title, Function<StockTable.Line, String> value) {
    return column(id, title, 50, value, Function.identity());
  }

  private static TableColumn<StockTable.Line, StockTable.Line> stockColumn() {
    TableColumn<StockTable.Line, StockTable.Line> column =
        column(
            "stock",
            "Stock",
            50,
            Function.identity(),
            line -> (line.differs() ? "≠ " : "") + line.stock());
    column.setComparator((one, other) -> one.stock().compareTo(other.stock()));
    return column;
  }

  private static TableColumn<StockTable.Line, Double> number(
      String id, String title, Function<StockTable.Line, Double> value) {
    return right(column(id, title, 66, value, StockTable::decision));
  }

  private static TableColumn<StockTable.Line, Double> right(
      TableColumn<StockTable.Line, Double> column) {
    column.getStyleClass().add("number-column");
    return column;
  }

  private static <T> TableColumn<StockTable.Line, T> column(
      String id,
      String title,
      double width,
      Function<StockTable.Line, T> value,
      Function<T, String> text) {
    TableColumn<StockTable.Line, T> column = new TableColumn<>(title);
    column.setId("stock-column-" + id);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              private final Tooltip whole = new Tooltip();

              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                String shown = empty || item == null ? "" : text.apply(item);
                setText(shown);
                whole.setText(shown);
                setTooltip(shown.isEmpty() ? null : whole);
                setAlignment(item instanceof Double ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
              }
            });
    return column;
  }
}
