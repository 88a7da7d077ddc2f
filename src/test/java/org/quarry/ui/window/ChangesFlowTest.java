package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.app.ThreadedJobs;
import org.quarry.database.SqliteProgram;
import org.quarry.database.journal.Journals;
import org.quarry.database.journal.KeptJournal;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.training.Training;
import org.quarry.ui.changes.ChangeLine;
import org.quarry.ui.changes.ChangesModel;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.records.RecordsView;
import org.quarry.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Staged edits in the window: listed, dropped, read as SQL, in conflict, refused, brought back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangesFlowTest extends FxRobot {
  private static final long PATIENCE = 20;

  @TempDir static Path home;
  private static final List<Runnable> BEATS = new ArrayList<>();
  private static final Background BACKGROUND = Background.of(new ThreadedJobs());
  private static Journals journals;
  private static WindowModel model;
  private static MainWindow content;
  private static Preferences preferences;
  private Path file = Path.of("");

  @BeforeAll
  static void show() throws Exception {
    journals = new Journals(home.resolve("journals"), Runnable::run);
    Stage stage = FxToolkit.registerPrimaryStage();
    preferences = new Preferences();
    preferences.colours().set(Preferences.Colours.LIGHT);
    model =
        new WindowModel(
            BACKGROUND,
            preferences,
            home.resolve("sample.db"),
            new NobodyAnswers(),
            journals,
            action -> {
              BEATS.add(action);
              return () -> BEATS.remove(action);
            });
    content = WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, () -> content(stage));
  }

  private static MainWindow content(Stage stage) {
    Training training =
        new Training(
            WekaHome.at(home.resolve("weka")), Workers.onCallingThread(), InstantSource.system());
    MainWindow made = new MainWindow(model, new NobodyAnswers(), training);
    Scene scene = new Scene(made, 1000, 700);
    Theme theme = new Theme(preferences);
    theme.dress(scene);
    made.setUserData(theme);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    return made;
  }

  @BeforeEach
  void make() throws Exception {
    Path folder = Files.createTempDirectory(home, "t");
    file = SqliteProgram.predictions(folder.resolve("cancer.db"), 300);
  }

  @AfterEach
  void close() {
    on(
        () -> {
          model.dismiss();
          model.closeFile();
        });
    rest();
  }

  private void open() {
    on(() -> model.open(file));
    rest();
  }

  private static void on(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, action);
    draw();
  }

  private static void draw() {
    for (int pass = 0; pass < 2; pass++) {
      WaitForAsyncUtils.waitForAsyncFx(
          PATIENCE * 1000,
          () -> {
            content.applyCss();
            content.layout();
          });
    }
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        PATIENCE,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, condition));
    draw();
  }

  private static void rest() {
    draw();
    try {
      until(BACKGROUND::isIdle);
    } catch (Exception late) {
      throw new AssertionError(late);
    }
  }

  private static OpenDatabase current() {
    OpenDatabase open = model.open().get();
    if (open == null) {
      throw new AssertionError("no file is open");
    }
    return open;
  }

  private static ChangesModel changes() {
    return content.changes().orElseThrow();
  }

  private static DataGrid grid() {
    return ((RecordsView) content.tabs().orElseThrow().current().orElseThrow().node()).grid();
  }

  private static String cell(long row, int column) {
    return ((Text) grid().cellNode(row, column).orElseThrow()).getText();
  }

  private void stage(long row, String column, @Nullable Object old, @Nullable Object now) {
    on(
        () ->
            current()
                .journal()
                .set(
                    "predictions",
                    List.of(new CellEdit(new RowKey.Rowid(row), column, true, old, now))));
  }

  private void press(String id) {
    clickOn(lookup(id).<ButtonBase>query());
    rest();
  }

  private String words(String bar) {
    return lookup(bar).query().isVisible()
        ? from(lookup(bar).<Node>query()).lookup("#problem-what").<Label>query().getText()
        : "";
  }

  private String sql(String query) throws Exception {
    return String.join(",", SqliteProgram.rows(file, query));
  }

  /** A picture of the window in both colours, where {@code quarry.pictures} names a folder. */
  private void picture(String name) throws Exception {
    String folder = System.getProperty("quarry.pictures");
    if (folder == null) {
      return;
    }
    for (Preferences.Colours colours :
        List.of(Preferences.Colours.DARK, Preferences.Colours.LIGHT)) {
      on(() -> preferences.colours().set(colours));
      on(
          () -> {
            try {
              ImageIO.write(
                  SwingFXUtils.fromFXImage(content.getScene().snapshot(null), null),
                  "png",
                  Path.of(folder, name + "-" + colours + ".png").toFile());
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  @Test
  void thePanelListsDropsAndShowsTheSql() throws Exception {
    open();
    stage(2, "country", "NLD", "it's");
    stage(250, "predicted_class", null, 0L);
    on(() -> current().journal().delete("predictions", List.of(new RowKey.Rowid(9))));
    press("#show-changes");
    ListView<ChangeLine> list = lookup("#changes-list").query();
    assertThat(list.getItems()).hasSize(4);
    assertThat(list.getItems().getFirst()).isEqualTo(new ChangeLine.Heading("predictions", 3));
    picture("changes");

    press("#changes-show-sql");
    assertThat(lookup("#changes-sql").<TextArea>query().getText())
        .isEqualTo(
            """
            BEGIN IMMEDIATE;
            DELETE FROM "predictions" WHERE rowid = 9;
            UPDATE "predictions" SET "country" = 'it''s' WHERE rowid = 2 AND "country" IS 'NLD';
            UPDATE "predictions" SET "predicted_class" = 0 WHERE rowid = 250 AND "predicted_class" IS NULL;
            COMMIT;
            """);
    picture("changes-sql");
    press("#changes-copy-sql");
    assertThat(
            WaitForAsyncUtils.waitForAsyncFx(
                1000, () -> Clipboard.getSystemClipboard().getString()))
        .contains("WHERE rowid = 250");
    press("#changes-show-sql");

    clickOn("row 250 · predicted_class");
    rest();
    assertThat(grid().lead()).contains(new CellPosition(249, 5));
    assertThat(cell(249, 5)).isEqualTo("0");

    on(() -> changes().drop(list.getItems().get(2)));
    assertThat(current().journal().size()).isEqualTo(2);
    on(model::undo);
    assertThat(current().journal().size()).isEqualTo(3);
    press("#changes-close");
    assertThat(lookup("#changes-list").queryAll()).isEmpty();
  }

  @Test
  void conflictsAreDecidedInThePanelAndThenWritten() throws Exception {
    open();
    stage(1, "country", "CZE", "mine 1");
    stage(2, "country", "NLD", "mine 2");
    stage(3, "country", "AUT", "mine 3");
    stage(4, "country", "CZE", "mine 4");
    SqliteProgram.run(
        file,
        "UPDATE predictions SET country = 'theirs ' || person_id WHERE person_id < 3",
        "DELETE FROM predictions WHERE person_id = 3");
    on(model::write);
    rest();
    assertThat(words("#window-problem")).isEqualTo("3 rows were changed or deleted meanwhile.");
    assertThat(lookup("#changes-title").<Label>query().getText())
        .isEqualTo("Changes · 3 conflicts to decide");
    assertThat(lookup("theirs: 'theirs 1'").queryAll()).isNotEmpty();
    picture("conflicts");
    clickOn(lookup(".keep-mine").nth(0).<Button>query());
    rest();
    assertThat(changes().conflicts().get()).hasSize(2);
    press("#take-all-theirs");
    assertThat(changes().conflicts().get()).isEmpty();
    on(model::write);
    rest();
    assertThat(current().journal().size()).isZero();
    assertThat(sql("SELECT country FROM predictions WHERE person_id < 5"))
        .isEqualTo("mine 1,theirs 2,mine 4");
  }

  @Test
  void aRefusedRowIsShownAndSelected() throws Exception {
    open();
    stage(1, "country", "CZE", "fine");
    stage(290, "timestamp", "2020-06-17 00:00:00", null);
    on(model::write);
    rest();
    assertThat(words("#window-problem"))
        .isEqualTo("A rule of the table refuses predictions, row 290, column “timestamp”.");
    assertThat(grid().lead()).contains(new CellPosition(289, 6));
    assertThat(current().journal().size()).isEqualTo(2);
    picture("refused");
  }

  @Test
  void editsOfLastTimeAreOfferedAndNeverAppliedUnasked() throws Exception {
    KeptJournal last = journals.open(file, problem -> {});
    last.journal()
        .set(
            "predictions",
            List.of(new CellEdit(new RowKey.Rowid(1), "country", true, "CZE", "SVK")));
    last.close();
    open();
    assertThat(words("#recovery")).isEqualTo("1 edit from last time was not written.");
    assertThat(cell(0, 1)).isEqualTo("CZE");
    picture("recovery");
    press("#bring-back");
    assertThat(words("#recovery")).isEmpty();
    assertThat(cell(0, 1)).isEqualTo("SVK");
    on(model::undo);
    assertThat(cell(0, 1)).isEqualTo("CZE");
  }

  @Test
  void aWriteOfAnotherProgramIsSeenInPlace() throws Exception {
    open();
    BEATS.getFirst().run();
    on(
        () -> {
          grid().scrollTo(150);
          grid().select(155, 1);
        });
    rest();
    SqliteProgram.run(file, "UPDATE predictions SET country = 'new' WHERE person_id = 156");
    BEATS.getFirst().run();
    until(() -> "new".equals(cell(155, 1)));
    rest();
    assertThat(grid().firstVisibleRow()).isEqualTo(150);
    assertThat(grid().lead()).contains(new CellPosition(155, 1));
  }

  @Test
  void ownWritesAreNotTakenForForeignOnes() throws Exception {
    open();
    BEATS.getFirst().run();
    stage(1, "country", "CZE", "SVK");
    on(model::write);
    rest();
    boolean[] told = {false};
    on(() -> current().onWritten(() -> told[0] = true));
    BEATS.getFirst().run();
    rest();
    assertThat(told[0]).isFalse();
  }

  @Test
  void aReplacedOrDeletedFileIsSaid() throws Exception {
    open();
    BEATS.getFirst().run();
    Path other = SqliteProgram.predictions(file.resolveSibling("other.db"), 2);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    BEATS.getFirst().run();
    until(() -> !words("#window-problem").isEmpty());
    assertThat(words("#window-problem"))
        .isEqualTo("Another file stands in the place of cancer.db.");
    press("#try-again");
    assertThat(lookup("#records-count").<Label>query().getText()).startsWith("2 rows");
    BEATS.getFirst().run();
    Files.delete(file);
    BEATS.getFirst().run();
    until(() -> !words("#window-problem").isEmpty());
    assertThat(words("#window-problem")).isEqualTo("cancer.db is no longer where it was.");
  }
}
