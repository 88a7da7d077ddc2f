package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
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
import org.quarry.ui.changes.ChangeLine;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.kit.ClipboardText;

/** The panel of staged edits: a conflict far down, and its SQL on the clipboard. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangesPanelTest {
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
        SqliteProgram.predictions(Files.createTempDirectory(folder, "t").resolve("cancer.db"), 100);
    window.open(file);
  }

  @AfterEach
  void close() {
    window.closeFile();
  }

  private static CellEdit edit(long person, String old, @Nullable String now) {
    return new CellEdit(new RowKey.Rowid(person), "country", true, old, now);
  }

  private static void press(String button) {
    window.on(() -> window.lookup(button).<Button>query().fire());
    window.rest();
  }

  @Test
  void aConflictFarDownIsScrolledToAndSelected() throws Exception {
    List<CellEdit> edits = new ArrayList<>();
    for (int person = 1; person <= 60; person++) {
      String old =
          rows(file, "SELECT country FROM predictions WHERE person_id = " + person).getFirst();
      edits.add(edit(person, old, "mine"));
    }
    window.on(() -> window.current().journal().set("predictions", edits));
    SqliteProgram.run(file, "UPDATE predictions SET country = 'theirs' WHERE person_id = 57");
    window.on(window.model::write);
    window.rest();
    ListView<ChangeLine> list = window.lookup("#changes-list").query();
    assertThat(list.getSelectionModel().getSelectedItem())
        .isInstanceOfSatisfying(
            ChangeLine.Cell.class,
            cell -> assertThat(cell.row().key()).isEqualTo(new RowKey.Rowid(57)));
    assertThat(window.lookup("theirs: 'theirs'").queryAll()).isNotEmpty();
    assertThat(window.grid().lead()).contains(new CellPosition(56, 1));
    assertThat(window.grid().cellNode(56, 1)).isPresent();
    press("#take-all-theirs");
  }

  @Test
  void copySqlPutsEveryStatementOnTheClipboard() throws Exception {
    String first = rows(file, "SELECT country FROM predictions WHERE person_id = 1").getFirst();
    String second = rows(file, "SELECT country FROM predictions WHERE person_id = 2").getFirst();
    window.on(
        () ->
            window
                .current()
                .journal()
                .set("predictions", List.of(edit(1, first, "one"), edit(2, second, null))));
    window.on(() -> window.changes().shown().set(true));
    press("#changes-copy-sql");
    String[] copied = {""};
    window.on(() -> copied[0] = ClipboardText.get().orElse(""));
    SqliteProgram.run(file, copied[0].split("\n"));
    assertThat(rows(file, "SELECT quote(country) FROM predictions WHERE person_id < 3"))
        .containsExactly("'one'", "NULL");
  }
}
