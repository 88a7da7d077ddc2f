package org.quarry.ui.grid;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A heading that is dragged to another place. It scrolls on while the mouse is near an edge; Esc
 * leaves all as it was.
 */
final class HeaderMove {
  /** So far the mouse may shake in a click, in pixels. */
  static final double SHAKE = 6;

  private static final double EDGE = 16;
  private static final double STEP = 16;

  private final GridState state;
  private final Runnable redraw;
  private final Timeline drift = new Timeline(new KeyFrame(Duration.millis(50), e -> drift()));
  private final EventHandler<KeyEvent> escape = this::pressed;
  private @Nullable GridColumns owner;
  private @Nullable Scene watched;
  private int from = -1;
  private double began;
  private double x;
  private boolean dragged;

  HeaderMove(GridState state, Runnable redraw) {
    this.state = state;
    this.redraw = redraw;
    drift.setCycleCount(Animation.INDEFINITE);
  }

  void setOwner(@Nullable GridColumns told) {
    owner = told;
  }

  /** Tells the owner of a width, if there is one. */
  void tellWidth(int column) {
    if (owner != null) {
      owner.widthChanged(column, state.columns.width(column));
    }
  }

  /** A heading was pressed. */
  void press(int column, double at, @Nullable Scene scene) {
    end();
    from = column;
    began = at;
    x = at;
    watched = scene;
    if (scene != null) {
      scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
  }

  /** The mouse went on to a pixel of the view. */
  void drag(double at) {
    x = at;
    dragged |= from >= 0 && Math.abs(at - began) > SHAKE;
    if (isMoving()) {
      drift.play();
      redraw.run();
    }
  }

  /** Whether a column follows the mouse. */
  boolean isMoving() {
    return dragged && from >= 0 && owner != null;
  }

  /** The column that is dragged, or -1. */
  int column() {
    return isMoving() ? from : -1;
  }

  /** Where the column would go, in pixels of the view; -1 while it would stay. */
  double target() {
    int gap = isMoving() ? gap() : from;
    return gap != from && gap != from + 1 ? state.columns.gapX(gap) : -1;
  }

  private int gap() {
    return state.columns.gapAt(Math.clamp(x, 0, Math.max(0, state.columns.view() - 1)));
  }

  /**
   * The mouse was released.
   *
   * @return the column that was clicked, or -1 where the mouse moved or Esc was pressed
   */
  int release() {
    int clicked = dragged ? -1 : from;
    int gap = gap();
    boolean goes = target() >= 0;
    int column = from;
    GridColumns told = owner;
    end();
    if (goes && told != null) {
      told.moved(column, gap > column ? gap - 1 : gap);
    }
    return clicked;
  }

  /** Lets go of the column. */
  void end() {
    drift.stop();
    if (watched != null) {
      watched.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    watched = null;
    from = -1;
    dragged = false;
    redraw.run();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isMoving()) {
      end();
      event.consume();
    }
  }

  private void drift() {
    double left = state.columns.frozenWidth();
    boolean back = x < 0 || (x >= left && x < left + EDGE);
    double step = back ? -STEP : x > state.columns.view() - EDGE ? STEP : 0;
    if (step != 0) {
      state.columns.scrollTo(state.columns.scroll() + step);
      redraw.run();
    }
  }
}
