package org.quarry.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Questions;

/** Answers that are known before they are asked for, and what was asked. */
public final class PreparedAnswers implements Questions, FilePicker {
  /** What becomes of staged edits. */
  public Staged staged = Staged.CANCEL;

  /** Whether to do what cannot be undone. */
  public boolean confirmed;

  /** The file to open or to save to. */
  public Optional<Path> file = Optional.empty();

  /** What was asked, in order. */
  public final List<String> asked = new ArrayList<>();

  @Override
  public Staged closeWith(int edits, String name) {
    asked.add(edits + " in " + name);
    return staged;
  }

  @Override
  public boolean confirm(String what, String consequence, String verb) {
    asked.add(what + " " + verb);
    return confirmed;
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    asked.add(title);
    return file;
  }

  @Override
  public Optional<Path> save(String title, String name, Kind kind) {
    asked.add(title);
    return file;
  }
}
