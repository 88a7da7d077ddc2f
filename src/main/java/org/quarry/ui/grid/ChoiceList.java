package org.quarry.ui.grid;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The list of values below a field. It never takes the focus. */
final class ChoiceList extends ListView<Choices.Choice> {
  /** Rows in sight at most. */
  static final int ROWS = 8;

  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final double ROW = 24;
  private static final double WIDTH = 260;

  private final Runnable picked;
  private final Runnable more;
  private boolean hasMore;
  private boolean watched;
  private boolean guessed;

  /**
   * Makes an empty one.
   *
   * @param picked called when a value was chosen with the mouse
   * @param more called when its end is in sight and there are more values
   */
  ChoiceList(Runnable picked, Runnable more) {
    this.picked = picked;
    this.more = more;
    getStyleClass().add("grid-choices");
    setManaged(false);
    setFocusTraversable(false);
    setFixedCellSize(ROW);
    Label nothing = new Label("Nothing found");
    nothing.getStyleClass().add("grid-choice-label");
    setPlaceholder(nothing);
    setCellFactory(view -> new Cell());
    addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
  }

  int size() {
    return getItems().size();
  }

  void show(Choices.Page page) {
    hasMore = page.more();
    getItems().setAll(page.choices());
    if (!getItems().isEmpty()) {
      scrollTo(0);
    }
  }

  void add(Choices.Page page) {
    hasMore = page.more();
    getItems().addAll(page.choices());
  }

  /** The value chosen by an arrow, the mouse, or because what is typed is it. */
  Optional<Choices.Choice> chosen() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  void chooseNone() {
    getSelectionModel().clearSelection();
  }

  /** Chooses the value of a text, if it is there. */
  boolean choose(String text) {
    for (int at = 0; at < size(); at++) {
      String value = getItems().get(at).value().text();
      if (text.equals(value)) {
        reach(at);
        guessed = true;
        return true;
      }
    }
    chooseNone();
    return false;
  }

  /** Whether the value was chosen for its text and is not the only one that has it. */
  boolean guesses(String text) {
    return guessed
        && (hasMore
            || getItems().stream().filter(each -> text.equals(each.value().text())).count() > 1);
  }

  /** Whether the value was chosen for its text, not by a person. */
  boolean guessed() {
    return guessed;
  }

  /** Chooses the value so many rows further, the nearest one there is. */
  void move(int rows) {
    if (size() > 0) {
      int from = getSelectionModel().getSelectedIndex();
      int target = from < 0 && rows < 0 ? size() - 1 : from + rows;
      reach(Math.clamp(target, 0, size() - 1));
    }
  }

  /** Chooses the next value, after the last one the first. */
  void next() {
    if (size() > 0) {
      reach((getSelectionModel().getSelectedIndex() + 1) % size());
    }
  }

  private void reach(int at) {
    guessed = false;
    getSelectionModel().clearAndSelect(at);
    scrollTo(Math.max(0, at - ROWS / 2));
    if (hasMore && at >= size() - ROWS) {
      more.run();
    }
  }

  /** Stands below a cell, or above it where there is more room. */
  void place(Bounds cell) {
    watch();
    Region parent = (Region) getParent();
    double wanted = Math.clamp(size(), 1, ROWS) * ROW + 2;
    double below = parent.getHeight() - cell.getMaxY();
    double above = cell.getMinY();
    boolean under = below >= wanted || below >= above;
    double height = Math.min(wanted, Math.max(ROW, under ? below : above));
    double width = Math.min(parent.getWidth(), Math.max(WIDTH, cell.getWidth()));
    double x = Math.max(0, Math.min(cell.getMinX(), parent.getWidth() - width));
    resizeRelocate(x, under ? cell.getMaxY() : cell.getMinY() - height, width, height);
  }

  /** The scroll bar is there once the list has its skin. */
  private void watch() {
    if (watched) {
      return;
    }
    applyCss();
    for (Node node : lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        watched = true;
        bar.valueProperty()
            .addListener(
                (value, was, is) -> {
                  if (hasMore && is.doubleValue() > bar.getMax() * 0.9) {
                    more.run();
                  }
                });
      }
    }
  }

  /** A value with its label. */
  private final class Cell extends ListCell<Choices.Choice> {
    private final Label value = new Label();
    private final Label label = new Label();
    private final Label note = new Label();
    private final HBox box = new HBox(8, value, note, label);

    Cell() {
      value.getStyleClass().add("grid-choice-value");
      value.setMinWidth(Region.USE_PREF_SIZE);
      label.getStyleClass().add("grid-choice-label");
      note.getStyleClass().add("grid-choice-note");
      note.setMinWidth(Region.USE_PREF_SIZE);
      note.managedProperty().bind(note.visibleProperty());
      box.setAlignment(Pos.CENTER_LEFT);
      // The list's own behaviour would take the focus from the field.
      addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void pressed(MouseEvent event) {
      event.consume();
      if (!isEmpty()) {
        guessed = false;
        ChoiceList.this.getSelectionModel().clearAndSelect(getIndex());
        picked.run();
      }
    }

    @Override
    protected void updateItem(Choices.@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(null);
      setGraphic(empty || choice == null ? null : box);
      if (choice != null) {
        value.setText(choice.value().isNull() ? "NULL" : oneLine(choice.value().shown()));
        value.pseudoClassStateChanged(NULL, choice.value().isNull());
        label.setText(oneLine(choice.label()));
        note.setText(choice.note());
        note.setVisible(!choice.note().isEmpty());
      }
    }

    private static String oneLine(String text) {
      return text.isEmpty() ? "" : text.replace('\n', '⏎').replace('\r', ' ');
    }
  }
}
