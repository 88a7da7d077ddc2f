package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.records.RecordsView;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window as the program builds it, on a window system, with its own dialogs. */
@Tag("window")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DesktopAppTest {
  @TempDir Path home;
  private final FxRobot robot = new FxRobot();
  private Path file = Path.of("");

  @BeforeEach
  void database() throws Exception {
    file = SqliteProgram.predictions(Files.createDirectory(home.resolve("db")).resolve("c.db"), 5);
  }

  private void inDesktop(Consumer<Desktop> act) throws TimeoutException {
    Stage stage = FxToolkit.registerStage(Stage::new);
    Desktop desktop =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Desktop made = new Desktop(stage, new Directories(home), new Preferences());
              stage.setX(0);
              stage.setY(0);
              stage.show();
              made.model().open(file);
              return made;
            });
    rest(desktop);
    try {
      act.accept(desktop);
    } finally {
      robot.interact(
          () -> {
            stage.hide();
            desktop.model().revert();
            desktop.close();
          });
    }
  }

  private static void rest(Desktop desktop) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> desktop.background().isIdle()));
    } catch (TimeoutException late) {
      throw new AssertionError(late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void awaitClosed(Stage stage) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> !stage.isShowing()));
    } catch (TimeoutException late) {
      throw new AssertionError("the window stays", late);
    }
  }

  private static Stage stage(Desktop desktop) {
    return (Stage) desktop.scene().getWindow();
  }

  private void deleteFirstRow(Desktop desktop) {
    robot.interact(
        () -> {
          Node shown = desktop.content().lookup("#records-grid");
          while (!(shown instanceof RecordsView records)) {
            shown = shown.getParent();
          }
          records.model().deleteRows(0, 0);
        });
  }

  private void askToClose(Desktop desktop) {
    Stage stage = stage(desktop);
    var _ =
        WaitForAsyncUtils.asyncFx(
            () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    try {
      WaitForAsyncUtils.waitFor(
          10, TimeUnit.SECONDS, () -> !robot.lookup(".dialog-pane").queryAll().isEmpty());
    } catch (TimeoutException late) {
      throw new AssertionError("no dialog", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String count() {
    try {
      return SqliteProgram.rows(file, "SELECT count(*) FROM predictions").getFirst();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void theProgramOpensTheFileItIsGiven() throws Exception {
    ProgramRun run = ProgramRun.startOnDisplay(home, file.toString());
    Path settings = home.resolve("settings.json");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (run.isRunning() && !names(settings, file) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(names(settings, file)).isTrue();
    assertThat(run.isRunning()).isTrue();
    run.interrupt();
    run.end(20);
    assertThat(run.err()).isEmpty();
  }

  /** The settings are written more than once, first with the window's size alone. */
  private static boolean names(Path settings, Path opened) throws IOException {
    return Files.exists(settings) && Files.readString(settings).contains(opened.toString());
  }

  @Test
  void theTitleNamesTheFileAndItsState() throws Exception {
    inDesktop(
        desktop -> {
          assertThat(stage(desktop).getTitle()).isEqualTo("c.db — Quarry");
          deleteFirstRow(desktop);
          assertThat(stage(desktop).getTitle()).isEqualTo("c.db* — Quarry");
        });
  }

  @Test
  void escapeInTheDialogKeepsTheWindowOpen() throws Exception {
    inDesktop(
        desktop -> {
          deleteFirstRow(desktop);
          askToClose(desktop);
          DialogPane dialog = robot.lookup(".dialog-pane").query();
          assertThat(dialog.getHeaderText()).isEqualTo("1 change of c.db is not written.");
          assertThat(buttons(dialog))
              .containsExactlyInAnyOrder("Write 1 change", "Discard", "Cancel");
          robot.type(KeyCode.ESCAPE);
          WaitForAsyncUtils.waitForFxEvents();
          assertThat(stage(desktop).isShowing()).isTrue();
          assertThat(desktop.model().open().get()).isNotNull();
          assertThat(count()).isEqualTo("5");
        });
  }

  private static List<String> buttons(DialogPane dialog) {
    return dialog.getButtonTypes().stream()
        .map(type -> ((ButtonBase) dialog.lookupButton(type)).getText())
        .collect(Collectors.toList());
  }

  @Test
  void enterInTheDialogWritesAndCloses() throws Exception {
    inDesktop(
        desktop -> {
          deleteFirstRow(desktop);
          askToClose(desktop);
          robot.type(KeyCode.ENTER);
          awaitClosed(stage(desktop));
          assertThat(count()).isEqualTo("4");
        });
  }
}
