package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.RowState;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;

/** What stays in its place when rows are read anew, and what is said before anything is written. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InPlaceFlowTest {
  @TempDir static Path folder;
  private static QuarryWindow window;
  private Path file = Path.of("");

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
  }

  @BeforeEach
  void make() throws Exception {
    file =
        SqliteProgram.predictions(Files.createTempDirectory(folder, "t").resolve("cancer.db"), 300);
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private void open() {
    window.open(file);
  }

  /** What the watch over the file does when another program has written to it. */
  private static void changedOutside() {
    on(current()::written);
    rest();
  }

  private static void on(Runnable action) {
    window.on(action);
  }

  private static void rest() {
    window.rest();
  }

  private static OpenDatabase current() {
    return window.current();
  }

  private static DataGrid grid() {
    return window.grid();
  }

  private static String cell(long row, int column) {
    return window.cell(row, column);
  }

  private static String id(long row) {
    return cell(row, 0);
  }

  private static void write() {
    on(window.model::write);
    rest();
  }

  private static void undo() {
    on(window.model::undo);
    rest();
  }

  private static void press(String id) {
    on(() -> window.lookup(id).<ButtonBase>query().fire());
    rest();
  }

  private void stage(long row, String column, @Nullable Object old, @Nullable Object now) {
    on(
        () ->
            current()
                .journal()
                .set(
                    "predictions",
                    List.of(new CellEdit(new RowKey.Rowid(row), column, true, old, now))));
  }

  private String sql(String query) throws Exception {
    return String.join(",", SqliteProgram.rows(file, query));
  }

  /** A picture of the window in both colours, where {@code quarry.pictures} names a folder. */
  private static void picture(String name) {
    String pictures = System.getProperty("quarry.pictures");
    if (pictures == null) {
      return;
    }
    for (Preferences.Colours colours :
        List.of(Preferences.Colours.DARK, Preferences.Colours.LIGHT)) {
      on(() -> window.preferences.colours().set(colours));
      on(
          () -> {
            try {
              ImageIO.write(
                  SwingFXUtils.fromFXImage(grid().getScene().snapshot(null), null),
                  "png",
                  Path.of(pictures, name + "-" + colours + ".png").toFile());
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  @Test
  void rowsThatComeAndGoAboveLeaveWhatIsSeenInItsPlace() throws Exception {
    open();
    on(
        () -> {
          grid().scrollTo(150);
          grid().select(155, 1);
        });
    rest();
    assertThat(id(155)).isEqualTo("156");
    on(() -> grid().edit(155, 1));
    SqliteProgram.run(
        file,
        "DELETE FROM predictions WHERE person_id BETWEEN 11 AND 20",
        "INSERT INTO predictions(person_id, timestamp) WITH RECURSIVE n(i) AS (SELECT -300 UNION"
            + " ALL SELECT i + 1 FROM n WHERE i < -1) SELECT i, 't' FROM n");
    changedOutside();
    assertThat(grid().firstVisibleRow()).isEqualTo(440);
    assertThat(grid().lead()).contains(new CellPosition(445, 1));
    assertThat(id(445)).isEqualTo("156");
    assertThat(grid().isEditing()).isTrue();
    on(
        () -> {
          window.lookup(".grid-editor").<TextField>query().setText("edited");
          grid().commitEdit();
        });
    assertThat(cell(445, 1)).isEqualTo("edited");
    assertThat(current().journal().change("predictions", new RowKey.Rowid(156))).isPresent();
    assertThat(window.lookup("#records-count").<Label>query().getText()).startsWith("590 rows");
  }

  @Test
  void aSelectedRowThatIsDeletedLeavesTheSelectionWhereItWas() throws Exception {
    open();
    on(() -> grid().select(5, 1));
    SqliteProgram.run(file, "DELETE FROM predictions WHERE person_id = 6");
    changedOutside();
    assertThat(id(5)).isEqualTo("7");
    assertThat(grid().lead()).contains(new CellPosition(5, 1));
  }

  @Test
  void nothingFlashesWhileRowsAreReadAnew() throws Exception {
    open();
    on(() -> grid().scrollTo(100));
    rest();
    List<String> seen = new ArrayList<>();
    on(
        () -> {
          current().written();
          grid().getScene().getRoot().applyCss();
          grid().getScene().getRoot().layout();
          seen.add(cell(110, 0));
          seen.add(window.lookup("#records-count").<Label>query().getText());
        });
    assertThat(seen.getFirst()).isEqualTo("111");
    assertThat(seen.getLast()).startsWith("300 rows");
    rest();
    assertThat(grid().firstVisibleRow()).isEqualTo(100);
  }

  @Test
  void ownWritesStayWhereTheyAreAndNewRowsKeepTheSelection() throws Exception {
    open();
    on(() -> current().journal().insert("predictions", Map.of("timestamp", "t")));
    on(() -> grid().select(300, 1));
    rest();
    stage(290, "country", "NLD", "written");
    write();
    assertThat(grid().lead()).contains(new CellPosition(300, 1));
    assertThat(id(300)).isEqualTo("301");
    assertThat(cell(289, 1)).isEqualTo("written");
  }

  @Test
  void aDifferenceIsListedBeforeAnythingIsWritten() throws Exception {
    open();
    changedOutside();
    stage(2, "country", "NLD", "mine");
    on(
        () ->
            current()
                .journal()
                .delete(
                    "predictions",
                    Map.of(new RowKey.Rowid(4), Map.of("country", "CZE", "mean_area", 4.25))));
    press("#show-changes");
    SqliteProgram.run(file, "UPDATE predictions SET country = 'theirs' WHERE person_id IN (2, 4)");
    changedOutside();
    assertThat(window.label("#changes-title")).isEqualTo("Changes · 2 conflicts to decide");
    assertThat(grid().source().rowState(1)).isEqualTo(RowState.DIFFERENT);
    assertThat(window.lookup("theirs: 'theirs'").queryAll()).isNotEmpty();
    assertThat(window.lookup("theirs: country = 'theirs'").queryAll()).isNotEmpty();
    picture("differences");
    press("#keep-all-mine");
    write();
    assertThat(window.problem()).isEmpty();
    assertThat(sql("SELECT country FROM predictions WHERE person_id IN (2, 4)")).isEqualTo("mine");
    press("#changes-close");
  }

  @Test
  void theFailureOfAWritingGoesWhenAllIsDecided() throws Exception {
    open();
    stage(1, "country", "CZE", "mine");
    SqliteProgram.run(file, "UPDATE predictions SET country = 'theirs' WHERE person_id = 1");
    write();
    assertThat(window.problem()).isNotEmpty();
    press("#take-all-theirs");
    assertThat(window.problem()).isEmpty();
    press("#changes-close");
  }

  @Test
  void rowsThatGoAlongAreSaidBeforeAndBroughtBackAfter() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE visit(person REFERENCES predictions(person_id) ON DELETE CASCADE, day)",
        "INSERT INTO visit VALUES (1, 'Monday'), (1, 'Friday'), (2, 'Sunday')");
    open();
    on(() -> current().journal().delete("predictions", List.of(new RowKey.Rowid(1))));
    press("#show-changes");
    assertThat(window.lookup("#changes-along").<Label>query().getText())
        .isEqualTo("Writing the deletions also touches other rows: 2 rows of visit are deleted.");
    write();
    assertThat(window.problem())
        .startsWith("Writing this also touches other rows: 2 rows of visit are deleted.");
    assertThat(sql("SELECT count(*) FROM visit")).isEqualTo("3");
    picture("along");
    press("#try-again");
    assertThat(sql("SELECT count(*) FROM visit")).isEqualTo("1");
    assertThat(window.model.message().get())
        .endsWith("by foreign keys 2 rows of visit are deleted");
    undo();
    write();
    assertThat(sql("SELECT person, day FROM visit ORDER BY rowid"))
        .isEqualTo("1|Monday,1|Friday,2|Sunday");
    press("#changes-close");
  }

  @Test
  void aViewWithTriggersIsEditedInTheGrid() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE VIEW people AS SELECT person_id AS person, country FROM predictions",
        "CREATE TRIGGER move INSTEAD OF UPDATE OF country ON people BEGIN UPDATE predictions SET"
            + " country = new.country WHERE person_id = old.person; END");
    open();
    window.showTable("people");
    on(() -> assertThat(grid().edit(1, 0)).isFalse());
    assertThat(window.lookup(".grid-notice").<Label>query().getText())
        .isEqualTo("No INSTEAD OF trigger of the view people changes person.");
    on(() -> grid().edit(1, 1));
    on(
        () -> {
          window.lookup(".grid-editor").<TextField>query().setText("moved");
          grid().commitEdit();
        });
    assertThat(cell(1, 1)).isEqualTo("moved");
    press("#show-changes");
    picture("view");
    on(() -> grid().scrollTo(250));
    window.clickOn("row (2, NLD) · country");
    rest();
    assertThat(grid().lead()).contains(new CellPosition(1, 1));
    write();
    assertThat(window.problem()).isEmpty();
    assertThat(sql("SELECT country FROM predictions WHERE person_id = 2")).isEqualTo("moved");
    assertThat(cell(1, 1)).isEqualTo("moved");
    undo();
    write();
    assertThat(sql("SELECT country FROM predictions WHERE person_id = 2")).isEqualTo("NLD");
    press("#changes-close");
  }

  @Test
  void aBarThatTakesRoomLeavesTheSelectedRowInSight() {
    open();
    int last = grid().visibleRowCount() - 3;
    on(() -> grid().select(last, 1));
    stage(290, "timestamp", "2020-06-17 00:00:00", null);
    stage(last + 1L, "timestamp", null, null);
    write();
    on(() -> grid().select(grid().firstVisibleRow() + grid().visibleRowCount() - 2, 1));
    long row = grid().lead().orElseThrow().row();
    press("#show-changes");
    assertThat(grid().cellNode(row, 1)).isPresent();
    press("#changes-close");
  }
}
