package org.quarry.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.training.RunSource;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.Validation;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.model.report.Card;
import org.quarry.ui.theme.Theme;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * Writes pictures of the Model screen, light and dark, small and large, to the folder it is given.
 */
public final class ModelSnapshots {
  private final Path folder;
  private final Preferences preferences = new Preferences();

  @SuppressWarnings("NullAway.Init")
  private Theme theme;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private ModelSnapshots(Path folder) {
    this.folder = folder;
  }

  /** Runs with the folder as the one argument. */
  public static void main(String[] arguments) throws Exception {
    Platform.startup(() -> {});
    new ModelSnapshots(Path.of(arguments[0])).take();
    Platform.exit();
  }

  private void take() throws Exception {
    Path file = folder.resolve("sample.db");
    Files.deleteIfExists(file);
    Sample.create(file, Monitor.NONE);
    OpenDatabase open = Screens.open(Background.onCallingThread(), file);
    on(
        () -> {
          theme = new Theme(preferences);
          stage = new Stage();
        });
    for (Preferences.Colours colours :
        new Preferences.Colours[] {Preferences.Colours.LIGHT, Preferences.Colours.DARK}) {
      on(() -> preferences.colours().set(colours));
      take(open, 740, 590, colours + "-small");
      take(open, 1340, 890, colours + "-large");
    }
    running(open);
    open.database().close();
  }

  /** A training that takes some seconds, caught in the middle. */
  private void running(OpenDatabase open) throws Exception {
    Jobs threads =
        new Jobs() {
          @Override
          public <T> Job<T> start(String title, Work<T> work) {
            Job<T> job = new Job<>(title, work);
            Thread.ofPlatform().daemon().start(job);
            return job;
          }
        };
    ModelModel[] model = new ModelModel[1];
    on(
        () -> {
          model[0] = new ModelModel(Background.of(threads), open, Screens.training());
          stage.getScene().setRoot(new ModelView(model[0], Screens.NO_FILES));
          stage.setWidth(740);
          stage.setHeight(590);
          model[0].check().kind().set(Validation.Kind.REPEATED);
          model[0].check().repeats().typed().set("100");
        });
    on(model[0].train()::run);
    Thread.sleep(700);
    save("3-running");
    on(model[0].pauseTraining()::run);
    save("3-paused");
    on(model[0]::close);
  }

  private void take(OpenDatabase open, double width, double height, String name) throws Exception {
    ModelModel model = new ModelModel(Background.onCallingThread(), open, Screens.training());
    on(
        () -> {
          Scene scene = new Scene(new ModelView(model, Screens.NO_FILES), width, height);
          theme.dress(scene);
          stage.setScene(scene);
          stage.setX(0);
          stage.setY(0);
          stage.show();
        });
    save("1-data-" + name);
    on(() -> model.step().set(Step.CHECK));
    save("2-check-" + name);
    on(() -> model.check().folds().typed().set("one"));
    save("2-wrong-" + name);
    on(() -> model.check().folds().typed().set("3"));
    on(() -> model.step().set(Step.SEARCH));
    save("3-before-" + name);
    on(model.train()::run);
    save("4-use-" + name);
    for (Card card : Card.values()) {
      on(() -> model.report().card().set(card));
      if (card == Card.LEARNING) {
        on(model.report()::measureLearning);
      }
      if (card == Card.STOCK) {
        save("6-stock-before-" + name);
        on(model.report()::compareWithStock);
      }
      save("6-" + card.name().toLowerCase(Locale.ROOT) + "-" + name);
    }
    on(() -> model.report().card().set(Card.REPORT));
    on(() -> model.step().set(Step.SEARCH));
    save("3-search-" + name);
    on(() -> model.scores().choose(21));
    save("3-chosen-" + name);
    on(() -> model.search().cs().typed().set("2^-5..2^8"));
    on(() -> model.search().kernel(Kernel.Shape.POLY).set(false));
    on(() -> model.search().gammas().typed().set("2^-15..2^3*8"));
    on(() -> model.search().weights().typed().set("balanced"));
    on(model.train()::run);
    on(() -> model.step().set(Step.SEARCH));
    save("3-own-" + name);
    on(() -> model.search().gammas().typed().set("0.1..500"));
    on(() -> model.search().weights().typed().set("1, heavy"));
    on(() -> model.search().degree().typed().set("0"));
    save("3-wrong-" + name);
    on(model.search()::choosePreset);
    on(() -> model.search().degree().typed().set("2"));
    on(model.train()::run);
    on(() -> model.step().set(Step.SEARCH));
    on(() -> ((ToggleButton) stage.getScene().lookup("#show-runs")).setSelected(true));
    save("3-runs-" + name);
    PastRun past = model.run().history().runs().get(1);
    on(() -> ((TableView<?>) stage.getScene().lookup("#model-runs")).getSelectionModel().select(1));
    on(() -> model.past().use(past));
    save("3-back-" + name);
    on(
        () ->
            model
                .past()
                .use(
                    new PastRun(
                        past.id(),
                        past.number(),
                        past.began(),
                        new RunSource(false, "biopsies_2019", TrainingRows.ALL),
                        past.command(),
                        past.settings(),
                        past.outcome(),
                        past.found())));
    save("3-back-gone-" + name);
    on(() -> model.run().history().compare(model.run().history().runs().get(2), true));
    on(() -> model.run().history().compare(model.run().history().runs().get(0), true));
    save("3-compared-" + name);
    on(model.search()::choosePreset);
    on(() -> ((ToggleButton) stage.getScene().lookup("#show-scores")).setSelected(true));
    on(() -> model.step().set(Step.USE));
    on(model.fill()::run);
    on(model.saveModel()::run);
    save("5-asked-" + name);
    on(model.saveModel()::run);
    save("5-used-" + name);
    on(model::close);
  }

  /** Does something on the UI thread and lets it draw some frames. */
  private static void on(Runnable action) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(action, true);
    Platform.runLater(task);
    task.get();
    Thread.sleep(150);
  }

  private void save(String name) throws Exception {
    on(
        () -> {
          WritableImage image = stage.getScene().snapshot(null);
          try {
            ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                folder.resolve(name + ".png").toFile());
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }
}
