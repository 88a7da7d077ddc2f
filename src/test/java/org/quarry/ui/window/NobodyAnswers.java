package org.quarry.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Questions;

/** Discards staged edits, agrees to everything and chooses no file. */
final class NobodyAnswers implements Questions, FilePicker {
  @Override
  public Staged closeWith(int edits, String name) {
    return Staged.DISCARD;
  }

  @Override
  public boolean confirm(String what, String consequence, String verb) {
    return true;
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String name, Kind kind) {
    return Optional.empty();
  }
}
