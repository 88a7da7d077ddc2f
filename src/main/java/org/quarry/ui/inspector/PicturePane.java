package org.quarry.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** Shows a picture as large as there is room, and never larger than it is. */
final class PicturePane extends BorderPane {
  private static final double MARGIN = 24;

  private final Label words = new Label();
  private final Frame frame = new Frame();

  PicturePane() {
    frame.view.setId("inspector-image");
    words.setId("inspector-image-words");
    words.getStyleClass().add("inspector-foot");
    setCenter(frame);
    setBottom(words);
  }

  /** Shows another picture. */
  void show(Picture picture) {
    frame.view.setImage(image(picture));
    frame.view.setAccessibleText(picture.words());
    words.setText(picture.words());
    frame.requestLayout();
  }

  private static Image image(Picture picture) {
    WritableImage image = new WritableImage(picture.shownWidth(), picture.shownHeight());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.shownWidth(),
            picture.shownHeight(),
            PixelFormat.getIntArgbInstance(),
            picture.pixels(),
            0,
            picture.shownWidth());
    return image;
  }

  /** Fits the picture into itself. */
  private static final class Frame extends Region {
    private final ImageView view = new ImageView();

    Frame() {
      view.setPreserveRatio(true);
      view.setManaged(false);
      getStyleClass().add("inspector-picture");
      getChildren().add(view);
      setMinSize(0, 0);
      setPrefSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
      Image image = view.getImage();
      if (image == null) {
        return;
      }
      double scale =
          Math.min(
              1,
              Math.min(
                  Math.max(1, getWidth() - MARGIN) / image.getWidth(),
                  Math.max(1, getHeight() - MARGIN) / image.getHeight()));
      double width = image.getWidth() * scale;
      double height = image.getHeight() * scale;
      view.setFitWidth(width);
      view.setFitHeight(height);
      view.relocate(Math.rint((getWidth() - width) / 2), Math.rint((getHeight() - height) / 2));
    }
  }
}
