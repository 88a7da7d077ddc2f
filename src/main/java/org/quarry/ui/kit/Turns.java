package org.quarry.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Actions on the UI thread of which each waits until what the one before brought was drawn, so that
 * a large screen comes in several short frames instead of a long one. For the UI thread.
 */
final class Turns {
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  /** Takes an action; it is done after the next frame, or after those that wait already. */
  void add(Runnable action) {
    waiting.add(action);
    if (waiting.size() == 1) {
      afterFrame();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void afterFrame() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        stop();
        // A timer is told before its frame is drawn; what is put off until later comes after it.
        Platform.runLater(Turns.this::next);
      }
    }.start();
  }

  private void next() {
    try {
      waiting.element().run();
    } finally {
      waiting.remove();
      if (!waiting.isEmpty()) {
        afterFrame();
      }
    }
  }
}
