package org.quarry.ui.window;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.quarry.app.ThreadedJobs;
import org.quarry.database.journal.Journals;
import org.quarry.learning.WekaHome;
import org.quarry.learning.Workers;
import org.quarry.learning.training.Training;
import org.quarry.ui.changes.ChangesModel;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Questions;
import org.quarry.ui.records.RecordsView;
import org.quarry.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program's window, 1000 by 700, with prepared answers where a person would be asked. */
public final class QuarryWindow extends FxRobot {
  private static final long PATIENCE = 20;
  private static final KeyCode SHORTCUT =
      System.getProperty("os.name").startsWith("Mac") ? KeyCode.META : KeyCode.CONTROL;

  /** What the program remembers. */
  public final Preferences preferences = new Preferences();

  /** What a person would answer. */
  public final PreparedAnswers answers = new PreparedAnswers();

  /** The model behind the window. */
  public final WindowModel model;

  /** Starts its jobs, as in the program. */
  public final Background background = Background.of(new ThreadedJobs());

  private final MainWindow content;
  private final Robot keyboard = new Robot();
  private final Theme theme;

  private QuarryWindow(Stage stage, Path folder) {
    theme = new Theme(preferences);
    preferences.colours().set(Preferences.Colours.LIGHT);
    // At a thousand pixels the panel beside the rows is folded.
    preferences.sideShown().set(false);
    model =
        new WindowModel(
            background,
            preferences,
            folder.resolve("sample.db"),
            answers,
            new Journals(folder.resolve("journals"), Runnable::run),
            action -> () -> {});
    Training training =
        new Training(
            WekaHome.at(folder.resolve("weka")),
            Workers.onCallingThread(),
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    content = new MainWindow(model, answers, training);
    Scene scene = new Scene(content, 1000, 700);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
  }

  /** Shows one without a file; {@code folder} takes what the program would keep. */
  public static QuarryWindow show(Path folder) throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    QuarryWindow[] made = new QuarryWindow[1];
    new FxRobot().interact(() -> made[0] = new QuarryWindow(stage, folder));
    return made[0];
  }

  /** Opens a file and waits until its first rows and all counts are there. */
  public void open(Path file) {
    on(() -> model.open(file));
    rest();
  }

  /** Closes the file, whatever is staged. */
  public void closeFile() {
    answers.staged = Questions.Staged.DISCARD;
    on(
        () -> {
          model.dismiss();
          model.closeFile();
        });
    rest();
  }

  /** Does something on the UI thread and draws what comes of it. */
  public void on(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, action);
    draw();
  }

  private void draw() {
    for (int pass = 0; pass < 2; pass++) {
      WaitForAsyncUtils.waitForAsyncFx(
          PATIENCE * 1000,
          () -> {
            content.applyCss();
            content.layout();
          });
    }
  }

  /** Waits until something is so on the UI thread. */
  public void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, condition));
    } catch (TimeoutException late) {
      throw new AssertionError("not within " + PATIENCE + " s", late);
    }
    draw();
  }

  /** Waits until no job is under way and what they brought is drawn. */
  public void rest() {
    draw();
    until(background::isIdle);
  }

  /** What the drag and drop of files ends in. */
  public void drop(Path... files) {
    on(() -> content.drop(List.of(files)));
    rest();
  }

  /** The open file. */
  public OpenDatabase current() {
    OpenDatabase open = model.open().get();
    if (open == null) {
      throw new AssertionError("no file is open");
    }
    return open;
  }

  /** The tabs of the open file. */
  public WorkTabs tabs() {
    return content.tabs().orElseThrow();
  }

  /** The staged edits of the open file. */
  public ChangesModel changes() {
    return content.changes().orElseThrow();
  }

  /** The Records tab in front. */
  public RecordsView records() {
    return (RecordsView) tabs().current().orElseThrow().node();
  }

  /** Shows the rows of a table. */
  public void showTable(String table) {
    on(() -> tabs().showTable(current().schema().get().table(table).orElseThrow()));
    rest();
  }

  /** The grid of the Records tab in front. */
  public DataGrid grid() {
    return records().grid();
  }

  /** What a visible cell shows. */
  public String cell(long row, int column) {
    return ((Text) node(row, column)).getText();
  }

  private Node node(long row, int column) {
    return grid()
        .cellNode(row, column)
        .orElseThrow(() -> new AssertionError("not in view: " + row + ", " + column));
  }

  /** Presses keys together; at once, where the robot of the base class rests after each. */
  @Override
  public FxRobot push(KeyCode... keys) {
    List<KeyCode> codes =
        Arrays.stream(keys).map(key -> key == KeyCode.SHORTCUT ? SHORTCUT : key).toList();
    on(() -> codes.forEach(keyboard::keyPress));
    on(() -> codes.reversed().forEach(keyboard::keyRelease));
    return this;
  }

  /** Types into what has the focus; at once. */
  @Override
  public FxRobot write(String text) {
    on(() -> text.codePoints().mapToObj(Character::toString).forEach(this::type));
    return this;
  }

  private void type(String character) {
    Node focused = Objects.requireNonNull(content.getScene().getFocusOwner(), "nothing has focus");
    focused.fireEvent(
        new KeyEvent(
            KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  /** Clicks a visible cell. */
  public void click(long row, int column) {
    clickOn(point(row, column));
    draw();
  }

  /** A visible cell's left part on the screen. */
  public Point2D point(long row, int column) {
    Bounds bounds = node(row, column).localToScreen(node(row, column).getBoundsInLocal());
    return new Point2D(bounds.getMinX() + 3, bounds.getCenterY());
  }

  /** Runs a command of the Records tab in front and waits for what it does. */
  public void run(String command) {
    on(
        () ->
            records().commands().stream()
                .filter(each -> each.id().equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command " + command))
                .run());
    rest();
  }

  /** Selects a cell with the keyboard's focus on the grid, scrolls to it, and waits. */
  public void select(long row, int column) {
    on(
        () -> {
          grid().select(row, column);
          grid().requestFocus();
        });
    rest();
  }

  /** Selects whole rows with the keyboard's focus on the grid. */
  public void selectRows(long first, long last) {
    on(
        () -> {
          grid().requestFocus();
          grid().selectRows(first, last);
        });
  }

  /** The words of a label. */
  public String label(String query) {
    return lookup(query).<Label>query().getText();
  }

  /** What the bar for problems with the file says; empty while it is not there. */
  public String problem() {
    return words(lookup("#window-problem").query());
  }

  /** What the bar of the Records tab in front says; empty while it is not there. */
  public String recordsProblem() {
    return words(from(records()).lookup("#problem-bar").query());
  }

  private String words(Node bar) {
    return bar.isVisible()
        ? from(bar).lookup("#problem-what").<Label>query().getText()
            + " "
            + from(bar).lookup("#problem-why").<Label>query().getText()
        : "";
  }

  /** Whether the colours are dark. */
  public boolean dark() {
    return theme.dark().get();
  }
}
