package org.quarry.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/** A verb of the program: what menus, buttons, keys and the palette share. For the UI thread. */
public final class Command {
  private final String id;
  private final StringProperty title;
  private final String key;
  private final Runnable action;
  private String group = "";
  private boolean apart;
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);

  /**
   * Makes an enabled command.
   *
   * @param id stable and unique, also the CSS id of its button: "write-changes"
   * @param title the verb in sentence case: "Write changes"
   * @param key as {@code KeyCombination.valueOf} reads it, "Shortcut+S", or empty
   * @param action what it does
   */
  public Command(String id, String title, String key, Runnable action) {
    this.id = id;
    this.title = new SimpleStringProperty(title);
    this.key = key;
    this.action = action;
  }

  /** Makes it follow a condition: disabled, never hidden, while that is false. */
  public Command when(ObservableBooleanValue allowed) {
    enabled.bind(allowed);
    return this;
  }

  /**
   * Puts it into a submenu with the other commands of a group.
   *
   * @param verb the submenu's title: "Copy as"; where the command's own title begins with it, only
   *     the rest is shown in the submenu
   */
  public Command in(String verb) {
    group = verb;
    return this;
  }

  /** The title of its submenu, or empty. */
  public String group() {
    return group;
  }

  /** Sets it apart from what stands above it in a menu. */
  public Command apart() {
    apart = true;
    return this;
  }

  /** Whether a line stands above it in a menu. */
  public boolean isApart() {
    return apart;
  }

  /** Stable and unique. */
  public String id() {
    return id;
  }

  /** The verb; may change ("Undo: 3 cells"). */
  public StringProperty title() {
    return title;
  }

  /** Its key, or empty. */
  public String key() {
    return key;
  }

  /** Whether it can run now. */
  public ObservableBooleanValue enabled() {
    return enabled;
  }

  /** Runs it if it can run now. */
  public void run() {
    if (enabled.get()) {
      action.run();
    }
  }
}
