package org.quarry.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.database.Database;
import org.quarry.database.query.QueryProblem;
import org.quarry.ui.chart.Bar;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;

class QueryModelTest {
  private Database database;
  private QueryModel model;
  private int written;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Countries.create(folder);
    model = new QueryModel(Background.onCallingThread(), database, () -> written++);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void type(String text, int caret) {
    model.text().set(text);
    model.anchor().set(caret);
    model.caret().set(caret);
  }

  private void run(String text) {
    type(text, 0);
    model.command("run-all").run();
  }

  private Object[] row(int sheet, int row) {
    return model.sheets().get(sheet).result().rows().get(row);
  }

  @Test
  void runsTheStatementAtTheCaret() {
    String text = "SELECT 1;\nSELECT 2, 3";
    type(text, text.length());
    model.command("run-statement").run();
    assertThat(model.sheets()).hasSize(1);
    assertThat(row(0, 0)).containsExactly(2L, 3L);
    assertThat(model.sheet().get().title()).matches("1 · 1 row · [\\d.]+ m?s");
    assertThat(written).isZero();
  }

  @Test
  void runsTheSelectionAlone() {
    String text = "SELECT 1 + (SELECT 41)";
    type(text, 0);
    model.anchor().set(text.indexOf("SELECT 41"));
    model.caret().set(text.length() - 1);
    model.command("run-statement").run();
    assertThat(row(0, 0)).containsExactly(41L);
  }

  @Test
  void runsAllInOrderUntilOneFails() {
    run("SELECT 1;\nINSERT INTO plain(name) VALUES ('a'), ('b');\nSELECT nope;\nSELECT 4");
    assertThat(model.sheets()).hasSize(1);
    assertThat(written).isEqualTo(1);
    assertThat(model.problem().get())
        .isInstanceOfSatisfying(
            QueryProblem.class,
            problem -> {
              assertThat(problem.what()).isEqualTo("No such column: nope.");
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.column()).isEqualTo(8);
            });
    run("SELECT count(*) FROM plain");
    assertThat(row(0, 0)).containsExactly(2L);
    assertThat(model.problem().get()).isNull();
  }

  @Test
  void aTransactionLeftOpenIsSaidAndCanBeEnded() {
    run("BEGIN; DELETE FROM visits; SELECT count(*) FROM visits");
    assertThat(row(0, 0)).containsExactly(0L);
    assertThat(model.transactionOpen().get()).isTrue();
    model.command("roll-back").run();
    assertThat(model.transactionOpen().get()).isFalse();
    assertThat(model.command("commit").enabled().get()).isFalse();
    run("SELECT count(*) FROM visits");
    assertThat(row(0, 0)).containsExactly(7L);
  }

  @Test
  void closingRollsBackWhatWasLeftOpen() {
    run("BEGIN; DELETE FROM visits");
    model.close();
    assertThat(model.transactionOpen().get()).isFalse();
    run("SELECT count(*) FROM visits");
    assertThat(row(0, 0)).containsExactly(7L);
  }

  @Test
  void parametersAreFieldsThatKeepWhatWasTyped() {
    type("SELECT typeof(:a), typeof(:b), :a; SELECT :a", 0);
    assertThat(model.parameters()).extracting(ParameterField::name).containsExactly(":a", ":b");
    model.parameters().getFirst().typed().set("12");
    type("SELECT typeof(:a), typeof(:b), :a", 0);
    model.command("run-statement").run();
    assertThat(row(0, 0)).containsExactly("integer", "null", 12L);
  }

  @Test
  void aParameterWithoutAValueIsSaidToBeNull() {
    type("SELECT :a, @b", 0);
    model.command("run-statement").run();
    assertThat(row(0, 0)).containsExactly(null, null);
    assertThat(model.message().get()).endsWith(" · :a, @b were NULL: nothing is typed there");
    model.parameters().getFirst().typed().set("12");
    model.command("run-statement").run();
    assertThat(model.message().get()).endsWith(" · @b was NULL: nothing is typed there");
    model.parameters().getLast().typed().set("''");
    model.command("run-statement").run();
    assertThat(row(0, 0)).containsExactly(12L, "");
    assertThat(model.message().get()).doesNotContain("NULL");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "12, java.lang.Long, 12",
        "-0.5, java.lang.Double, -0.5",
        "007, java.lang.String, 007",
        "2021-01-01, java.lang.String, 2021-01-01",
        "'12', java.lang.String, 12",
        "'it''s', java.lang.String, it's",
        "99999999999999999999, java.lang.String, " + "99999999999999999999",
        "1e5, java.lang.String, 1e5"
      })
  void onlyAPlainNumberIsANumber(String typed, Class<?> type, String value) {
    ParameterField field = new ParameterField(":a");
    field.typed().set(typed);
    assertThat(field.value()).isInstanceOf(type).hasToString(value);
  }

  @Test
  void frequenciesInOneGo() {
    type("SELECT 'mine'", 0);
    model.command("frequencies").run();
    assertThat(model.text().get()).startsWith("SELECT 'mine';\n\nSELECT \"country\", count(*)");
    assertThat(model.parameters())
        .extracting(field -> field.name() + " " + field.typed().get())
        .containsExactly(":from 2021-01-01", ":to 2022-03-01");
    assertThat(model.sheets()).hasSize(1);
    assertThat(model.sheet().get().charted().get()).isTrue();
    assertThat(row(0, 0)).containsExactly("AUT", 4L);
    model.parameters().get(1).typed().set("2021-12-31");
    model.changed(model.parameters().get(1));
    assertThat(model.sheet().get().chart().bars().get().title())
        .isEqualTo("Rows by country, 2021-01-01 to 2021-12-31");
    assertThat(model.sheet().get().chart().bars().get().bars())
        .containsExactly(new Bar("AUT", 3, "3"), new Bar("CZE", 2, "2"), new Bar(null, 1, "1"));
  }

  @Test
  void anotherChoiceReplacesTheQueryWrittenBefore() {
    model.command("frequencies").run();
    model.frequencies().chooseLabel("area");
    model.frequencies().chooseDate(null);
    assertThat(model.text().get())
        .isEqualTo(
            """
            SELECT "area", count(*) AS frequency
            FROM "visits"
            GROUP BY "area"
            ORDER BY frequency DESC, "area";
            """);
    assertThat(model.sheet().get().result().rows()).hasSize(7);
    assertThat(model.parameters()).isEmpty();
  }

  @Test
  void keepsTwentyResultsAndSaysSo() {
    run("SELECT 1;".repeat(25));
    assertThat(model.sheets()).hasSize(20);
    assertThat(model.message().get()).contains("25 statements").contains("first 20 of 25 results");
  }

  @Test
  void aResultIsHandedOnToLearnFromAsItRan() {
    List<String> learned = new ArrayList<>();
    model.onLearn(learned::add);
    Command learn = model.command("learn-from-result");
    assertThat(learn.enabled().get()).isFalse();
    run("SELECT 1; SELECT :a AS a, ?2, ? -- :a\n, ':a'");
    for (ParameterField parameter : model.parameters()) {
      parameter.typed().set(parameter.name().equals(":a") ? "it's" : "3");
    }
    model.command("run-all").run();
    assertThat(learn.enabled().get()).isTrue();
    learn.run();
    assertThat(learned).containsExactly("SELECT 'it''s' AS a, 3, 3 -- :a\n, ':a'");
    run("PRAGMA table_info(plain)");
    assertThat(learn.enabled().get()).isFalse();
    run("BEGIN; SELECT 1");
    assertThat(learn.enabled().get()).isFalse();
    model.command("roll-back").run();
  }
}
