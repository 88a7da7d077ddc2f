package org.quarry.ui.records;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.quarry.app.ThreadedJobs;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.journal.Journals;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.transfer.CopyFormat;
import org.quarry.ui.changes.ChangesModel;
import org.quarry.ui.changes.ChangesPanel;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Monitor;

/**
 * Measures how long copying, pasting, filling down and replacing take on 100,000 rows of seven
 * columns, and the longest time between two frames meanwhile, which is how long the window stood
 * still, and the most processor time that the JavaFX thread used in one frame, which leaves out
 * garbage collection and other programs.
 *
 * <p>To run it without a display: {@code mvn test-compile exec:exec -Dexec.executable=java
 * -Dexec.classpathScope=test -Dexec.args="-Dglass.platform=Headless -Dprism.order=sw
 * --enable-native-access=ALL-UNNAMED -classpath %classpath org.quarry.ui.records.CopyBenchmark"}.
 */
public final class CopyBenchmark extends AnimationTimer {
  private static final int ROWS = 100_000;
  private static final CellRange ALL = new CellRange(0, ROWS - 1, 0, 6, false);
  private static final CellRange COLUMN = new CellRange(0, ROWS - 1, 1, 1, false);

  private static final CellRange OTHER = new CellRange(0, 0, 6, 6, false);

  private record Step(String name, Runnable work) {}

  private final Background background = Background.of(new ThreadedJobs());
  private final Stage stage = new Stage();
  private final Path file;
  private final Database database;
  private final RecordsModel model;
  private final RecordsView view;
  private final ChangesModel changes;
  private final Deque<Step> steps = new ArrayDeque<>();
  private String name = "reading and counting";
  private long began = System.nanoTime();
  private long last = began;
  private long longest;
  private long cpu;
  private long busiest;
  private int idle;

  private CopyBenchmark(Path file) {
    this.file = file;
    database = Database.open(file);
    model =
        new RecordsModel(
            background,
            open(),
            new SchemaReader(database).read(Monitor.NONE).table("predictions").orElseThrow());
    view = new RecordsView(model, new LoneTab().context());
    changes = new ChangesModel(background, model.open());
    ChangesPanel panel = new ChangesPanel(changes, (row, column) -> {});
    panel.setPrefHeight(200);
    stage.setScene(new Scene(new BorderPane(view, null, null, panel, null), 1000, 800));
    stage.show();
    for (CopyFormat format : CopyFormat.values()) {
      steps.add(new Step("copy as " + format, () -> copy(format, ALL)));
    }
    steps.add(new Step("copy one column", () -> copy(CopyFormat.TSV, COLUMN)));
    steps.add(new Step("paste 100,000 cells", () -> paste(OTHER)));
    steps.add(new Step("undo", this::undo));
    steps.add(new Step("fill down 100,000 cells", () -> new BlockEdits(model).fillDown(COLUMN)));
    steps.add(new Step("one cell more", this::setOne));
    steps.add(new Step("undo", this::undo));
    steps.add(new Step("undo", this::undo));
    steps.add(new Step("show the changes", () -> changes.shown().set(true)));
    steps.add(new Step("fill down, changes shown", () -> new BlockEdits(model).fillDown(COLUMN)));
    steps.add(new Step("one cell more", this::setOne));
    steps.add(new Step("undo", this::undo));
    steps.add(new Step("undo", this::undo));
    steps.add(new Step("hide the changes", () -> changes.shown().set(false)));
    steps.add(new Step("fill down 100,000 cells", () -> new BlockEdits(model).fillDown(COLUMN)));
    steps.add(new Step("write them", this::write));
    steps.add(new Step("undo what was written", this::undo));
    steps.add(new Step("redo", () -> model.open().staging().redo(() -> {}, model::fail)));
    steps.add(new Step("find", () -> find("AUT")));
    steps.add(new Step("paste 100,000 new rows", () -> run("paste-rows")));
    steps.add(new Step("undo", this::undo));
  }

  /** Its journal is kept on disk by a thread of its own, as in the program. */
  private OpenDatabase open() {
    return new OpenDatabase(
        background,
        database,
        new SchemaReader(database).read(Monitor.NONE),
        new Journals(
                file.resolveSibling("journals"),
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()))
            .open(
                database.file(),
                problem -> {
                  throw problem;
                }));
  }

  private void copy(CopyFormat format, CellRange range) {
    background.start(
        "Copying", new RecordsCopy(model, range, format), ClipboardText::put, model::fail);
  }

  private void paste(CellRange range) {
    view.grid().select(range);
    run("paste");
  }

  private void undo() {
    model.open().staging().undo(() -> {}, model::fail);
  }

  private void write() {
    ChangeWriter writer = new ChangeWriter(database, model.open().schema().get());
    List<StagedRow> rows = model.journal().rows();
    background.start(
        "Writing", monitor -> writer.write(rows, monitor), model.open()::written, model::fail);
  }

  private void setOne() {
    model.set(7, 7, Map.of(model.table().columns().get(2), 0.5));
  }

  private void find(String text) {
    run("find");
    ((TextField) view.lookup("#find-text")).setText(text);
  }

  private void run(String id) {
    view.commands().stream().filter(command -> command.id().equals(id)).forEach(Command::run);
  }

  /** Takes no arguments; prints a line a step. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("copy");
    Path file = SqliteProgram.predictions(folder.resolve("big.db"), ROWS);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          new CopyBenchmark(file).start();
        });
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    longest = Math.max(longest, time - last);
    last = time;
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    busiest = Math.max(busiest, used - cpu);
    cpu = used;
    idle = background.running().isEmpty() ? idle + 1 : 0;
    if (idle < 5) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s %7.0f ms, longest frame %6.1f ms, most work in one %6.1f ms, staged %,d%s%n",
        name,
        (time - began) / 1e6,
        longest / 1e6,
        busiest / 1e6,
        model.journal().size(),
        model.problem().get() == null ? "" : " " + model.problem().get().what());
    idle = 0;
    if (steps.isEmpty()) {
      stop();
      view.close();
      database.close();
      stage.hide();
      Platform.exit();
      System.out.println(file);
      return;
    }
    Step step = steps.remove();
    name = step.name();
    longest = 0;
    busiest = 0;
    began = System.nanoTime();
    last = began;
    step.work().run();
  }
}
