package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.Reference;
import org.quarry.learning.training.Training;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Monitor;
import org.quarry.work.Work;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The screen in a window of the room it has at 1000 by 700 beside the schema tree. */
class ModelViewTest {
  @TempDir static Path folder;
  private static Path sample = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  private final FxRobot robot = new FxRobot();
  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private OpenDatabase open;

  @SuppressWarnings("NullAway.Init")
  private ModelModel model;

  /** Each job on a thread of its own; the next training can be held at its first reading. */
  private static final class HeldJobs implements Jobs {
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public <T> Job<T> start(String title, Work<T> work) {
      CountDownLatch mine = title.startsWith("Training") ? gate : new CountDownLatch(0);
      Job<T> job =
          new Job<>(
              title,
              monitor -> {
                await(mine);
                return work.run(monitor);
              });
      Thread.ofPlatform().daemon().start(job);
      return job;
    }

    private static void await(CountDownLatch gate) {
      try {
        assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private final HeldJobs jobs = new HeldJobs();
  private final Background background = Background.of(jobs);

  @BeforeAll
  static void window() throws Exception {
    sample = folder.resolve("sample.db");
    Sample.create(sample, Monitor.NONE);
    stage = FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(sample, Files.createTempDirectory(folder, "copy").resolve("copy.db"));
  }

  @AfterEach
  void close() {
    robot.interact(() -> model.close());
    open.database().close();
  }

  @AfterAll
  static void hide() {
    new FxRobot().interact(stage::hide);
  }

  private void show() {
    Training training = Screens.training();
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          open = Screens.open(background, file);
          model = new ModelModel(background, open, training);
          stage.setScene(new Scene(new ModelView(model, Screens.NO_FILES), 740, 590));
          stage.setX(0);
          stage.setY(0);
          stage.show();
        });
    until(() -> model.data().survey().get() != null || model.data().tables().isEmpty());
  }

