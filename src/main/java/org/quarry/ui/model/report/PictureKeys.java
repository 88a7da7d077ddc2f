package org.quarry.ui.model.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.quarry.learning.picture.Mark;
import org.quarry.learning.picture.Picture;

/**
 * The keyboard's way through a picture: arrows, Home and End go from mark to mark, Enter or Space
 * opens the rows behind one. What a mark is stands beside it and is said by a reader of screens.
 */
final class PictureKeys {
  private static final double ROOM = 4;

  private final PictureView view;
  private final Region ring = new Region();
  private final Label words = new Label();
  private List<Picture.Stop> stops = List.of();
  private String title = "";
  private int place = -1;

  PictureKeys(PictureView view) {
    this.view = view;
    ring.getStyleClass().add("picture-ring");
    words.getStyleClass().add("picture-words");
    words.setWrapText(true);
    for (Region each : List.of(ring, words)) {
      each.setManaged(false);
      each.setMouseTransparent(true);
    }
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    view.focusedProperty().subscribe(this::mark);
  }

  /** What shows the mark; to be above the picture. */
  List<Region> nodes() {
    return List.of(ring, words);
  }

  /** Goes over another picture: at the same mark while there are as many. */
  void take(Picture picture) {
    List<Picture.Stop> fresh = picture.stops();
    place = fresh.size() == stops.size() ? place : -1;
    stops = fresh;
    title = picture.title();
    view.setFocusTraversable(!stops.isEmpty());
    mark();
  }

  /** Has nothing to go over. */
  void forget() {
    stops = List.of();
    place = -1;
    view.setFocusTraversable(false);
  }

  private void press(KeyEvent event) {
    if (stops.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int to =
        switch (event.getCode()) {
          case RIGHT, KP_RIGHT -> Math.min(place + 1, stops.size() - 1);
          case LEFT, KP_LEFT -> Math.max(place - 1, 0);
          case UP, KP_UP -> beside(middle -> middle.y() < here().y() - 1);
          case DOWN, KP_DOWN -> beside(middle -> middle.y() > here().y() + 1);
          case HOME -> 0;
          case END -> stops.size() - 1;
          case ENTER, SPACE -> {
            if (place >= 0) {
              view.open(stops.get(place).meaning());
              event.consume();
            }
            yield -1;
          }
          default -> -1;
        };
    if (to >= 0) {
      place = to;
      mark();
      event.consume();
    }
  }

  private Mark.Spot here() {
    return stops.get(place).middle();
  }

  /** The nearest mark in a direction, what lies aside counting twice; -1 where there is none. */
  private int beside(Predicate<Mark.Spot> wanted) {
    if (place < 0) {
      return -1;
    }
    Mark.Spot from = here();
    return IntStream.range(0, stops.size())
        .filter(i -> wanted.test(stops.get(i).middle()))
        .boxed()
        .min(Comparator.comparingDouble(i -> distance(from, stops.get(i).middle())))
        .orElse(-1);
  }

  private static double distance(Mark.Spot from, Mark.Spot to) {
    return Math.hypot(2 * (to.x() - from.x()), to.y() - from.y());
  }

  /** Shows the mark the keyboard is at. */
  private void mark() {
    boolean shown = view.isFocused() && place >= 0;
    ring.setVisible(shown);
    words.setVisible(shown);
    if (!shown) {
      return;
    }
    Picture.Stop stop = stops.get(place);
    String tip = stop.meaning().tip();
    view.setAccessibleText(title + ". " + tip);
    ring.resizeRelocate(
        stop.x() - ROOM, stop.y() - ROOM, stop.width() + 2 * ROOM, stop.height() + 2 * ROOM);
    words.setText(tip);
    view.applyCss();
    double wide = Math.min(words.prefWidth(-1), view.getWidth());
    double high = words.prefHeight(wide);
    Bounds marked = ring.getBoundsInParent();
    double above = marked.getMinY() - high - ROOM;
    words.resizeRelocate(
        Math.clamp(marked.getCenterX() - wide / 2, 0, Math.max(0, view.getWidth() - wide)),
        above >= 0 ? above : marked.getMaxY() + ROOM,
        wide,
        high);
  }
}
