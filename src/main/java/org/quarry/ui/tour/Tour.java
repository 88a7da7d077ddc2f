package org.quarry.ui.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.quarry.database.schema.Column;
import org.quarry.learning.training.TrainingResult;
import org.quarry.sample.Sample;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.model.ModelModel;
import org.quarry.ui.model.Step;
import org.quarry.ui.query.QueryModel;
import org.quarry.ui.records.RecordsView;
import org.quarry.ui.window.MainWindow;
import org.quarry.ui.window.WindowModel;
import org.quarry.ui.window.WorkTabs;
import org.quarry.work.Monitor;

/**
 * The main work on the sample, done in the window: open it, edit a record, filter, run a query,
 * draw the country frequencies, train the notebook's grid, fill the predicted column. Runs on a
 * job's thread.
 */
public final class Tour {
  private final Background background;
  private final Scene scene;
  private final MainWindow window;
  private final WindowModel model;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * Makes a tour.
   *
   * @param background the window's
   * @param scene the window's, shown
   * @param window its content
   * @param model its model, without a file
   * @param folder where the pictures and the tour's own sample go
   * @param progress told what was done, a line a step
   */
  public Tour(
      Background background,
      Scene scene,
      MainWindow window,
      WindowModel model,
      Path folder,
      Consumer<String> progress) {
    this.background = background;
    this.scene = scene;
    this.window = window;
    this.model = model;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Goes through it all.
   *
   * @return how many pictures were written
   */
  public int run(Monitor monitor) {
    Path file = folder.resolve("sample.db");
    Sample.reset(file, Monitor.NONE);
    progress.accept("Built the sample: breast_cancer with 569 rows, predictions with 114.");
    Stagehand stagehand = new Stagehand(background, monitor);
    Pictures pictures = new Pictures(stagehand, scene, model.preferences(), folder);
    progress.accept("Start: " + pictures.take("start"));
    open(stagehand, file);
    progress.accept("Opened it: " + pictures.take("records"));
    edit(stagehand);
    progress.accept("Staged three edits: " + pictures.take("edits"));
    stagehand.act(model::write);
    stagehand.await("the edits are written", () -> current().journal().size() == 0);
    rest(stagehand);
    progress.accept("Wrote them: " + pictures.take("written"));
    look(stagehand);
    progress.accept("Filtered, and looked at a column: " + pictures.take("profile"));
    stagehand.act(
        () -> {
          model.preferences().sideShown().set(false);
          show("predictions").model().filters().clear();
        });
    query(stagehand);
    progress.accept("Ran a query: " + pictures.take("query"));
    frequencies(stagehand);
    progress.accept("Drew the country frequencies: " + pictures.take("frequencies"));
    train(stagehand, pictures);
    fill(stagehand);
    progress.accept("Filled predicted_class: " + pictures.take("filled"));
    refuse(stagehand);
    progress.accept("Opened a file that is no database: " + pictures.take("problem"));
    return pictures.number();
  }

  private void open(Stagehand stagehand, Path file) {
    stagehand.act(() -> model.open(file));
    stagehand.await("the sample is open", () -> model.open().get() != null);
    rest(stagehand);
  }

  /** Waits until no job is under way. */
  private void rest(Stagehand stagehand) {
    stagehand.await("the window rests", () -> background.running().isEmpty());
  }

  private void edit(Stagehand stagehand) {
    RecordsView records = stagehand.ask(() -> show("predictions"));
    stagehand.await("rows are there", () -> records.grid().cellNode(0, 1).isPresent());
    rest(stagehand);
    stagehand.act(
        () -> {
          DataGrid grid = records.grid();
          int country = 1;
          Column column = records.model().table().columns().get(country);
          records.model().set(3, 3, Map.of(column, "NLD"));
          records.model().set(5, 5, Collections.singletonMap(column, null));
          records.model().deleteRows(8, 8);
          grid.select(3, country);
          grid.requestFocus();
        });
  }

  private void look(Stagehand stagehand) {
    RecordsView records = stagehand.ask(() -> show("predictions"));
    stagehand.act(
        () -> {
          model.preferences().sideShown().set(true);
          records.showOnly("mean_area", "> 400");
        });
    rest(stagehand);
    stagehand.act(() -> records.grid().select(0, 1));
    // The panel waits for the keyboard to rest before it reads.
    stagehand.frames(30);
    rest(stagehand);
  }

  private void query(Stagehand stagehand) {
    QueryModel query = stagehand.ask(() -> tabs().newQuery().model());
    stagehand.act(
        () -> {
          query
              .text()
              .set(
                  """
                  -- How the classes differ in the three measurements of the notebook
                  SELECT diagnosis, count(*) AS patients,
                    round(avg(mean_concavity), 4) AS mean_concavity,
                    round(avg(worst_area), 1) AS worst_area, round(avg(mean_area), 1) AS mean_area
                  FROM breast_cancer GROUP BY diagnosis ORDER BY patients DESC;
                  """);
          query.command("run-all").run();
        });
    stagehand.await("the query has run", () -> !query.busy().get() && query.sheet().get() != null);
  }

  private void frequencies(Stagehand stagehand) {
    QueryModel query = stagehand.ask(() -> tabs().newQuery().model());
    stagehand.act(() -> query.command("frequencies").run());
    stagehand.await(
        "the frequencies are counted", () -> !query.busy().get() && query.sheet().get() != null);
  }

  private void train(Stagehand stagehand, Pictures pictures) {
    ModelModel learning = stagehand.ask(() -> tabs().showModel());
    rest(stagehand);
    progress.accept("Chose what to learn: " + pictures.take("model"));
    stagehand.act(() -> learning.train().run());
    stagehand.await("the grid is searched", () -> learning.use().result().get() != null);
    rest(stagehand);
    TrainingResult result =
        Objects.requireNonNull(stagehand.ask(() -> learning.use().result().get()));
    progress.accept(
        "Trained the notebook's 75 candidates, best "
            + result.best().candidate().text()
            + ": "
            + pictures.take("report"));
    stagehand.act(() -> learning.step().set(Step.SEARCH));
    progress.accept("Looked at the scores: " + pictures.take("scores"));
    stagehand.act(
        () -> {
          learning.step().set(Step.USE);
          learning.fill().run();
        });
    stagehand.await("the predictions are staged", () -> learning.use().filled().get() != null);
    stagehand.act(model::write);
    stagehand.await("the predictions are written", () -> current().journal().size() == 0);
    rest(stagehand);
  }

  private void fill(Stagehand stagehand) {
    RecordsView records = stagehand.ask(() -> show("predictions"));
    stagehand.act(
        () -> {
          records.grid().scrollTo(0);
          records.grid().scrollToColumn(records.model().table().columns().size() - 1);
        });
    rest(stagehand);
  }

  private void refuse(Stagehand stagehand) {
    Path notes = folder.resolve("notes.txt");
    try {
      Files.writeString(notes, "These are words, not tables.\n");
    } catch (IOException failed) {
      throw new TourProblem(
          "The tour could not write " + notes + ".", failed.getMessage() + ".", failed);
    }
    stagehand.act(() -> model.open(notes));
    stagehand.await("the refusal is shown", () -> model.notice().get() != null);
  }

  private RecordsView show(String table) {
    return tabs().showTable(current().schema().get().table(table).orElseThrow());
  }

  private OpenDatabase current() {
    return Objects.requireNonNull(model.open().get(), "the tour has a file open");
  }

  private WorkTabs tabs() {
    return window.tabs().orElseThrow();
  }
}
