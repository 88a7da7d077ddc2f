package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.grid.ColumnSort;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.SortRequest;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The filter row in a window, over the notebook's table with 30 rows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FilterRowTest extends FxRobot {
  @TempDir private Path folder;
  private Database database;
  private RecordsModel model;
  private RecordsView view;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    file = SqliteProgram.predictions(folder.resolve("p.db"), 30);
    database = Database.open(file);
    Schema schema = new SchemaReader(database).read(Monitor.NONE);
    Background background = Background.onCallingThread();
    model =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () ->
                new RecordsModel(
                    background,
                    OpenFiles.of(background, database),
                    schema.table("predictions").orElseThrow()));
    view =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000, () -> new RecordsView(model, new LoneTab().context()));
    interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          stage.setScene(new Scene(view, 940, 560));
          stage.setX(0);
          stage.setY(0);
          stage.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    interact(() -> model.close());
    FxToolkit.cleanupStages();
    database.close();
  }

  private List<String> firstColumn() {
    List<String> keys = new ArrayList<>();
    interact(
        () -> {
          for (long row = 0; row < model.size(); row++) {
            keys.add(new RecordsSource(model).cell(row, 0).text());
          }
        });
    return keys;
  }

  private FilterField field(String id) {
    return lookup("#" + id).queryAs(FilterField.class);
  }

  private void type(String id, String text) {
    interact(
        () -> {
          field(id).requestFocus();
          field(id).setText(text);
        });
    type(KeyCode.ENTER);
  }

  @Test
  void theBubbleStaysInsideTheWindow() {
    interact(() -> view.grid().scrollToColumn(6));
    interact(() -> view.grid().layout());
    type("filter-timestamp", "> 100 | /(/");
    Node bubble = lookup("#filter-bubble").query();
    interact(
        () -> {
          double right = bubble.localToScreen(bubble.getLayoutBounds()).getMaxX();
          double field =
              field("filter-timestamp").localToScreen(0, 0).getX()
                  + bubble.getLayoutBounds().getWidth();
          assertThat(field).as("it would not fit").isGreaterThan(940);
          assertThat(right).isLessThanOrEqualTo(940);
        });
  }

  private List<String> ids(String where) throws Exception {
    return SqliteProgram.rows(
        file, "SELECT person_id FROM predictions WHERE " + where + " ORDER BY person_id");
  }

  @Test
  void enterFiltersAtOnceAndTheTooltipShowsTheSql() throws Exception {
    type("filter-country", "in: AUT, NLD");
    assertThat(firstColumn()).isEqualTo(ids("country IN ('AUT', 'NLD')"));
    type("filter-mean_area", "> 10");
    assertThat(firstColumn()).isEqualTo(ids("country IN ('AUT', 'NLD') AND mean_area > 10"));
    assertThat(Hint.of(field("filter-country")).words().get())
        .isEqualTo("\"country\" IN ('AUT', 'NLD')");
    type("filter-country", "");
    assertThat(firstColumn()).isEqualTo(ids("mean_area > 10"));
  }

  @Test
  void withoutEnterItFiltersAMomentLater() throws Exception {
    interact(() -> field("filter-country").setText("cze"));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> model.count().get().rows() == 10);
    assertThat(firstColumn()).isEqualTo(ids("country = 'CZE'"));
  }

  @Test
  void whatIsWrongIsSaidAtTheCellAndTheRowsStay() {
    type("filter-country", "AUT");
    type("filter-country", "/(/");
    assertThat(field("filter-country").getPseudoClassStates())
        .anyMatch(state -> state.getPseudoClassName().equals("wrong"));
    assertThat(Hint.of(field("filter-country")).words().get()).contains("no regular expression");
    assertThat(firstColumn()).hasSize(10);
    type("filter-where", "nope = 1");
    type("filter-country", "");
    assertThat(Hint.of(field("filter-where")).words().get()).contains("no such column: nope");
    assertThat(firstColumn()).hasSize(10);
  }

  @Test
  void theBoxesForWholeRowsFilterAndTheQueryIsCopied() throws Exception {
    type("filter-any", "\"12.5\"");
    assertThat(firstColumn()).isEqualTo(ids("worst_area = 12.5 OR mean_area = 12.5"));
    type("filter-any", "");
    type("filter-where", "person_id % 7 = 0");
    assertThat(firstColumn()).containsExactly("7", "14", "21", "28");
    clickOn("#copy-filter-sql");
    interact(
        () -> {
          String sql = Clipboard.getSystemClipboard().getString();
          try {
            assertThat(SqliteProgram.rows(file, sql)).hasSize(4);
          } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
          }
        });
  }

  @Test
  void noRowPassesIsSaidWithAButtonThatClears() {
    type("filter-country", "=XXX");
    assertThat(lookup("No row passes the filters.").query().isVisible()).isTrue();
    clickOn("#clear-filters-empty");
    assertThat(firstColumn()).hasSize(30);
    assertThat(field("filter-country").getText()).isEmpty();
  }

  @Test
  void stagedEditsAndNewRowsStayInSight() {
    type("filter-country", "AUT");
    interact(
        () -> {
          model.set(0, 0, Map.of(model.table().columns().get(1), "ITA"));
          model.insertRow();
        });
    assertThat(firstColumn()).hasSize(11);
    interact(() -> assertThat(new RecordsSource(model).cell(0, 1).text()).isEqualTo("ITA"));
  }

  @Test
  void boxesStandUnderTheirHeadingsWhileScrolling() {
    DataGrid grid = view.grid();
    for (int column : new int[] {6, 2}) {
      interact(
          () -> {
            grid.setColumnWidth(2, 500);
            grid.scrollToColumn(column);
            grid.layout();
          });
      double heading = grid.headerNode(column).orElseThrow().localToScene(0, 0).getX();
      String id = "filter-" + model.table().columns().get(column).name();
      assertThat(field(id).localToScene(0, 0).getX()).isEqualTo(heading);
      assertThat(field(id).getWidth()).isEqualTo(grid.columnWidth(column));
    }
  }

  @Test
  void theKeyPutsTheCaretIntoTheBoxOfTheCurrentColumn() {
    interact(
        () -> {
          view.grid().select(3, 4);
          view.grid().requestFocus();
          view.commands().stream()
              .filter(command -> command.id().equals("filter-rows"))
              .findFirst()
              .orElseThrow()
              .run();
        });
    assertThat(field("filter-mean_area").isFocused()).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(view.grid().isFocused()).isTrue();
  }

  @Test
  void clicksOnHeadersSortBySeveralColumnsAndNullMovesToEitherEnd() throws Exception {
    SortOrders orders = new SortOrders(model);
    interact(
        () -> {
          orders.take(new SortRequest(5, ColumnSort.DESCENDING, false));
          orders.take(new SortRequest(1, ColumnSort.ASCENDING, true));
          orders.placeNulls(model.table().columns().get(5), false);
        });
    assertThat(model.sorts().get())
        .containsExactly(new Sort("predicted_class", true, false), new Sort("country", false));
    assertThat(firstColumn())
        .isEqualTo(
            SqliteProgram.rows(
                file,
                "SELECT person_id FROM predictions"
                    + " ORDER BY predicted_class DESC NULLS FIRST, country, person_id"));
    RecordsSource source = new RecordsSource(model);
    assertThat(source.column(5).sortNote()).isEqualTo("1 ∅↑");
    assertThat(source.column(1).sortNote()).isEqualTo("2");
    interact(() -> orders.take(new SortRequest(1, ColumnSort.NONE, true)));
    assertThat(model.sorts().get()).containsExactly(new Sort("predicted_class", true, false));
  }
}
