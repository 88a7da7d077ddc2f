package org.quarry.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one family, at the one size. */
public final class Icons {
  private Icons() {}

  /** An icon of 16 px that takes its colour from the theme. */
  public static FontIcon of(Ikon icon) {
    FontIcon node = new FontIcon(icon);
    node.setIconSize(16);
    return node;
  }
}
