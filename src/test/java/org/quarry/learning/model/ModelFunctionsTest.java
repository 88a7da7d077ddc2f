package org.quarry.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.database.SqliteProgram;
import org.quarry.database.completion.WhereWords;
import org.quarry.learning.Reference;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.work.Monitor;

/** The functions on real connections; who is right is decided by scikit-learn's predictions. */
class ModelFunctionsTest {
  private static final String FEATURES = "mean_concavity, worst_area, mean_area";

  @TempDir Path folder;
  private static Model tumours;
  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeAll
  static void train() throws Exception {
    tumours = TrainedModels.tumours("tumours");
  }

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, mean_concavity, worst_area, mean_area)",
            "INSERT INTO t VALUES (1, 0.3001, 2019, 1001), (2, 0.02, 400, 350),"
                + " (3, NULL, 2019, 1001), (4, 'x', 2019, 1001), (5, x'00', 2019, 1001),"
                + " (6, 9e999, 2019, 1001), (7, 0, 2019, 1001)");
    database = Database.open(file, ModelFunctions.all());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static List<String> ask(Session session, String sql) {
    try (Statement statement = session.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (result.next()) {
        found.add(String.valueOf(result.getString(1)));
      }
      return found;
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }

  private List<String> ask(String sql) {
    return database.read(Monitor.NONE, session -> ask(session, sql));
  }

  private List<String> onWriter(String sql) {
    return database.onWriter(Monitor.NONE, session -> ask(session, sql));
  }

  private void save(Model model) {
    new ModelStore(database).save(model, true, Monitor.NONE);
  }

  /** A model that says the other class of every row. */
  private static Model contrary(String name) throws Exception {
    var rows = Reference.rows("breast_cancer.csv");
    List<String> columns = rows.columns().stream().map(each -> each.replace(' ', '_')).toList();
    int target = columns.indexOf("target");
    var turned =
        rows.rows().stream()
            .map(
                row -> {
                  var values = new ArrayList<>(row.values());
                  values.set(target, values.get(target).equals(1L) ? "bad" : "good");
                  return new Row(row.identity(), values);
                })
            .toList();
    return TrainedModels.train(
        name,
        new Rows(columns, turned),
        List.of("mean_concavity", "worst_area", "mean_area"),
        "target");
  }

  @Test
  void tellsTheClassOfEachRowAndNullWhereAFeatureSaysNothing() {
    save(tumours);
    assertThat(ask("SELECT predict('tumours', " + FEATURES + ") FROM t ORDER BY id"))
        .containsExactly("0", "1", "null", "null", "null", "null", "0");
    assertThat(ask("SELECT typeof(predict('tumours', " + FEATURES + ")) FROM t WHERE id = 1"))
        .containsExactly("integer");
    assertThat(ask("SELECT predict(NULL, 1, 2, 3)")).containsExactly("null");
    assertThat(
            ask("SELECT count(*) FROM t GROUP BY predict('tumours', " + FEATURES + ") ORDER BY 1"))
        .containsExactly("1", "2", "4");
  }

  @Test
  void anUnknownModelIsAnErrorThatNamesThoseThereAre() {
    assertThatThrownBy(() -> ask("SELECT predict('x', 1)"))
        .isInstanceOf(DatabaseProblem.Refused.class)
        .hasMessageContaining("no model “x” in this file. It holds no model yet.");
    save(tumours);
    save(tumours.named("b"));
    assertThatThrownBy(() -> ask("SELECT predict('x', 1)"))
        .hasMessageContaining("no model “x” in this file. It holds b, tumours.");
  }

  @Test
  void aWrongNumberOfFeaturesIsAnErrorThatShowsTheCall() {
    save(tumours);
    assertThatThrownBy(() -> ask("SELECT predict('tumours', 1)"))
        .hasMessageContaining("predict was given 1 of the 3 features of the model “tumours”")
        .hasMessageContaining("predict('model', mean_concavity, worst_area, mean_area)");
    assertThatThrownBy(() -> ask("SELECT predict()")).hasMessageContaining("without a model");
  }

  @Test
  void aModelSavedAgainIsSeenByEveryConnection() throws Exception {
    save(tumours);
    String sql = "SELECT predict('tumours', " + FEATURES + ") FROM t WHERE id = 1";
    assertThat(ask(sql)).containsExactly("0");
    assertThat(onWriter(sql)).containsExactly("0");
    save(contrary("tumours"));
    assertThat(ask(sql)).containsExactly("good");
    assertThat(onWriter(sql)).containsExactly("good");
    SqliteProgram.run(file, "DELETE FROM quarry_models");
    assertThatThrownBy(() -> ask(sql)).hasMessageContaining("It holds no model yet.");
  }

  @Test
  void aModelChangedInAnOpenTransactionIsSeenThereAndForgottenWhenItIsTakenBack() throws Exception {
    save(tumours);
    save(contrary("other"));
    String sql = "SELECT predict('tumours', " + FEATURES + ") FROM t WHERE id = 1";
    List<String> seen =
        database.onWriter(
            Monitor.NONE,
            session -> {
              try (Statement statement = session.connection().createStatement()) {
                List<String> all = new ArrayList<>(ask(session, sql));
                statement.execute("BEGIN");
                statement.execute(
                    "UPDATE quarry_models SET json = (SELECT json FROM quarry_models"
                        + " WHERE name = 'other') WHERE name = 'tumours'");
                all.addAll(ask(session, sql));
                statement.execute("ROLLBACK");
                return all;
              } catch (SQLException failed) {
                throw new PersistenceException(failed);
              }
            });
    assertThat(seen).containsExactly("0", "good");
    assertThat(onWriter(sql)).containsExactly("0");
  }

  @Test
  void aDamagedModelIsAnError() throws Exception {
    save(tumours);
    SqliteProgram.run(
        file, "UPDATE quarry_models SET json = replace(json, '\"C\":10', '\"C\":-1')");
    assertThatThrownBy(() -> ask("SELECT predict('tumours', 1, 2, 3)"))
        .hasMessageContaining("The saved model cannot be read");
  }

  @Test
  void withoutCalibrationThereIsNoProbabilityAndTheErrorSaysSo() {
    save(new Model(tumours.origin(), tumours.preparation(), tumours.machine(), List.of()));
    assertThatThrownBy(() -> ask("SELECT predict_proba('tumours', 1, 0.3, 2019, 1001)"))
        .hasMessageContaining("The model “tumours” has no calibration");
    assertThatThrownBy(() -> ask("SELECT predict_proba('tumours', 7, 0.3, 2019, 1001)"))
        .hasMessageContaining("has no class “7”. Its classes are 0, 1");
    assertThatThrownBy(() -> ask("SELECT predict_proba('tumours', 1, 0.3)"))
        .hasMessageContaining("predict_proba('model', class, mean_concavity, worst_area");
    assertThat(ask("SELECT predict_proba('tumours', '1', NULL, 2019, 1001)"))
        .containsExactly("null");
  }

  @Test
  void tellsHowProbableEachClassIs() {
    save(tumours);
    double[] expected = tumours.probabilities(0.3001, 2019, 1001).orElseThrow();
    assertThat(expected).hasSize(2);
    for (int i = 0; i < 2; i++) {
      String call = "predict_proba('tumours', " + i + ", " + FEATURES + ")";
      assertThat(Double.parseDouble(ask("SELECT " + call + " FROM t WHERE id = 1").getFirst()))
          .isEqualTo(expected[i]);
    }
    assertThat(ask("SELECT predict_proba('tumours', '1', " + FEATURES + ") FROM t WHERE id = 3"))
        .containsExactly("null");
  }

  @Test
  void theFunctionsAreAmongTheWordsThatAreSuggested() {
    assertThat(new WhereWords(database).functions(Monitor.NONE))
        .contains(ModelFunctions.PREDICT, ModelFunctions.PREDICT_PROBA);
  }

  @Test
  void aWriteMayUseThem() throws Exception {
    save(tumours);
    database.write(
        Monitor.NONE,
        session -> {
          try (Statement statement = session.connection().createStatement()) {
            statement.execute("ALTER TABLE t ADD COLUMN said");
            return statement.executeUpdate(
                "UPDATE t SET said = predict('tumours', " + FEATURES + ")");
          } catch (SQLException failed) {
            throw new PersistenceException(failed);
          }
        });
    assertThat(SqliteProgram.rows(file, "SELECT said FROM t ORDER BY id"))
        .containsExactly("0", "1", "NULL", "NULL", "NULL", "NULL", "0");
  }
}
