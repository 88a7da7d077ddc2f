package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.learning.search.FoldScore;
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

/** The step Search after the notebook's search, and one that is halted. */
class SearchViewTest {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static OpenDatabase open;

  @SuppressWarnings("NullAway.Init")
  private static ModelModel model;

  private static final FxRobot ROBOT = new FxRobot();

  private static final Jobs THREADS =
      new Jobs() {
        @Override
        public <T> Job<T> start(String title, Work<T> work) {
          Job<T> job = new Job<>(title, work);
          Thread.ofPlatform().daemon().start(job);
          return job;
        }
      };

  @BeforeAll
  static void train() throws Exception {
    Path file = folder.resolve("sample.db");
    Sample.create(file, Monitor.NONE);
    stage = FxToolkit.registerPrimaryStage();
    ROBOT.interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          Background background = Background.of(THREADS);
          open = Screens.open(background, file);
          model = new ModelModel(background, open, Screens.training());
          stage.setScene(new Scene(new ModelView(model, Screens.NO_FILES), 740, 590));
          stage.setX(0);
          stage.setY(0);
          stage.show();
        });
    until(() -> model.data().survey().get() != null);
    search();
  }

  /** The notebook's search. */
  private static void search() {
    ROBOT.interact(
        () -> {
          model.search().choosePreset();
          model.train().run();
        });
    until(() -> model.run().result().get() != null);
    ROBOT.interact(() -> model.step().set(Step.SEARCH));
  }

  @AfterAll
  static void close() {
    ROBOT.interact(
        () -> {
          model.close();
          stage.hide();
        });
    open.database().close();
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

  private static HeatCell cell(int row, int column) {
    return ROBOT.lookup("#heat-" + row + "-" + column).queryAs(HeatCell.class);
  }

  private static String text(String id) {
    return ROBOT.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  @SuppressWarnings("unchecked")
  private static TableView<ScoreRow> leaders() {
    return ROBOT.lookup("#model-scores").queryAs(TableView.class);
  }

  private static HeatMaps maps() {
    return ROBOT.lookup("#model-heat-maps").queryAs(HeatMaps.class);
  }

  @Test
  void everyCellSaysItsScoreToWhoCannotSeeIt() {
    assertThat(cell(2, 3).queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("rbf, C 10, gamma 0.1: mean 0.956, 3 of 3 folds, best");
    assertThat(
            ROBOT.lookup(".heat-cell").queryAllAs(HeatCell.class).stream()
                .filter(cell -> Objects.toString(cell.getId(), "").matches("heat-\\d+-\\d+")))
        .hasSize(55)
        .allSatisfy(
            cell ->
                assertThat((String) cell.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .contains("3 of 3 folds"));
    Labeled figure = (Labeled) Objects.requireNonNull(cell(2, 3).lookup(".heat-figure"));
    assertThat(figure.getText()).isEqualTo(".956");
    assertThat(figure.isVisible()).isTrue();
    assertThat(text("heat-high")).isEqualTo("0.956");
  }

  @Test
  void aClickOnACellSelectsItsRowAndShowsItsFolds() {
    ROBOT.clickOn(cell(3, 2));
    assertThat(text("model-candidate")).isEqualTo("rbf, C 1, gamma 0.01");
    ScoreRow row = leaders().getSelectionModel().getSelectedItem();
    assertThat(row.candidate().text()).isEqualTo("rbf, C 1, gamma 0.01");
    assertThat(text("model-candidate-figures"))
        .startsWith("Rank %d of 75, mean 0.9076 ± 0.0302".formatted(row.rank()))
        .endsWith("converged");
    for (int fold = 0; fold < 3; fold++) {
      assertThat(text("model-candidate-fold-" + fold))
          .isEqualTo(Numbers.score(row.folds().get(fold)));
    }
    // The 455 rows for training, each tested once.
    long[] counts = new long[4];
    for (int i = 0; i < 4; i++) {
      counts[i] = Long.parseLong(text("fold-matrix-" + i / 2 + "-" + i % 2));
    }
    assertThat(counts[0] + counts[1] + counts[2] + counts[3]).isEqualTo(455);
    long right =
        Math.round(row.folds().get(0) * 152 + row.folds().get(1) * 152 + row.folds().get(2) * 151);
    assertThat(counts[0] + counts[3]).isEqualTo(right);
  }

  @Test
  void arrowKeysStepFromCellToCell() {
    ROBOT.clickOn(cell(2, 3));
    assertThat(maps().isFocused()).isTrue();
    ROBOT.type(KeyCode.UP);
    assertThat(text("model-candidate")).isEqualTo("rbf, C 100, gamma 0.1");
    ROBOT.type(KeyCode.RIGHT, 2);
    assertThat(text("model-candidate")).isEqualTo("linear, C 100");
    assertThat(maps().getAccessibleText()).startsWith("linear, C 100: mean 0.94");
    ROBOT.type(KeyCode.LEFT);
    assertThat(text("model-candidate")).isEqualTo("rbf, C 100, gamma 1");
  }

  @Test
  void aRowOfTheLeaderboardSelectsItsCell() {
    ROBOT.interact(() -> leaders().getSelectionModel().select(0));
    assertThat(text("model-candidate")).isEqualTo("rbf, C 10, gamma 0.1");
    assertThat(cell(2, 3).getPseudoClassStates().stream().map(Object::toString))
        .contains("selected", "best");
    ROBOT.interact(() -> leaders().getSelectionModel().select(1));
    assertThat(cell(2, 3).getPseudoClassStates().stream().map(Object::toString))
        .doesNotContain("selected");
  }

  @Test
  void anyColumnSortsAndTheSelectionStays() {
    ROBOT.interact(() -> model.scores().choose(0));
    for (TableColumn<ScoreRow, ?> column : List.copyOf(leaders().getColumns())) {
      ROBOT.interact(
          () -> {
            column.setSortType(TableColumn.SortType.ASCENDING);
            leaders().getSortOrder().setAll(List.of(column));
          });
      assertThat(column.isSortable()).as(column.getText()).isTrue();
      assertThat(leaders().getSelectionModel().getSelectedItem().index())
          .as(column.getText())
          .isZero();
      assertThat(model.scores().chosen().get()).isZero();
    }
    assertThat(leaders().getItems().stream().map(ScoreRow::nanos))
        .isSortedAccordingTo(Comparator.naturalOrder());
    ROBOT.interact(() -> leaders().getSortOrder().setAll(List.of(leaders().getColumns().get(1))));
    assertThat(leaders().getItems().stream().map(ScoreRow::mean))
        .isSortedAccordingTo(Comparator.naturalOrder());
    ROBOT.interact(() -> leaders().getSortOrder().setAll(List.of(leaders().getColumns().get(0))));
  }

  @Test
  void aRangeThatDoesNotComeOutIsSaidAtTheField() {
    TextField gammas = ROBOT.lookup("#model-gammas").queryAs(TextField.class);
    ROBOT.interact(() -> gammas.setText("0.1..500"));
    assertThat(text("model-gammas-error"))
        .isEqualTo("“0.1..500” goes by 10 from 0.1 to 100 and then 1000, not to 500.");
    assertThat(model.train().enabled().get()).isFalse();
    ROBOT.interact(() -> gammas.setText("0.1..10"));
    assertThat(text("model-grid-size")).isEqualTo("45 candidates, 31 distinct problems; 135 fits");
    ROBOT.interact(() -> model.search().choosePreset());
    assertThat(text("model-grid-size")).isEqualTo("75 candidates, 47 distinct problems; 225 fits");
  }

  @Test
  void aHaltedSearchStandsStillAndGoesOn() {
    ROBOT.interact(
        () -> {
          model.search().choosePreset();
          // Halted before it can be over, however quick the machine.
          model.train().run();
          model.pauseTraining().run();
        });
    // A fit under way comes to its next checkpoint.
    WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
    int done = model.run().done().get();
    assertThat(text("pause-training")).isEqualTo("Resume");
    assertThat(text("model-progress-words")).isEqualTo("Paused at " + done + " of 225 fits");
    WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.run().done().get()).isEqualTo(done).isLessThan(225);
    assertThat(model.run().scores().stream().filter(ScoreRow::complete).count()).isLessThan(75);
    // What was not fitted yet has not failed to converge either.
    assertThat(ROBOT.lookup("#model-heat-maps .heat-corner").queryAll()).isEmpty();
    ROBOT.clickOn("#pause-training");
    until(() -> model.run().result().get() != null);
    assertThat(model.run().done().get()).isEqualTo(225);
    ROBOT.interact(() -> model.step().set(Step.SEARCH));
  }

  @Test
  void twoRunsStandSideBySide() {
    search();
    ROBOT.clickOn("#show-runs");
    assertThat(text("model-comparison-empty")).startsWith("Tick two runs");
    int last = model.run().history().runs().size();
    for (int run : new int[] {last, last - 1}) {
      ROBOT.interact(() -> ROBOT.lookup("#compare-" + run).queryAs(CheckBox.class).fire());
    }
    assertThat(text("model-comparison-verdict")).endsWith("the same on every fold.");
    HeatMaps differences = ROBOT.lookup("#model-difference-maps").queryAs(HeatMaps.class);
    assertThat(
            differences.lookupAll(".heat-figure").stream().map(node -> ((Labeled) node).getText()))
        .hasSize(55)
        .containsOnly("0");
    ROBOT.interact(differences::requestFocus);
    ROBOT.type(KeyCode.RIGHT, 2);
    assertThat(text("model-difference-words"))
        .isEqualTo("linear, C 0.1: mean 0.925 and 0.925, difference +0.0000");
    ComboBox<?> weights = ROBOT.lookup("#model-class-weights").queryComboBox();
    ROBOT.interact(() -> weights.getEditor().setText("1, 5"));
    assertThat(model.search().grid().get().value().orElseThrow().weighting().given())
        .containsExactly(1.0, 5.0);
    ROBOT.interact(
        () -> ROBOT.lookup("#model-runs").queryTableView().getSelectionModel().select(0));
    ROBOT.clickOn("#use-run");
    until(() -> model.past().outcome().get() != null);
    assertThat(text("use-run-said")).startsWith("The settings of run " + last + " are back.");
    assertThat(weights.getEditor().getText()).isEqualTo("none");
    assertThat(weights.getValue()).isEqualTo("none");
    ROBOT.clickOn("#show-scores");
  }

  @Test
  void whatDidNotConvergeIsSaidWithTheCandidate() {
    ScoreRow known = model.run().scores().getFirst();
    FoldScore stuck = new FoldScore(0.5, List.of(List.of(1, 2), List.of(3, 4)), 9, false, 0.25);
    ScoreRow row =
        ScoreRow.of(0, known.candidate(), List.of(Optional.of(stuck), Optional.of(stuck)), false);
    assertThat(CandidatePane.unconverged(row).orElseThrow())
        .startsWith(known.candidate().text() + " did not converge on fold 1, 2: it stopped 0.25 ");
    assertThat(CandidatePane.unconverged(known)).isEmpty();
    assertThat(FoldMatrix.sum(List.of(stuck, stuck)))
        .containsExactly(List.of(2L, 4L), List.of(6L, 8L));
    assertThat(FoldMatrix.commonest(List.of("a", "b"), List.of(List.of(2L, 4L), List.of(6L, 8L))))
        .isEqualTo("Commonest mistakes: b as a 6, a as b 4");
  }
}
