package org.quarry.ui.kit;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the program remembers of a person from one start to the next. For the UI thread. */
public final class Preferences {
  /** How many recent files are kept. */
  public static final int RECENT = 10;

  /** Which colours. */
  public enum Colours {
    SYSTEM,
    LIGHT,
    DARK
  }

  private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(Colours.SYSTEM);
  private final ObservableList<Path> recentFiles = FXCollections.observableArrayList();
  private final DoubleProperty width = new SimpleDoubleProperty(1280);
  private final DoubleProperty height = new SimpleDoubleProperty(800);
  private final DoubleProperty treeWidth = new SimpleDoubleProperty(260);
  private final BooleanProperty treeShown = new SimpleBooleanProperty(true);
  private final DoubleProperty sideWidth = new SimpleDoubleProperty(280);
  private final BooleanProperty sideShown = new SimpleBooleanProperty(true);
  private final SavedFilters savedFilters = new SavedFilters();
  private final TableLayouts tables = new TableLayouts();

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Colours> colours() {
    return colours;
  }

  /** The files opened last, the latest first. */
  public ObservableList<Path> recentFiles() {
    return recentFiles;
  }

  /** Puts a file at the head of the recent ones. */
  public void opened(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    recentFiles.remove(absolute);
    recentFiles.addFirst(absolute);
    if (recentFiles.size() > RECENT) {
      recentFiles.remove(RECENT, recentFiles.size());
    }
  }

  /** The window's width in pixels. */
  public DoubleProperty width() {
    return width;
  }

  /** The window's height in pixels. */
  public DoubleProperty height() {
    return height;
  }

  /** The schema tree's width in pixels. */
  public DoubleProperty treeWidth() {
    return treeWidth;
  }

  /** Whether the schema tree is shown. */
  public BooleanProperty treeShown() {
    return treeShown;
  }

  /** The width in pixels of the panel beside rows. */
  public DoubleProperty sideWidth() {
    return sideWidth;
  }

  /** Whether the panel beside rows is shown. */
  public BooleanProperty sideShown() {
    return sideShown;
  }

  /** The filters kept for tables. */
  public SavedFilters savedFilters() {
    return savedFilters;
  }

  /** How the columns of tables are arranged. */
  public TableLayouts tables() {
    return tables;
  }
}
