package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.completion.WhereSuggestion;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What helps while filters are typed: bubbles, the SQL, saved filters, completion. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FilterAidsTest extends FxRobot {
  @TempDir private Path folder;
  private final LoneTab tab = new LoneTab();
  private Database database;
  private OpenDatabase open;
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
    open = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> OpenFiles.of(background, database));
    model =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () -> new RecordsModel(background, open, schema.table("predictions").orElseThrow()));
    view = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new RecordsView(model, tab.context()));
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
    interact(() -> view.close());
    FxToolkit.cleanupStages();
    database.close();
  }

  private FilterField field(String id) {
    return lookup("#" + id).queryAs(FilterField.class);
  }

  private void put(String id, String text) {
    interact(
        () -> {
          field(id).requestFocus();
          field(id).setText(text);
        });
    type(KeyCode.ENTER);
  }

  private boolean bubble() {
    return lookup("#filter-bubble").queryAll().stream().anyMatch(Node::isVisible)
        && listWindows().stream().anyMatch(window -> window instanceof Popup);
  }

  private long rows(String where) throws Exception {
    return Long.parseLong(
        SqliteProgram.rows(file, "SELECT count(*) FROM predictions WHERE " + where).getFirst());
  }

  @Test
  void whatIsWrongStandsBelowTheBoxWhileItIsUsed() {
    put("filter-mean_area", "> 1");
    put("filter-country", "/(/");
    assertThat(bubble()).isTrue();
    Node words = lookup("#filter-bubble").query();
    Node box = field("filter-country");
    assertThat(words.localToScreen(words.getLayoutBounds()).getMinY())
        .isGreaterThanOrEqualTo(box.localToScreen(box.getLayoutBounds()).getMaxY());
    assertThat(lookup("#filter-bubble").queryAs(Label.class).getText())
        .isEqualTo(Hint.of(field("filter-country")).words().get())
        .contains("no regular expression");
    interact(() -> view.grid().requestFocus());
    assertThat(bubble()).isFalse();
    put("filter-country", "AUT");
    assertThat(bubble()).isFalse();
  }

  @Test
  void aBoxShowsAFunnelWhileEmptyAndACrossThatEmptiesIt() {
    assertThat(from(field("filter-country")).lookup(".filter-empty").queryAll()).hasSize(1);
    put("filter-country", "AUT");
    assertThat(from(field("filter-country")).lookup(".filter-empty").queryAll()).isEmpty();
    clickOn(from(field("filter-country")).lookup(".filter-cross").<Node>query());
    assertThat(field("filter-country").getText()).isEmpty();
    assertThat(model.filter().get().isNone()).isTrue();
    put("filter-country", "AUT");
    interact(() -> field("filter-country").requestFocus());
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
    assertThat(model.filter().get().isNone()).isTrue();
  }

  @Test
  void whatAnotherTypesHasTheColourOfText() {
    interact(() -> model.filters().type(FilterBox.of("country"), "AUT"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(from(field("filter-country")).lookup(".text").<Text>queryAll())
        .filteredOn(text -> text.getText().equals("AUT"))
        .extracting(Text::getFill)
        .doesNotContain(Color.BLACK)
        .hasSize(1);
  }

  @Test
  void theSqlStandsInALineWhileAFilterIsActive() throws Exception {
    assertThat(lookup("#filter-sql").query().getParent().isVisible()).isFalse();
    put("filter-country", "in: AUT, NLD");
    put("filter-where", "person_id > 3");
    String sql = lookup("#filter-sql").queryAs(TextField.class).getText();
    assertThat(sql).isEqualTo("\"country\" IN ('AUT', 'NLD') AND (person_id > 3)");
    assertThat(model.count().get().rows()).isEqualTo(rows(sql));
    clickOn("#query-rows");
    assertThat(tab.queries).hasSize(1);
    assertThat(SqliteProgram.rows(file, tab.queries.getFirst())).hasSize((int) rows(sql));
    put("filter-where", "person_id > 3 -- some");
    assertThat(lookup("#filter-sql").queryAs(TextField.class).getText())
        .isEqualTo("\"country\" IN ('AUT', 'NLD') AND (person_id > 3 -- some⏎)");
    put("filter-where", "");
    put("filter-country", "");
    assertThat(lookup("#filter-sql").query().getParent().isVisible()).isFalse();
  }

  @Test
  void aFilterIsSavedAppliedRenamedDeletedAndBroughtBack() throws Exception {
    put("filter-country", "AUT");
    put("filter-where", "mean_area > 10");
    interact(() -> model.sortBy(List.of(new Sort("mean_area", true))));
    clickOn("#saved-filters");
    assertThat(lookup("#saved-filter-name").queryAs(TextField.class).getText())
        .isEqualTo("country AUT, mean_area > 10");
    interact(
        () -> {
          lookup("#saved-filter-name").queryAs(TextField.class).setText("Austria");
          lookup("#save-filter-sorted").queryAs(CheckBox.class).fire();
          lookup("#save-filter").queryAs(Button.class).fire();
          model.filters().clear();
          model.sortBy(List.of());
        });
    assertThat(model.count().get().rows()).isEqualTo(30);
    clickOn("#saved-filters");
    Button choose = lookup(".saved-filter").queryAs(Button.class);
    assertThat(choose.getTooltip().getText())
        .isEqualTo("\"country\" LIKE '%AUT%' AND (mean_area > 10\n)\nORDER BY mean_area DESC");
    interact(choose::fire);
    assertThat(model.count().get().rows()).isEqualTo(rows("country = 'AUT' AND mean_area > 10"));
    assertThat(model.sorts().get()).containsExactly(new Sort("mean_area", true));
    assertThat(field("filter-country").getText()).isEqualTo("AUT");
    SavedFiltersModel saved = new SavedFiltersModel(model, tab.preferences.savedFilters());
    interact(
        () -> {
          saved.rename(saved.list().get().getFirst(), "Wien");
          saved.delete(saved.list().get().getFirst());
        });
    assertThat(saved.list().get()).isEmpty();
    assertThat(saved.deleted()).contains("Wien");
    interact(saved::restore);
    assertThat(saved.list().get()).extracting("name").containsExactly("Wien");
    saved.close();
  }

  @Test
  void aFilterOnAColumnThatIsGoneSaysSo() throws Exception {
    put("filter-country", "AUT");
    put("filter-mean_area", "> 10");
    SavedFiltersModel saved = new SavedFiltersModel(model, tab.preferences.savedFilters());
    interact(
        () -> {
          saved.save("both", false);
          model.filters().clear();
        });
    SqliteProgram.run(file, "ALTER TABLE predictions DROP COLUMN mean_area");
    interact(() -> open.written());
    clickOn("#saved-filters");
    interact(lookup(".saved-filter").queryAs(Button.class)::fire);
    assertThat(lookup("#problem-what").queryAs(Label.class).getText())
        .isEqualTo("“both” speaks of what predictions no longer has: mean_area.");
    assertThat(model.count().get().rows()).isEqualTo(rows("country = 'AUT'"));
    saved.close();
  }

  @SuppressWarnings("unchecked")
  private List<String> suggestions() {
    return lookup("#where-suggestions").queryAll().stream()
        .map(node -> (ListView<WhereSuggestion>) node)
        .flatMap(list -> list.getItems().stream())
        .map(WhereSuggestion::text)
        .toList();
  }

  @Test
  void theConditionGoesOnByCompletion() throws Exception {
    interact(() -> field("filter-where").requestFocus());
    write("coun");
    assertThat(suggestions()).containsExactly("country");
    type(KeyCode.ENTER);
    assertThat(field("filter-where").getText()).isEqualTo("country ");
    write("= ");
    assertThat(suggestions()).startsWith("'AUT'", "'CZE'", "'NLD'");
    write("'c");
    assertThat(suggestions()).containsExactly("'CZE'");
    type(KeyCode.TAB);
    assertThat(field("filter-where").getText()).isEqualTo("country = 'CZE' ");
    assertThat(field("filter-where").isFocused()).isTrue();
    write("an");
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> model.filters().problems().containsKey(FilterBox.WHERE));
    assertThat(listWindows()).filteredOn(window -> window instanceof Popup).hasSize(1);
    assertThat(suggestions()).startsWith("AND");
    type(KeyCode.ESCAPE);
    assertThat(field("filter-where").isFocused()).isTrue();
    assertThat(bubble()).isTrue();
    assertThat(lookup("#where-suggestions").queryAll()).isEmpty();
    push(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(suggestions()).startsWith("AND");
    type(KeyCode.TAB);
    write("person_id > 1");
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> model.filter().get().where().equals("country = 'CZE' AND person_id > 1"));
    type(KeyCode.ENTER);
    assertThat(field("filter-where").getText()).isEqualTo("country = 'CZE' AND person_id > 1");
    assertThat(model.count().get().rows()).isEqualTo(rows("country = 'CZE' AND person_id > 1"));
  }
}
