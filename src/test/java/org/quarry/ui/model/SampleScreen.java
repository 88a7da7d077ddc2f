package org.quarry.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.svm.Kernel;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Monitor;

/** What tests of the screen without a window begin with: a copy of the sample for each. */
abstract class SampleScreen {
  @TempDir static Path folder;
  private static Path sample = Path.of("");

  Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  OpenDatabase open;

  @BeforeAll
  static void build() {
    sample = folder.resolve("sample.db");
    Sample.create(sample, Monitor.NONE);
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(sample, Files.createTempDirectory(folder, "copy").resolve("copy.db"));
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  final ModelModel screen() {
    Background background = Background.onCallingThread();
    open = Screens.open(background, file);
    return new ModelModel(background, open, Screens.training());
  }

  final void sql(String... statements) throws Exception {
    SqliteProgram.run(file, statements);
  }

  static FeatureChoice column(ModelModel screen, String name) {
    return screen.data().columns().stream()
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The notebook's search without those that cannot win: fast, and the winner is the same. */
  static void small(ModelModel screen) {
    screen.search().cs().typed().set("1, 10");
    screen.search().gammas().typed().set("0.1");
    screen.search().kernel(Kernel.Shape.POLY).set(false);
  }
}
