package org.quarry.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Preferences.Colours;

/** Applies the Primer theme, light or dark, and the two typefaces. For the UI thread. */
public final class Theme {
  private final BooleanBinding dark;

  /**
   * Applies the colours that the preferences ask for, now and whenever they or the system change.
   */
  public Theme(Preferences preferences) {
    List.of(
            "Inter-Regular.otf",
            "Inter-Bold.otf",
            "Inter-Italic.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf",
            "JetBrainsMono-Italic.ttf")
        .forEach(file -> Font.loadFont(resource("fonts/" + file).toExternalForm(), 13));
    var system = Platform.getPreferences().colorSchemeProperty();
    dark =
        Bindings.createBooleanBinding(
            () ->
                preferences.colours().get() == Colours.DARK
                    || (preferences.colours().get() == Colours.SYSTEM
                        && system.get() == ColorScheme.DARK),
            preferences.colours(),
            system);
    dark.addListener(change -> apply());
    apply();
  }

  private void apply() {
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Gives a scene what is Quarry's own over the theme. */
  public void dress(Scene scene) {
    scene.getStylesheets().add(resource("quarry.css").toExternalForm());
  }

  /** Whether the colours are dark now. */
  public BooleanBinding dark() {
    return dark;
  }

  private static URL resource(String name) {
    URL found = Theme.class.getResource(name);
    if (found == null) {
      throw new IllegalStateException("the program lacks its file " + name);
    }
    return found;
  }
}
