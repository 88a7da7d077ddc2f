package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.connect;
import static org.quarry.database.SqliteProgram.rows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.inspector.Mode;
import org.quarry.ui.kit.Hint;
import org.quarry.ui.window.QuarryWindow;

/** The value beside the grid in the window, and what the files hold then. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InspectorFlowTest {
  private static final int NOTE = 1;
  private static final int BODY = 2;

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
        SqliteProgram.run(
            Files.createTempDirectory(folder, "t").resolve("things.db"),
            "CREATE TABLE things(id INTEGER PRIMARY KEY, note TEXT, body BLOB)",
            "INSERT INTO things VALUES (1, 'Wien', x'00ff10'), (2, '{\"a\": [1, 2]}', NULL),"
                + " (3, printf('%.*c', 300000, 'n'), zeroblob(200000)),"
                + " (4, printf('%.*c', 1000, 'm') || char(10) || 'end', x'')",
            "CREATE VIEW seen AS SELECT id, note FROM things");
    try (Connection connection = connect(file);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO things(id, body) VALUES (5, ?)")) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);
      insert.setBytes(1, png.toByteArray());
      insert.execute();
    }
    window.on(() -> window.preferences.sideShown().set(true));
    window.open(file);
  }

  @AfterEach
  void close() {
    window.closeFile();
    window.on(() -> window.preferences.sideShown().set(false));
  }

  private void choose(long row, int column) {
    window.on(
        () -> {
          window.grid().requestFocus();
          window.grid().select(row, column);
        });
    window.rest();
  }

  private TextArea text() {
    return window.lookup("#inspector-text").query();
  }

  private void press(String id) {
    window.on(() -> window.lookup(id).<ButtonBase>query().fire());
    window.rest();
  }

  private Mode mode() {
    return window.lookup("#inspector-mode").<ComboBox<Mode>>query().getValue();
  }

  private void write() {
    window.push(KeyCode.SHORTCUT, KeyCode.S);
    window.rest();
  }

  @Test
  void theValueFollowsTheCell() {
    assertThat(window.label("#inspector-note")).isEqualTo("Choose a cell to see its value.");
    choose(0, NOTE);
    assertThat(window.label("#inspector-heading")).isEqualTo("note · TEXT · text, 4 characters");
    assertThat(text().getText()).isEqualTo("Wien");
    choose(1, NOTE);
    assertThat(mode()).isEqualTo(Mode.JSON);
    TreeView<?> tree = window.lookup("#inspector-outline").query();
    assertThat(tree.getExpandedItemCount()).isEqualTo(4);
    press("#inspector-folded");
    assertThat(text().getText()).isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ]\n}");
    press("#inspector-folded");
    choose(1, BODY);
    assertThat(window.label("#inspector-note")).isEqualTo("NULL");
    choose(4, BODY);
    assertThat(window.label("#inspector-image-words")).isEqualTo("PNG · 30 × 20");
    choose(0, BODY);
    DataGrid hex = window.lookup("#inspector-hex").query();
    assertThat(hex.source().cell(0, 0).text()).isEqualTo("00 ff 10");
  }

  @Test
  void anEditInTheGridIsSeenAtOnce() {
    choose(0, NOTE);
    window.write("Graz");
    window.push(KeyCode.ENTER);
    choose(0, NOTE);
    assertThat(text().getText()).isEqualTo("Graz");
    assertThat(window.label("#inspector-heading")).endsWith("4 characters · staged");
    window.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.rest();
    assertThat(text().getText()).isEqualTo("Wien");
  }

  @Test
  void aLongValueIsLoadedWhenAsked() {
    choose(2, NOTE);
    assertThat(window.label("#inspector-partial")).isEqualTo("The first 64.0 KB");
    assertThat(text().getLength()).isEqualTo(65_536);
    press("#inspector-load-all");
    assertThat(text().getLength()).isEqualTo(200_000);
    assertThat(window.label("#inspector-hidden"))
        .startsWith("The beginning is shown, 100\u202f000 more characters are not.");
    assertThat(window.lookup("#inspector-load-all").query().getParent().isVisible()).isFalse();
  }

  @Test
  void aBlobIsSavedAndAFileIsReadInItsPlace() throws Exception {
    Path saved = folder.resolve("saved.png");
    window.answers.file = Optional.of(saved);
    choose(4, BODY);
    press("#inspector-save");
    assertThat(rows(file, "SELECT hex(body) FROM things WHERE id = 5"))
        .containsExactly(HexFormat.of().withUpperCase().formatHex(Files.readAllBytes(saved)));
    assertThat(window.label("#inspector-said")).endsWith(" to saved.png.");
    choose(2, BODY);
    window.on(
        () -> window.lookup("#inspector-read").<MenuButton>query().getItems().getFirst().fire());
    window.rest();
    assertThat(window.label("#inspector-image-words")).isEqualTo("PNG · 30 × 20");
    assertThat(window.label("#inspector-heading")).endsWith(" · staged");
    write();
    assertThat(window.problem()).isEmpty();
    assertThat(
            rows(
                file,
                "SELECT (SELECT body FROM things WHERE id = 3) = body, typeof(body) FROM things"
                    + " WHERE id = 5"))
        .containsExactly("1|blob");
  }

  @Test
  void f4EditsALongTextAndCtrlEnterStagesIt() throws Exception {
    window.on(() -> window.preferences.sideShown().set(false));
    choose(3, NOTE);
    window.push(KeyCode.F4);
    window.rest();
    assertThat(window.preferences.sideShown().get()).isTrue();
    assertThat(text().isEditable()).isTrue();
    assertThat(text().isFocused()).isTrue();
    assertThat(text().getText()).hasSize(1004);
    window.write("!");
    window.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.rest();
    assertThat(text().isEditable()).isFalse();
    assertThat(window.current().staged().get()).isEqualTo(1);
    write();
    assertThat(rows(file, "SELECT length(note), substr(note, -5) FROM things WHERE id = 4"))
        .containsExactly("1005|\nend!");
  }

  @Test
  void escDiscardsAndWritingTakesWhatIsBeingTyped() throws Exception {
    choose(0, NOTE);
    window.push(KeyCode.F4);
    window.rest();
    window.write("x");
    window.push(KeyCode.ESCAPE);
    window.rest();
    assertThat(text().getText()).isEqualTo("Wien");
    assertThat(window.current().staged().get()).isZero();
    window.push(KeyCode.F4);
    window.rest();
    window.write("n");
    write();
    assertThat(rows(file, "SELECT note FROM things WHERE id = 1")).containsExactly("Wienn");
  }

  @Test
  void aRowOfAViewIsReadAndNotEdited() {
    window.showTable("seen");
    choose(3, NOTE);
    assertThat(text().getText()).hasSize(1004);
    window.push(KeyCode.F4);
    window.rest();
    assertThat(text().isEditable()).isFalse();
    ButtonBase edit = window.lookup("#inspector-edit").query();
    assertThat(edit.isDisabled()).isTrue();
    assertThat(Hint.of(edit).words().get()).contains("seen is a view");
  }

  @Test
  void aCursorThatOnlyPassesEndsAtItsLastCell() {
    window.on(
        () -> {
          for (int pass = 0; pass < 50; pass++) {
            window.grid().select(pass % 2 + 2, BODY);
          }
        });
    window.rest();
    assertThat(window.label("#inspector-note")).isEqualTo("The empty BLOB.");
    choose(2, BODY);
    press("#inspector-copy");
    window.on(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("X'" + "00".repeat(200_000) + "'"));
  }
}