  private static void until(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition::getAsBoolean));
    } catch (Exception late) {
      throw new AssertionError(late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  private boolean shown(String id) {
    return robot.lookup("#" + id).tryQuery().filter(ModelViewTest::isSeen).isPresent();
  }

  private static boolean isSeen(Node node) {
    Parent parent = node.getParent();
    return node.isVisible() && (parent == null || isSeen(parent));
  }

  private static List<String> predicted() throws Exception {
    try (var stream = Reference.class.getResourceAsStream("seed_predictions.csv")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1)[3])
          .toList();
    }
  }

  @Test
  void theNotebookInTwoClicks() throws Exception {
    show();
    assertThat(text("model-sentence"))
        .isEqualTo("569 rows, 3 features → target (2 classes), 114 held out");
    assertThat(text("summary-search")).isEqualTo("75 candidates");
    robot.clickOn("#train");
    until(() -> model.run().result().get() != null);
    assertThat(text("model-headline")).isEqualTo("Accuracy 0.939 on 114 rows held out");
    assertThat(text("model-best-candidate")).isEqualTo("Best: rbf, C 10, gamma 0.1");
    assertThat(List.of(text("matrix-0-0"), text("matrix-0-1"))).containsExactly("42", "6");
    assertThat(List.of(text("matrix-1-0"), text("matrix-1-1"))).containsExactly("1", "65");
    assertThat(text("model-report").lines().toList())
        .contains("    accuracy                           0.94       114");
    robot.clickOn("#fill-column");
    until(() -> model.use().filled().get() != null);
    assertThat(text("fill-counts")).isEqualTo("114 rows staged: 43 × 0, 71 × 1.");
    assertThat(
            open.journal().rows().stream()
                .map(row -> String.valueOf(row.change().values().get("predicted_class")))
                .toList())
        .isEqualTo(predicted());
    String[] copied = new String[1];
    robot.interact(() -> robot.lookup("#copy-command").queryButton().fire());
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .startsWith("quarry train ")
        .endsWith(" --split sklearn:5:0.2 --folds 3 --grid notebook --no-save");
    assertThat(robot.lookup("#saved-models").tryQuery()).isPresent();
    robot.clickOn("#copy-report");
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("              precision    recall  f1-score   support\n");
    robot.clickOn("#step-search");
    TableView<?> scores = robot.lookup("#model-scores").queryAs(TableView.class);
    assertThat(scores.getItems()).hasSize(75);
    ScoreRow first = (ScoreRow) scores.getItems().getFirst();
    assertThat(first.candidate().text()).isEqualTo("rbf, C 10, gamma 0.1");
    assertThat(first.rank()).isEqualTo(1);
    assertThat(scores.getItems().stream().map(row -> ((ScoreRow) row).index()).toList())
        .isEqualTo(
            model.run().scores().stream()
                .sorted(Comparator.comparingInt(ScoreRow::rank))
                .map(ScoreRow::index)
                .toList());
    assertThat(text("summary-use")).isEqualTo("Accuracy 0.939 on the rows held out");
  }

  @Test
  void stoppingLeavesNoResultAndAUsableTab() {
    show();
    jobs.gate = new CountDownLatch(1);
    robot.clickOn("#train");
    assertThat(shown("stop-training")).isTrue();
    assertThat(shown("model-progress")).isTrue();
    robot.clickOn("#stop-training");
    assertThat(shown("train")).isTrue();
    jobs.gate.countDown();
    until(background.running()::isEmpty);
    assertThat(model.run().result().get()).isNull();
    assertThat(text("model-progress-words"))
        .isEqualTo("Stopped after 0 of 225 fits. Nothing was kept.");
    assertThat(shown("problem-bar")).isFalse();
    robot.interact(
        () -> {
          model.search().cs().typed().set("10");
          model.search().gammas().typed().set("0.1");
        });
    jobs.gate = new CountDownLatch(0);
    robot.clickOn("#train");
    until(() -> model.run().result().get() != null);
    assertThat(model.run().scores()).hasSize(3);
  }

  @Test
  void stoppingAmongTheFitsDropsTheScores() {
    show();
    robot.interact(() -> model.search().cs().typed().set("1000, 5000, 20000, 100000"));
    boolean[] stopped = new boolean[1];
    robot.interact(
        () ->
            model
                .run()
                .done()
                .subscribe(
                    done -> {
                      if (done.intValue() > 0 && !stopped[0]) {
                        stopped[0] = true;
                        model.stopTraining().run();
                      }
                    }));
    robot.clickOn("#train");
    until(() -> stopped[0]);
    until(background.running()::isEmpty);
    assertThat(model.run().result().get()).isNull();
    assertThat(model.run().scores()).isEmpty();
    assertThat(model.train().enabled().get()).isTrue();
  }

  @Test
  void aTargetOfOneClassIsShownAsAProblem() throws Exception {
    SqliteProgram.run(file, "UPDATE breast_cancer SET target = 1");
    show();
    robot.clickOn("#step-check");
    assertThat(robot.lookup(".model-note.warning").queryAs(Label.class).getText())
        .isEqualTo("Every row is of one class; two are needed.");
    robot.clickOn("#train");
    until(() -> model.problem().get() != null);
    assertThat(shown("problem-bar")).isTrue();
    assertThat(text("problem-what")).isEqualTo("The column “target” does not hold two classes.");
    assertThat(shown("train")).isTrue();
  }

  @Test
  void aWrongFieldSaysSoAndNothingCanBeTrained() {
    show();
    robot.clickOn("#step-check");
    robot.interact(() -> robot.lookup("#model-folds").queryAs(TextField.class).setText("1"));
    assertThat(shown("model-folds-error")).isTrue();
    assertThat(text("model-folds-error")).isEqualTo("Folds is a whole number from 2 to 100.");
    assertThat(robot.lookup("#train").query().isDisabled()).isTrue();
    assertThat(text("model-progress-words")).isEqualTo("Mend the fields of Check.");
  }

  @Test
  void columnsAreChosenByKeyAndByMenu() {
    show();
    TableView<?> table = robot.lookup("#model-columns").queryAs(TableView.class);
    int at =
        model.data().columns().stream().map(FeatureChoice::name).toList().indexOf("mean_radius");
    robot.interact(
        () -> {
          table.getSelectionModel().select(at);
          table.scrollTo(at);
          table.requestFocus();
        });
    robot.type(KeyCode.F);
    assertThat(model.data().features()).contains("mean_radius");
    assertThat(text("model-feature-count")).isEqualTo("4 of 33 columns learned from");
    until(() -> model.data().survey().get() != null);
    assertThat(text("model-sentence")).startsWith("569 rows, 4 features");
    robot.interact(
        () ->
            robot.lookup("#role-mean_radius").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "ignore".equals(item.getText()))
                .forEach(MenuItem::fire));
    assertThat(model.data().features()).doesNotContain("mean_radius");
    robot.clickOn("#features-none");
    assertThat(text("model-progress-words")).isEqualTo("Choose at least one feature.");
  }

  @Test
  void changingTheTableChangesTheTarget() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE other (a REAL, b REAL, target TEXT)",
        "INSERT INTO other VALUES (1, 2, 'x'), (2, 3, 'y'), (3, 5, 'x'), (4, 1, 'y'),"
            + " (5, 1, 'x'), (6, 4, 'y')");
    show();
    robot.interact(() -> model.data().table().set("other"));
    until(() -> model.data().survey().get() != null);
    assertThat(robot.lookup("#model-target").queryComboBox().getValue()).isEqualTo("target");
    assertThat(model.data().features()).containsExactly("a", "b");
  }

  @Test
  void anEmptyFileSaysWhatIsMissing() throws Exception {
    SqliteProgram.run(file, "DROP TABLE predictions", "DROP TABLE breast_cancer");
    show();
    assertThat(shown("model-empty")).isTrue();
    assertThat(shown("train")).isFalse();
  }
}
