package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelFile;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.svm.Kernel;

/** What becomes of a trained model: kept, listed, renamed, deleted, written to files. */
class SavedModelsTest extends SampleScreen {
  @SuppressWarnings("NullAway.Init")
  private ModelModel screen;

  @BeforeEach
  void train() {
    screen = screen();
    screen.search().cs().typed().set("10");
    screen.search().gammas().typed().set("0.1");
    screen.search().kernel(Kernel.Shape.POLY).set(false);
    screen.search().kernel(Kernel.Shape.LINEAR).set(false);
    screen.train().run();
  }

  private List<String> names() {
    return screen.use().models().all().stream().map(ModelStore.Saved::name).toList();
  }

  private void save(String name) {
    screen.use().name().set(name);
    screen.saveModel().run();
    if (screen.use().asking().get()) {
      screen.saveModel().run();
    }
  }

  @Test
  void aFileIsAskedOnceWhetherItMayKeepModels() throws Exception {
    screen.use().name().set("a");
    screen.saveModel().run();
    assertThat(screen.use().asking().get()).isTrue();
    assertThat(SqliteProgram.rows(file, "SELECT name FROM sqlite_schema WHERE name LIKE 'quarry%'"))
        .isEmpty();
    screen.use().asking().set(false);
    assertThat(names()).isEmpty();
    save("a");
    assertThat(names()).containsExactly("a");
    screen.use().name().set("b");
    screen.saveModel().run();
    assertThat(screen.use().asking().get()).isFalse();
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void aModelIsRenamedWrittenReadAndDeleted() throws Exception {
    save("a");
    SavedModels models = screen.use().models();
    models.rename("a", "first");
    assertThat(names()).containsExactly("first");
    assertThat(models.done().get()).isEqualTo("a is now first.");
    Path json = file.resolveSibling("m.json");
    models.export("first", json);
    assertThat(ModelFile.read(json).origin().name()).isEqualTo("first");
    models.take(json);
    assertThat(screen.problem().get()).isInstanceOf(LearningProblem.ModelExists.class);
    models.delete("first");
    assertThat(screen.problem().get()).isNull();
    assertThat(names()).isEmpty();
    models.take(json);
    assertThat(names()).containsExactly("first");
    Files.writeString(json, "no model");
    models.take(json);
    assertThat(screen.problem().get()).isInstanceOf(LearningProblem.BrokenModel.class);
    models.export("first", file.resolveSibling("none").resolve("m.json"));
    assertThat(screen.problem().get()).isInstanceOf(LearningProblem.ModelFileFailed.class);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(each -> each.endsWith(".part"));
    }
  }

  @Test
  void whatWasTrainedIsWrittenAsAFileThatDecidesTheSame() {
    screen.use().name().set("mine");
    Path json = file.resolveSibling("m.json");
    screen.use().export(json);
    Model read = ModelFile.read(json);
    assertThat(read.origin().name()).isEqualTo("mine");
    Model trained = Objects.requireNonNull(screen.use().result().get()).model();
    assertThat(read.decisions(0.3, 2019, 1001)).isEqualTo(trained.decisions(0.3, 2019, 1001));
  }

  @Test
  void theTrainingIsHandedOnAsACommandAndAsAScript() throws Exception {
    assertThat(screen.use().recipe().orElseThrow().command(false))
        .startsWith("quarry train ")
        .contains(
            " --table breast_cancer --target target --features "
                + String.join(",", screen.data().features())
                + " --split sklearn:5:0.2 --folds 3 --grid notebook --c 10 --gamma 0.1"
                + " --kernel rbf --degree 3 --coef0 0 --no-save");
    PastRun run = screen.run().history().runs().getFirst();
    assertThat(run.command()).isEqualTo(screen.use().recipe().orElseThrow().command(false));
    screen.use().exportScript(file);
    assertThat(Objects.requireNonNull(screen.problem().get()))
        .isInstanceOf(DatabaseProblem.InTheWay.class);
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM breast_cancer"))
        .containsExactly("569");
    Path script = file.resolveSibling("e.py");
    screen.use().exportScript(script);
    assertThat(screen.use().models().done().get()).isEqualTo("Wrote e.py.");
    assertThat(Files.readString(script))
        .startsWith("#!/usr/bin/env python3\n")
        .contains("\"svc__C\": [10.0]", "StratifiedKFold(3)", "random_state=5");
  }
}
