package org.quarry.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file dialogs. For the UI thread. */
public final class SystemFilePicker implements FilePicker {
  private final Supplier<@Nullable Window> owner;
  private @Nullable File folder;

  /** Makes one whose dialogs belong to the window that {@code owner} names. */
  public SystemFilePicker(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    return remember(chooser(title, kind).showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> save(String title, String name, Kind kind) {
    FileChooser chooser = chooser(title, kind);
    chooser.setInitialFileName(name);
    return remember(chooser.showSaveDialog(owner.get()));
  }

  private FileChooser chooser(String title, Kind kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    if (!kind.endings().isEmpty()) {
      chooser
          .getExtensionFilters()
          .add(
              new ExtensionFilter(
                  kind.title(), kind.endings().stream().map(end -> "*." + end).toList()));
    }
    chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
    return chooser;
  }

  private Optional<Path> remember(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    folder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }
}
