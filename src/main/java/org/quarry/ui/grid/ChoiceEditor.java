package org.quarry.ui.grid;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A field with a list of values below it that is searched as one types. Arrows go through the list,
 * Enter takes the value they stand on; what is typed can also be committed as it is.
 */
final class ChoiceEditor implements Editor {
  private static final Duration REST = Duration.millis(120);

  private final Host host;
  private final Choices choices;
  private final boolean toggles;
  private final TextField field;
  private final ChoiceList list;
  private final PauseTransition rest = new PauseTransition(REST);

  /** What it held at first: leaving it as it is picks nothing. */
  private final String first;

  private String searched = "";
  private boolean waiting;
  private boolean enterWaits;
  private boolean filling;
  private long search;

  ChoiceEditor(
      Pane layer, Host host, String text, boolean typed, Choices choices, boolean toggles) {
    this.host = host;
    this.choices = choices;
    this.toggles = toggles;
    first = typed ? "" : text;
    field = new TextField(text);
    field.getStyleClass().add("grid-editor");
    field.setManaged(false);
    list = new ChoiceList(this::pick, this::more);
    layer.getChildren().addAll(list, field);
    rest.setOnFinished(end -> search(field.getText()));
    field.textProperty().addListener(change -> typed());
    search(typed ? text : "");
  }

  @Override
  public TextInputControl control() {
    return field;
  }

  @Override
  public EditText value() {
    String text = field.getText();
    boolean stands =
        list.chosen().isEmpty() || list.guesses(text) || (list.guessed() && text.equals(first));
    return stands ? EditText.of(text) : list.chosen().orElseThrow().value();
  }

  private void typed() {
    if (filling) {
      return;
    }
    list.chooseNone();
    host.typed();
    if (choices.immediate()) {
      search(field.getText());
    } else {
      waiting = true;
      rest.playFromStart();
    }
  }

  private void search(String typed) {
    rest.stop();
    waiting = true;
    searched = typed;
    long mine = ++search;
    choices.search(typed, 0, page -> found(mine, typed, page));
  }

  private void found(long of, String typed, Choices.Page page) {
    if (of != search) {
      return;
    }
    // An answer to what was typed before leaves the search for what is typed now to come.
    waiting = rest.getStatus() == Animation.Status.RUNNING;
    list.show(page);
    if (field.getText().equals(typed)) {
      if (!list.choose(typed) && !typed.isBlank() && choices.takesFirst(typed)) {
        list.move(1);
      }
    } else {
      list.choose(field.getText());
    }
    host.resized();
    if (enterWaits) {
      enterWaits = false;
      host.picked();
    }
  }

  private void more() {
    if (!waiting) {
      waiting = true;
      long mine = search;
      choices.search(
          searched,
          list.size(),
          page -> {
            if (mine == search) {
              waiting = false;
              list.add(page);
            }
          });
    }
  }

  @Override
  public boolean pressed(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return false;
    }
    KeyCode code = event.getCode();
    int step =
        switch (code) {
          case DOWN, KP_DOWN -> 1;
          case UP, KP_UP -> -1;
          case PAGE_DOWN -> ChoiceList.ROWS;
          case PAGE_UP -> -ChoiceList.ROWS;
          default -> 0;
        };
    if (step != 0) {
      step(step);
      return true;
    }
    if (code == KeyCode.SPACE && toggles) {
      toggle();
      return true;
    }
    if (code == KeyCode.ENTER && waiting && choices.takesFirst(field.getText())) {
      enterWaits = true;
      search(field.getText());
      return true;
    }
    return false;
  }

  /** The character that Space would type comes as an event of its own. */
  @Override
  public boolean swallows(KeyEvent typed) {
    return toggles && " ".equals(typed.getCharacter());
  }

  private void step(int step) {
    list.move(step);
    fill();
  }

  /** Goes to the value after the one in the field. */
  void toggle() {
    list.show(allAtOnce());
    list.choose(field.getText());
    list.next();
    fill();
  }

  private Choices.Page allAtOnce() {
    Choices.Page[] all = {new Choices.Page(List.of(), false)};
    search++;
    choices.search("", 0, page -> all[0] = page);
    return all[0];
  }

  /** Writes the chosen value into the field without a new search. */
  private void fill() {
    list.chosen()
        .ifPresent(
            choice -> {
              filling = true;
              field.setText(choice.value().shown());
              field.selectAll();
              filling = false;
              host.typed();
            });
    host.resized();
  }

  private void pick() {
    fill();
    host.picked();
  }

  @Override
  public void placed(Bounds cell) {
    list.place(cell);
  }

  @Override
  public @Nullable Node around() {
    return list;
  }

  @Override
  public void close() {
    rest.stop();
    search++;
  }
}
