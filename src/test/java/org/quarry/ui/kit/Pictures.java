package org.quarry.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** What every program that writes pictures of a screen needs. For the UI thread. */
public final class Pictures {
  private static final String THEME = "/org/quarry/ui/theme/";
  private static final String[] FACES = {
    "Inter-Regular.otf",
    "Inter-Bold.otf",
    "Inter-Italic.otf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Bold.ttf"
  };

  private Pictures() {}

  /** Loads the program's letters. */
  public static void fonts() {
    for (String face : FACES) {
      Font.loadFont(resource("fonts/" + face), 13);
    }
  }

  /** Takes the dark or the light colours. */
  public static void colours(boolean dark) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /** Shows a screen of this size, dressed as in the program. */
  public static Scene show(Stage stage, Parent root, double width, double height) {
    Scene scene = new Scene(root, width, height);
    dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    return scene;
  }

  /** Gives a scene the program's styles. */
  public static void dress(Scene scene) {
    scene.getStylesheets().add(resource("quarry.css"));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Pictures.class.getResource(THEME + name)).toExternalForm();
  }

  /** Draws a scene; what a first drawing changes is in the next one. */
  public static void draw(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    scene.snapshot(null);
  }

  /** Writes a picture of a scene. */
  public static void save(Scene scene, Path file) {
    draw(scene);
    draw(scene);
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
