package org.quarry.ui.model.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.picture.Mark;
import org.quarry.learning.picture.Picture;

/**
 * Shows a picture in the width it is given; a click on a mark, or Enter, hands over the rows behind
 * it.
 */
final class PictureView extends Region {
  private static final double USUAL = 480;
  private static final double SHAPE = 0.72;
  private static final double LOWEST = 240;
  private static final double HIGHEST = 400;

  /** Draws a picture. */
  @FunctionalInterface
  interface Maker {
    /**
     * Draws.
     *
     * @param width the width there is
     * @param height a height that suits it; the picture may choose another
     */
    Picture draw(double width, double height);
  }

  private final Tooltip tip = new Tooltip();
  private final PictureKeys keys = new PictureKeys(this);
  private Consumer<int[]> rows = chosen -> {};
  private @Nullable Maker maker;
  private @Nullable Picture picture;

  PictureView(String id) {
    setId(id);
    getStyleClass().add("picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    widthProperty().subscribe((was, is) -> draw());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          requestFocus();
          meaning(event).ifPresent(this::open);
        });
    Tooltip.install(this, tip);
  }

  /** Hands over the rows that a mark stands for, if there are any. */
  void open(Mark.Meaning meaning) {
    if (meaning.rows().length > 0) {
      rows.accept(meaning.rows());
    }
  }

  /** Names who takes the rows behind a mark that is clicked. */
  void onRows(Consumer<int[]> taker) {
    rows = taker;
  }

  /** Shows what a maker draws, from now on. */
  void show(Maker shown) {
    maker = shown;
    draw();
    requestLayout();
  }

  /** Shows nothing any more: what the maker draws is gone. */
  void forget() {
    maker = null;
    picture = null;
    setAccessibleText("");
    getChildren().clear();
    keys.forget();
    requestLayout();
  }

  /** What is shown, if anything. */
  Optional<Picture> picture() {
    return Optional.ofNullable(picture);
  }

  private Picture drawn(Maker by, double width) {
    return by.draw(width, Math.clamp(width * SHAPE, LOWEST, HIGHEST));
  }

  private void draw() {
    Maker by = maker;
    if (by == null || getWidth() <= 0) {
      return;
    }
    Picture fresh = drawn(by, getWidth());
    picture = fresh;
    setAccessibleText(fresh.title());
    getChildren().setAll(fresh.marks().stream().map(PictureView::node).toList());
    getChildren().addAll(keys.nodes());
    keys.take(fresh);
  }

  private void point(MouseEvent event) {
    Optional<Mark.Meaning> meaning = meaning(event);
    tip.setText(meaning.map(Mark.Meaning::tip).orElse(""));
    tip.setOpacity(meaning.isPresent() ? 1 : 0);
    boolean shows = meaning.filter(each -> each.rows().length > 0).isPresent();
    setCursor(shows ? Cursor.HAND : Cursor.DEFAULT);
  }

  private Optional<Mark.Meaning> meaning(MouseEvent event) {
    Picture shown = picture;
    return shown == null ? Optional.empty() : shown.at(event.getX(), event.getY());
  }

  private static Node node(Mark mark) {
    Node node =
        switch (mark) {
          case Mark.Line line -> {
            Polyline shape = new Polyline(coordinates(line.spots()));
            shape.setStrokeWidth(line.width());
            if (line.dashed()) {
              shape.getStrokeDashArray().setAll(4.0, 4.0);
            }
            yield styled(shape, "stroke-", mark);
          }
          case Mark.Area area -> {
            Node shape = styled(new Polygon(coordinates(area.spots())), "fill-", mark);
            shape.setOpacity(0.15);
            yield shape;
          }
          case Mark.Box box -> {
            Node shape =
                styled(new Rectangle(box.x(), box.y(), box.width(), box.height()), "fill-", mark);
            shape.setOpacity(box.strength());
            yield shape;
          }
          case Mark.Dot dot -> {
            Circle shape = new Circle(dot.x(), dot.y(), dot.radius());
            shape.setStrokeWidth(2);
            yield styled(shape, dot.hollow() ? "stroke-" : "fill-", mark);
          }
          case Mark.Words words -> text(words);
        };
    node.setManaged(false);
    node.setMouseTransparent(true);
    return node;
  }

  private static double[] coordinates(List<Mark.Spot> spots) {
    double[] coordinates = new double[2 * spots.size()];
    for (int i = 0; i < spots.size(); i++) {
      coordinates[2 * i] = spots.get(i).x();
      coordinates[2 * i + 1] = spots.get(i).y();
    }
    return coordinates;
  }

  private static Node styled(Shape shape, String kind, Mark mark) {
    shape.getStyleClass().setAll(kind + mark.tone().text());
    return shape;
  }

  private static Node text(Mark.Words words) {
    Text text = new Text(words.text());
    text.setTextOrigin(VPos.CENTER);
    text.setY(words.y());
    text.getStyleClass().setAll("words", "fill-" + words.tone().text());
    if (words.strong()) {
      text.getStyleClass().add("strong");
    }
    double share =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> 0.5;
          case END -> 1;
        };
    // The width is known only once the font is, which is after this.
    text.layoutBoundsProperty()
        .subscribe(bounds -> text.setX(words.x() - share * bounds.getWidth()));
    return text;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return USUAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    Maker by = maker;
    return by == null ? 0 : drawn(by, width > 0 ? width : USUAL).height();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
