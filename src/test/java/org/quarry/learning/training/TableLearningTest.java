package org.quarry.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TableData;
import org.quarry.learning.model.ColumnPrediction;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.model.PredictionCounts;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.sample.Sample;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

/** The way from a table to a model to a saved model to a filled column, on the sample. */
class TableLearningTest {
  private static final List<String> FEATURES = List.of("mean_concavity", "worst_area", "mean_area");

  @TempDir static Path folder;
  private static Path sample = Path.of("");
  private static Model model;

  private Path file = Path.of("");
  private Database database;

  @BeforeAll
  static void train() {
    sample = folder.resolve("sample.db");
    Sample.create(sample, Monitor.NONE);
    try (Database opened = Database.open(sample)) {
      Rows rows =
          TableData.read(opened, table(opened, "breast_cancer"), FEATURES, "target", Monitor.NONE);
      Candidate best = new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10);
      model =
          new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
              .run(
                  rows,
                  new TrainingSettings(
                      "it's", FEATURES, "target", Split.DEFAULT, 3, List.of(best), false),
                  ScoreListener.NONE,
                  Monitor.NONE)
              .model();
    }
  }

  @BeforeEach
  void open() throws Exception {
    file = Files.copy(sample, Files.createTempDirectory(folder, "copy").resolve("copy.db"));
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Table table(Database database, String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  private PredictionCounts predict(boolean onlyNull) {
    return new ColumnPrediction(database, model)
        .run(table(database, "predictions"), "predicted_class", onlyNull, Monitor.NONE);
  }

  private List<String> rows(String sql) throws Exception {
    return SqliteProgram.rows(file, sql);
  }

  private static List<String> expected() throws Exception {
    return Reference.csv("seed_predictions.csv").stream()
        .map(record -> Objects.requireNonNull(record.get("predicted")))
        .toList();
  }

  @Test
  void tableDataKeepsTheOrderOfRowidsAndTheColumnsAskedFor() {
    Rows rows =
        TableData.read(
            database, table(database, "breast_cancer"), FEATURES, "TARGET", Monitor.NONE);
    assertThat(rows.columns())
        .containsExactly("mean_concavity", "worst_area", "mean_area", "target");
    assertThat(rows.rows()).hasSize(569);
    assertThat(rows.rows().getFirst())
        .isEqualTo(new Row(new RowKey.Rowid(1), List.of(0.3001, 2019.0, 1001.0, 0L)));
  }

  @Test
  void aValueThatIsNoNumberIsNamedByItsRow() throws Exception {
    SqliteProgram.run(file, "UPDATE breast_cancer SET worst_area = 'large' WHERE rowid = 17");
    Rows rows =
        TableData.read(
            database, table(database, "breast_cancer"), FEATURES, "target", Monitor.NONE);
    assertThatThrownBy(() -> DataSet.of(rows, FEATURES, "target"))
        .isInstanceOf(LearningProblem.NotNumeric.class)
        .hasMessageContaining("In row 17 it holds the text “large”");
  }

  @Test
  void aColumnThatIsNotThereIsAProblem() {
    assertThatThrownBy(
            () ->
                TableData.read(
                    database,
                    table(database, "breast_cancer"),
                    List.of("weight"),
                    "target",
                    Monitor.NONE))
        .isInstanceOf(LearningProblem.UnknownColumn.class)
        .hasMessageContaining("“weight”");
  }

  @Test
  void everyRowIsPredictedAsInTheReference() throws Exception {
    PredictionCounts result = predict(false);
    assertThat(rows("SELECT predicted_class FROM predictions ORDER BY person_id"))
        .isEqualTo(expected());
    assertThat(rows("SELECT DISTINCT typeof(predicted_class) FROM predictions"))
        .containsExactly("integer");
    long benign = expected().stream().filter("1"::equals).count();
    assertThat(result)
        .isEqualTo(
            new PredictionCounts(
                114,
                0,
                0,
                0,
                0,
                Map.of(new ClassLabel(0L), 114 - benign, new ClassLabel(1L), benign),
                List.of()));
    assertThat(result.predicted()).isEqualTo(114);
    assertThat(result.remarks(Long::toString)).isEmpty();
  }

  @Test
  void rowsWithoutPredictionAndRowsThatAreSetAreCountedAndLeftAlone() throws Exception {
    SqliteProgram.run(
        file,
        "UPDATE predictions SET predicted_class = 7 WHERE person_id IN (1, 2)",
        "UPDATE predictions SET worst_area = NULL WHERE person_id IN (2, 3)",
        "UPDATE predictions SET mean_area = 'wide', worst_area = 'wide' WHERE person_id = 4");
    PredictionCounts result = predict(true);
    assertThat(result.rows()).isEqualTo(114);
    assertThat(result.predicted()).isEqualTo(110);
    assertThat(result.alreadySet()).isEqualTo(2);
    assertThat(result.missing()).isEqualTo(1);
    assertThat(result.notNumeric()).isEqualTo(1);
    assertThat(result.labels().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(110);
    assertThat(result.remarks(Long::toString))
        .containsExactly(
            "2 rows keep the value they have.",
            "2 rows get no prediction and stay as they are: NULL in “worst_area” (1),"
                + " no number in “worst_area” (1), no number in “mean_area” (1).");
    assertThat(rows("SELECT quote(predicted_class) FROM predictions WHERE person_id < 5"))
        .containsExactly("7", "7", "NULL", "NULL");
  }

  @Test
  void aCancelledPredictionWritesNothing() throws Exception {
    ColumnPrediction prediction = new ColumnPrediction(database, model);
    Table table = table(database, "predictions");
    Job<PredictionCounts> job =
        new Job<>("predict", monitor -> prediction.run(table, "predicted_class", false, monitor));
    try (Monitor.Registration _ =
        job.onChange(
            () -> {
              if (job.progress().done() == 114) {
                job.cancel();
              }
            })) {
      job.run();
    }
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
    assertThat(rows("SELECT count(predicted_class) FROM predictions")).containsExactly("0");
  }

  @Test
  void aFeatureIsNeverOverwritten() {
    assertThatThrownBy(
            () ->
                new ColumnPrediction(database, model)
                    .run(table(database, "predictions"), "MEAN_AREA", false, Monitor.NONE))
        .isInstanceOf(LearningProblem.BadSettings.class);
    assertThatThrownBy(
            () ->
                new ColumnPrediction(database, model)
                    .run(table(database, "predictions"), "class", false, Monitor.NONE))
        .isInstanceOf(RecordProblem.UnknownColumn.class);
  }

  @Test
  void aSavedModelIsFoundListedReplacedAndDeleted() throws Exception {
    ModelStore store = new ModelStore(database);
    assertThat(store.list(Monitor.NONE)).isEmpty();
    assertThatThrownBy(() -> store.find("it's", Monitor.NONE))
        .isInstanceOf(LearningProblem.NoSuchModel.class)
        .hasMessageContaining("holds no model yet");
    assertThat(rows("SELECT count(*) FROM sqlite_schema WHERE name = 'quarry_models'"))
        .containsExactly("0");

    store.save(model, false, Monitor.NONE);
    assertThat(store.find("it's", Monitor.NONE).toJson()).isEqualTo(model.toJson());
    assertThat(rows("SELECT name, created, json_valid(json) FROM quarry_models"))
        .containsExactly("it's|2026-01-02T03:04:05Z|1");
    ModelStore.Saved saved = store.list(Monitor.NONE).getFirst();
    assertThat(saved.name()).isEqualTo("it's");
    assertThat(Objects.requireNonNull(saved.origin()).target()).isEqualTo("target");
    assertThat(Objects.requireNonNull(saved.origin()).candidate())
        .isEqualTo(model.origin().candidate());

    assertThatThrownBy(() -> store.save(model, false, Monitor.NONE))
        .isInstanceOf(LearningProblem.ModelExists.class);
    store.save(model, true, Monitor.NONE);
    assertThatThrownBy(() -> store.find("other", Monitor.NONE))
        .isInstanceOf(LearningProblem.NoSuchModel.class)
        .hasMessageContaining("It holds it's.");

    store.delete("it's", Monitor.NONE);
    assertThat(rows("SELECT count(*) FROM quarry_models")).containsExactly("0");
    assertThatThrownBy(() -> store.delete("it's", Monitor.NONE))
        .isInstanceOf(LearningProblem.NoSuchModel.class);
  }

  @Test
  void aModelThatCannotBeReadIsStillListed() throws Exception {
    new ModelStore(database).save(model, false, Monitor.NONE);
    SqliteProgram.run(file, "UPDATE quarry_models SET json = '{}'");
    ModelStore.Saved saved = new ModelStore(database).list(Monitor.NONE).getFirst();
    assertThat(saved.origin()).isNull();
    assertThatThrownBy(() -> new ModelStore(database).find("it's", Monitor.NONE))
        .isInstanceOf(LearningProblem.BrokenModel.class);
  }
}
