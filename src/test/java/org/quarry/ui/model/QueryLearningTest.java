package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quarry.database.SqliteProgram;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.database.records.KeyCondition;
import org.quarry.database.records.RowKey;
import org.quarry.learning.svm.Kernel;
import org.quarry.ui.model.report.RowsShower;
import org.quarry.work.Monitor;

/** A training on a query leads to the rows that it was made of. */
class QueryLearningTest extends SampleScreen {
  private static final String COLUMNS = "mean_concavity, worst_area, mean_area, target";

  private final List<RowKey> keys = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private ModelModel model;

  @BeforeEach
  void show() {
    model = screen();
    model.showRows(
        new RowsShower() {
          @Override
          public void show(String table, List<RowKey> rows) {
            asked.add(table);
            keys.addAll(rows);
          }

          @Override
          public void query(String sql) {
            asked.add(sql);
          }
        });
    model.search().cs().typed().set("10");
    model.search().gammas().typed().set("0.1");
    model.search().kernel(Kernel.Shape.POLY).set(false);
    model.search().kernel(Kernel.Shape.LINEAR).set(false);
  }

  private void train(String sql) {
    model.step().set(Step.USE);
    model.learnFrom(sql);
    assertThat(model.step().get()).isEqualTo(Step.DATA);
    assertThat(model.data().target().get()).isEqualTo("target");
    assertThat(model.data().features()).hasSize(3);
    model.train().run();
    assertThat(model.problem().get()).isNull();
  }

  private static String six(String where) {
    return "SELECT count(*), sum(target) FROM breast_cancer WHERE " + where;
  }

  @Test
  void withTheKeyACellShowsRowsOfTheTableAndItsColumnsCanBeFilled() throws Exception {
    train("SELECT id, " + COLUMNS + " FROM breast_cancer ORDER BY id");
    model.report().showCell(0, 1);
    assertThat(asked).containsExactly("breast_cancer");
    assertThat(keys).hasSize(6);
    assertThat(
            SqliteProgram.rows(
                file,
                six(
                    KeyCondition.of(open.schema().get().table("breast_cancer").orElseThrow(), keys)
                        .orElseThrow())))
        .containsExactly("6|0");
    assertThat(model.use().trainedOn()).isEqualTo("breast_cancer");
    model.use().fill().table().set("breast_cancer");
    model.use().fill().column().set("target");
    assertThat(model.use().fill().caution()).contains("would be written over");
    assertThat(model.use().fillFault().get()).isEmpty();
    assertThat(model.use().recipe().orElseThrow().command(false))
        .contains(" --query 'SELECT id, mean_concavity", " --features mean_concavity --features");
  }

  @Test
  void withoutAKeyACellShowsThoseRowsOfTheQuery() throws Exception {
    train("SELECT " + COLUMNS + " FROM breast_cancer ORDER BY rowid");
    model.report().showCell(0, 1);
    assertThat(keys).isEmpty();
    assertThat(asked).hasSize(1);
    List<Object> targets =
        new QueryRunner(open.database())
                .fetch(
                    SqlScript.of(asked.getFirst()).statements().getFirst(), Map.of(), Monitor.NONE)
                .rows()
                .stream()
                .map(row -> Objects.requireNonNull(row[4]))
                .toList();
    assertThat(targets).containsExactly(0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(model.use().trainedOn()).isEmpty();
    model.step().set(Step.CHECK);
    assertThat(model.findings().state().get()).isEqualTo("Nothing suspicious was found.");
  }
}
