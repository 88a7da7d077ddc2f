package org.quarry.ui.changes;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.records.StagedRow;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** The panel of staged edits below the tabs: a list, or the SQL that writes them. */
public final class ChangesPanel extends BorderPane {
  private final ChangesModel model;
  private final BiConsumer<StagedRow, String> jump;
  private final ListView<ChangeLine> list = new ListView<>();
  private final TextArea sql = new TextArea();
  private final ToggleButton showSql = new ToggleButton("SQL");

  /** Whether a conflict is to be shown that was met. */
  private boolean sought;

  /**
   * Makes the panel.
   *
   * @param jump told the row, and the column or an empty name, that a person wants to see
   */
  public ChangesPanel(ChangesModel model, BiConsumer<StagedRow, String> jump) {
    this.model = model;
    this.jump = jump;
    setId("changes-panel");
    getStyleClass().add("changes-panel");
    getStylesheets()
        .add(
            Objects.requireNonNull(ChangesPanel.class.getResource("changes.css")).toExternalForm());
    list.setId("changes-list");
    list.setItems(model.lines());
    list.setFixedCellSize(30);
    list.setCellFactory(view -> new ChangeCell(model));
    Label nothing =
        new Label("Nothing is staged. What you edit is listed here until it is written.");
    nothing.getStyleClass().add("secondary");
    list.setPlaceholder(nothing);
    list.setOnMouseClicked(event -> jump());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            jump();
          } else if (event.getCode() == KeyCode.DELETE) {
            dropSelected();
          }
        });
    sql.setId("changes-sql");
    sql.getStyleClass().add("mono");
    sql.setEditable(false);
    showSql.setId("changes-show-sql");
    showSql.selectedProperty().addListener((property, was, is) -> fill());
    model.lines().subscribe(this::fill);
    model
        .conflicts()
        .addListener(
            (property, was, is) -> {
              sought = was.isEmpty() && !is.isEmpty();
              showSql.setSelected(showSql.isSelected() && !sought);
            });
    list.heightProperty().addListener((property, was, is) -> showConflict());
    setTop(new VBox(head(), along()));
    fill();
  }

  private HBox head() {
    Label title = new Label();
    title.setId("changes-title");
    title.getStyleClass().add("change-table");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.conflicts().get().isEmpty()
                        ? "Changes"
                        : "Changes · "
                            + Texts.count(model.conflicts().get().size(), "conflict")
                            + " to decide",
                model.conflicts()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    BooleanBinding conflict =
        Bindings.createBooleanBinding(() -> !model.conflicts().get().isEmpty(), model.conflicts());
    Button copy = new Button("Copy SQL", Icons.of(Feather.COPY));
    copy.setId("changes-copy-sql");
    copy.getStyleClass().add("flat");
    copy.setOnAction(event -> copy());
    Button close = new Button("", Icons.of(Feather.X));
    close.setId("changes-close");
    close.getStyleClass().addAll("flat", "button-icon");
    Hint.on(close, "Hide the changes");
    close.setAccessibleText("Hide the changes");
    close.setOnAction(event -> model.shown().set(false));
    HBox head =
        new HBox(
            8,
            title,
            gap,
            decide("keep-all-mine", "Keep all mine", true, conflict),
            decide("take-all-theirs", "Take all theirs", false, conflict),
            showSql,
            copy,
            close);
    head.getStyleClass().add("changes-head");
    return head;
  }

  private HBox along() {
    Label words = new Label();
    words.setId("changes-along");
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "Writing the deletions also touches other rows: " + model.along().get() + ".",
                model.along()));
    HBox box = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), words);
    box.getStyleClass().add("changes-along");
    box.visibleProperty().bind(model.along().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Button decide(String id, String verb, boolean mine, ObservableBooleanValue conflict) {
    Button button = new Button(verb);
    button.setId(id);
    button.visibleProperty().bind(conflict);
    button.managedProperty().bind(conflict);
    button.setOnAction(event -> model.decideAll(mine));
    return button;
  }

  private void fill() {
    if (showSql.isSelected()) {
      model.showSql(sql::setText);
      setCenter(sql);
    } else {
      setCenter(list);
      showConflict();
    }
  }

  private void copy() {
    model.sql(ClipboardText::put);
  }

  /** Brings the first row that is to be decided into view, once it is listed and drawn. */
  private void showConflict() {
    int at = 0;
    while (at < model.lines().size() && !isConflict(model.lines().get(at))) {
      at++;
    }
    if (sought && at < model.lines().size() && list.getHeight() > 0) {
      sought = false;
      list.getSelectionModel().clearAndSelect(at);
      // Lines that the list has not yet counted cannot be scrolled to.
      list.applyCss();
      list.layout();
      // The line above says of which table the row is, or what else stands near it.
      list.scrollTo(Math.max(0, at - 1));
    }
  }

  private static boolean isConflict(ChangeLine line) {
    return switch (line) {
      case ChangeLine.Cell cell -> cell.conflict() != null;
      case ChangeLine.Whole whole -> whole.conflict() != null;
      default -> false;
    };
  }

  private @Nullable ChangeLine selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void jump() {
    ChangeLine line = selected();
    if (line instanceof ChangeLine.Cell cell) {
      jump.accept(cell.row(), cell.column());
    } else if (line instanceof ChangeLine.Whole whole) {
      jump.accept(whole.row(), "");
    }
  }

  private void dropSelected() {
    ChangeLine line = selected();
    if (line != null) {
      model.drop(line);
    }
  }
}
