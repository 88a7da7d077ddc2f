package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.window.QuarryWindow;

/** Text found and replaced in the window. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FindFlowTest {
  private static final int COUNTRY = 1;

  @TempDir static Path folder;
  private static QuarryWindow window;
  private Path file;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.predictions(
            Files.createTempDirectory(folder, "t").resolve("cancer.db"), 3000);
    window.open(file);
    window.click(0, COUNTRY);
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private void find(String text) {
    window.push(KeyCode.SHORTCUT, KeyCode.F);
    window.write(text);
    window.rest();
  }

  private void push(KeyCode... keys) {
    window.push(keys);
    window.rest();
  }

  private String lead() {
    CellPosition lead = window.grid().lead().orElseThrow();
    return lead.row() + " " + lead.column();
  }

  private void choose(String toggle) {
    window.on(() -> window.lookup(toggle).<ToggleButton>query().fire());
    window.rest();
  }

  @Test
  void whatIsTypedIsCountedAndTheNearestMatchSelected() throws Exception {
    find("cze");
    assertThat(window.label("#find-count")).isEqualTo("1\u202f000 matches in 1\u202f000 rows");
    assertThat(lead()).isEqualTo(firstCze() + " 1");
    assertThat(window.grid().source().cell(Long.parseLong(firstCze()), COUNTRY).match()).isTrue();
    assertThat(window.grid().source().cell(Long.parseLong(firstCze()), 2).match()).isFalse();
    push(KeyCode.ENTER);
    assertThat(lead()).isEqualTo((Long.parseLong(firstCze()) + 3) + " 1");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    push(KeyCode.SHIFT, KeyCode.F3);
    assertThat(window.label("#find-count")).endsWith(" · from the end");
    assertThat(lead())
        .isEqualTo(
            rows(file, "SELECT max(person_id) - 1 FROM predictions WHERE country = 'CZE'")
                    .getFirst()
                + " 1");
    push(KeyCode.F3);
    assertThat(lead()).isEqualTo(firstCze() + " 1");
    assertThat(window.label("#find-count")).endsWith(" · from the top");
    push(KeyCode.ESCAPE);
    assertThat(window.grid().isFocused()).isTrue();
    assertThat(window.lookup("#find-bar").query().isVisible()).isFalse();
    assertThat(window.grid().source().cell(Long.parseLong(firstCze()), COUNTRY).match()).isFalse();
  }

  private String firstCze() throws Exception {
    return rows(file, "SELECT min(person_id) - 1 FROM predictions WHERE country = 'CZE'")
        .getFirst();
  }

  @Test
  void theSearchFollowsSortAndFilter() throws Exception {
    window.on(
        () -> {
          window.records().model().filters().type(FilterBox.of("country"), "=AUT");
          new SortOrders(window.records().model())
              .take(new SortRequest(0, ColumnSort.DESCENDING, false));
        });
    window.rest();
    find("2997");
    assertThat(window.label("#find-count")).startsWith(matches("country = 'AUT'", "2997"));
    assertThat(window.cell(window.grid().lead().orElseThrow().row(), 0)).contains("2997");
    assertThat(window.grid().lead().orElseThrow().row())
        .isEqualTo(
            Long.parseLong(
                rows(
                        file,
                        "SELECT count(*) FROM predictions WHERE country = 'AUT' AND person_id >"
                            + " 2997")
                    .getFirst()));
  }

  private String matches(String passing, String text) throws Exception {
    return rows(
            file,
            "WITH v AS (SELECT p.rowid AS r, j.value AS v FROM predictions AS p,"
                + " json_each(json_array(person_id, country, mean_concavity, worst_area, mean_area,"
                + " predicted_class, timestamp)) AS j WHERE "
                + passing
                + ") SELECT count(*) || ' match' || iif(count(*) = 1, '', 'es') || ' in ' ||"
                + " count(DISTINCT r) || ' row' FROM v WHERE v LIKE '%"
                + text
                + "%'")
        .getFirst();
  }

  @Test
  void replacingAllIsOneStepThatUndoTakesBack() throws Exception {
    find("^(C)Z(E)$");
    choose("#find-regex");
    push(KeyCode.SHORTCUT, KeyCode.H);
    window.write("$2$1");
    window.clickOn("#replace-all");
    window.rest();
    assertThat(window.recordsProblem()).isEmpty();
    assertThat(window.current().staged().get()).isEqualTo(1000);
    assertThat(window.label("#find-count")).isEqualTo("No match · replaced in 1\u202f000 cells");
    assertThat(window.cell(Long.parseLong(firstCze()), COUNTRY)).isEqualTo("EC");
    push(KeyCode.ESCAPE);
    push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(window.current().staged().get()).isZero();
    assertThat(window.cell(Long.parseLong(firstCze()), COUNTRY)).isEqualTo("CZE");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(rows(file, "SELECT country, count(*) FROM predictions GROUP BY country"))
        .containsExactly("AUT|1000", "EC|1000", "NLD|1000");
  }

  @Test
  void oneMatchIsReplacedAtATime() throws Exception {
    long first = Long.parseLong(firstCze());
    find("CZE");
    push(KeyCode.SHORTCUT, KeyCode.H);
    window.write("SVK");
    push(KeyCode.ENTER);
    assertThat(window.cell(first, COUNTRY)).isEqualTo("SVK");
    assertThat(lead()).isEqualTo((first + 3) + " 1");
    assertThat(window.label("#find-count")).startsWith("999 matches");
    assertThat(window.current().staged().get()).isEqualTo(1);
  }

  @Test
  void aWrongExpressionIsSaidAtTheBox() {
    choose("#find-regex");
    find("a(");
    assertThat(window.label("#find-count")).startsWith("This is no regular expression. Unclosed");
    choose("#find-regex");
    assertThat(window.label("#find-count")).isEqualTo("No match");
  }

  @Test
  void rowsThatCannotBeEditedAreSearchedAndSayWhy() throws Exception {
    SqliteProgram.run(file, "CREATE VIEW dutch AS SELECT * FROM predictions WHERE country = 'NLD'");
    window.closeFile();
    window.open(file);
    window.showTable("dutch");
    window.click(0, 0);
    find("NLD");
    assertThat(window.label("#find-count")).isEqualTo("1\u202f000 matches in 1\u202f000 rows");
    push(KeyCode.SHORTCUT, KeyCode.H);
    assertThat(window.from(window.records()).lookup("#replace-all").<Button>query().isDisabled())
        .isTrue();
    assertThat(window.label("#replace-refusal")).startsWith("dutch is a view");
  }
}
