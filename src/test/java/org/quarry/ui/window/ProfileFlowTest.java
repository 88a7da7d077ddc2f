package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Command;
import org.quarry.ui.query.QueryView;

/** What a column holds, in the window: its profile, its values, and what is selected. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProfileFlowTest {
  private static final int COUNTRY = 1;

  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @BeforeEach
  void open() throws Exception {
    window.open(
        SqliteProgram.predictions(Files.createTempDirectory(folder, "t").resolve("p.db"), 30));
  }

  @AfterEach
  void close() {
    window.on(() -> window.preferences.sideShown().set(false));
    window.closeFile();
  }

  private static String filter(String column) {
    return window.lookup("#filter-" + column).<TextField>query().getText();
  }

  private static long rows() {
    return window.records().model().count().get().rows();
  }

  private static Node bar(int at) {
    return window
        .from(window.lookup("#profile-values").<Node>query())
        .lookup(".pick-bar")
        .queryAll()
        .stream()
        .skip(at)
        .findFirst()
        .orElseThrow();
  }

  /** By the keyboard, which reaches a bar that is scrolled out of sight as well. */
  private static void pick(Node bar) {
    window.on(bar::requestFocus);
    window.push(KeyCode.ENTER);
    window.rest();
  }

  @Test
  void theListOfValuesIsAsHighAsItsValuesAndItsKeyIsInTheMenu() {
    window.click(0, COUNTRY);
    window.push(KeyCode.ALT, KeyCode.DOWN);
    window.rest();
    ListView<?> list = window.lookup("#values-list").query();
    assertThat(list.getItems()).hasSize(3);
    assertThat(list.getHeight()).isEqualTo(3 * 28 + 2);
    window.push(KeyCode.ESCAPE);
    assertThat(
            window.records().commands().stream()
                .filter(each -> each.id().equals("column-values"))
                .map(Command::key))
        .containsExactly("Alt+Down");
  }

  @Test
  void theProfileFollowsTheKeyboardAndABarFilters() {
    window.click(0, COUNTRY);
    window.run("column-profile");
    window.until(() -> window.label("#profile-column").equals("country"));
    window.until(() -> window.label("#profile-coverage").equals("exact · 30 rows"));
    assertThat(window.label("#figure-Distinct")).isEqualTo("3");
    pick(bar(1));
    assertThat(filter("country")).isEqualTo("=CZE");
    window.until(() -> rows() == 10);
    window.until(() -> window.label("#profile-coverage").equals("exact · 10 rows"));
    assertThat(window.label("#profile-column")).isEqualTo("country");
    pick(bar(0));
    assertThat(filter("country")).isEmpty();
    window.until(() -> rows() == 30);
    window.on(() -> window.grid().select(0, 3));
    window.until(() -> window.label("#profile-column").equals("worst_area"));
    window.until(() -> window.lookup("#profile-histogram").tryQuery().isPresent());
    Node bin =
        window.from(window.lookup("#profile-histogram").<Node>query()).lookup(".bin").query();
    pick(bin);
    assertThat(filter("worst_area")).isEqualTo("=2.5");
  }

  @Test
  void countsOpenAsAChartOfTheRowsThatAreShown() {
    window.on(() -> window.grid().select(0, COUNTRY));
    window.on(() -> window.lookup("#filter-person_id").<TextField>query().setText("<= 10"));
    window.until(() -> rows() == 10);
    window.run("chart-counts");
    window.until(
        () ->
            window.tabs().current().orElseThrow().node() instanceof QueryView view
                && view.model().sheet().get() != null);
    QueryView view = (QueryView) window.tabs().current().orElseThrow().node();
    var sheet = Objects.requireNonNull(view.model().sheet().get());
    assertThat(sheet.charted().get()).isTrue();
    assertThat(view.model().text().get()).contains("GROUP BY \"country\"");
    assertThat(sheet.chart().bars().get().bars()).hasSize(3);
    assertThat(sheet.chart().bars().get().bars().getFirst().value()).isEqualTo(4);
  }

  @Test
  void theListOfValuesFiltersByWhatIsChecked() {
    window.on(() -> window.lookup("#filter-country").query().requestFocus());
    window.push(KeyCode.ALT, KeyCode.DOWN);
    window.rest();
    ListView<?> list = window.lookup("#values-list").query();
    assertThat(list.getItems()).hasSize(3);
    window.clickOn("#values-none");
    window.on(() -> window.lookup("#values-search").<TextField>query().setText("aut"));
    window.until(() -> list.getItems().size() == 1);
    // A cell that was searched away may stay in the list for a frame more.
    window.until(() -> window.from(list).lookup(".value-name").queryAll().size() == 1);
    window.rest();
    window.clickOn(window.from(list).lookup(".value-name").<Node>query());
    window.rest();
    window.clickOn("#values-apply");
    window.rest();
    assertThat(window.lookup("#values-list").tryQuery()).isEmpty();
    assertThat(filter("country")).isEqualTo("in: AUT");
    window.until(() -> rows() == 10);
  }

  @Test
  void theHeadingsMenuHasTheVerbs() {
    ContextMenu[] menu = new ContextMenu[1];
    Node heading = window.grid().headerNode(COUNTRY).orElseThrow();
    window.rightClickOn(heading);
    window.rest();
    MenuItem[] found = new MenuItem[1];
    window.on(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .forEach(
                    each -> {
                      menu[0] = each;
                      each.getItems().stream()
                          .filter(item -> "header-column-values".equals(item.getId()))
                          .forEach(item -> found[0] = item);
                    }));
    window.on(
        () -> {
          found[0].fire();
          menu[0].hide();
        });
    window.rest();
    assertThat(window.lookup("#values-list").tryQuery()).isPresent();
    window.push(KeyCode.ESCAPE);
    assertThat(window.lookup("#values-list").tryQuery()).isEmpty();
  }

  @Test
  void theFootSaysTheFiguresOfWhatIsSelectedAndCopiesThem() {
    window.on(
        () -> {
          window.grid().select(0, 3);
          window.grid().select(new CellRange(0, 1, 3, 3, false));
        });
    assertThat(window.label("#records-selection"))
        .isEqualTo("count 2 · distinct 2 · sum 7.5 · mean 3.75 · min 2.5 · max 5");
    window.clickOn("#records-selection");
    window.on(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .contains("sum\t7.5\nmean\t3.75\nmin\t2.5\nmax\t5.0"));
    window.selectRows(0, 1);
    assertThat(window.label("#records-selection")).startsWith("2 rows · count 13 · ");
  }
}
