package org.quarry.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.FilePicker;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Work;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueryScreenTest extends FxRobot {
  private static final Jobs THREADS =
      new Jobs() {
        @Override
        public <T> Job<T> start(String title, Work<T> work) {
          Job<T> job = new Job<>(title, work);
          Thread.ofPlatform().daemon().start(job);
          return job;
        }
      };

  @TempDir private Path folder;
  private final Background background = Background.of(THREADS);
  private Database database;
  private QueryModel model;
  private CodeArea editor;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    database = Countries.create(folder);
    model = new QueryModel(background, database, () -> {});
    interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          stage.setScene(new Scene(new QueryView(model, new Prepared()), 900, 640));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          stage.requestFocus();
        });
    editor = lookup("#sql-editor").query();
    clickOn(editor);
  }

  @AfterEach
  void close() {
    interact(() -> model.command("stop-query").run());
    database.close();
  }

  private final class Prepared implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name, Kind kind) {
      return Optional.of(folder.resolve(name));
    }
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void idle() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> !model.busy().get());
    interact(() -> editor.getScene().getRoot().layout());
  }

  private String cell(long row, int column) {
    DataGrid grid = lookup("#result-grid").query();
    return ((Text) grid.cellNode(row, column).orElseThrow()).getText();
  }

  private String label(String id) {
    return lookup(id).<Label>query().getText();
  }

  private List<String> styled(String style) {
    return lookup("." + style).queryAll().stream()
        .filter(Text.class::isInstance)
        .map(node -> ((Text) node).getText())
        .collect(Collectors.toList());
  }

  @Test
  void typeRunAndSeeTheRows() throws Exception {
    write("SELECT 1; SELECT country, area FROM visits WHERE id > 2");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    idle();
    assertThat(cell(0, 0)).isEqualTo("AUT");
    assertThat(cell(0, 1)).isEqualTo("3.0");
    assertThat(cell(1, 0)).isEqualTo("NULL");
    assertThat(model.sheets()).hasSize(1);
    push(KeyCode.F5);
    idle();
    assertThat(lookup(".query-tab").queryAll()).hasSize(2);
    clickOn(lookup(".query-tab").nth(0).<Node>query());
    interact(() -> editor.getScene().getRoot().layout());
    assertThat(cell(0, 0)).isEqualTo("1");
  }

  @Test
  void colouringFollowsTheText() {
    write("SELECT 'a' -- b");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(styled("sql-keyword")).containsExactly("SELECT");
    assertThat(styled("sql-string")).containsExactly("'a'");
    assertThat(styled("sql-comment")).containsExactly("-- b");
    interact(() -> editor.replaceText("/* one\ntwo\nSELECT 3"));
    assertThat(styled("sql-comment")).containsExactlyInAnyOrder("/* one", "two", "SELECT 3");
    interact(() -> editor.insertText(1, 0, "*/"));
    assertThat(styled("sql-comment")).containsExactlyInAnyOrder("/* one", "*/");
    assertThat(styled("sql-keyword")).containsExactly("SELECT");
    interact(() -> editor.replaceText("SELECT 1\nFROM x"));
    push(KeyCode.SHORTCUT, KeyCode.SLASH);
    assertThat(editor.getText()).isEqualTo("SELECT 1\n-- FROM x");
    push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(editor.getText()).isEqualTo("SELECT 1\nFROM x");
  }

  @Test
  void anErrorIsShownAtItsPlace() throws Exception {
    interact(() -> editor.replaceText("SELECT 1;\nSELECT nope\nFROM visits"));
    push(KeyCode.F5);
    idle();
    assertThat(label("#problem-what")).isEqualTo("No such column: nope.");
    assertThat(label("#problem-why")).isEqualTo("Line 2, column 8.");
    assertThat(styled("sql-error")).containsExactly("nope");
    clickOn("#go-to-error");
    assertThat(editor.getCaretPosition()).isEqualTo("SELECT 1;\nSELECT ".length());
    write("x");
    assertThat(styled("sql-error")).isEmpty();
  }

  @Test
  void aLongQueryStopsAtOnce() throws Exception {
    String sql =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000)"
            + " SELECT count(*) FROM c";
    interact(() -> editor.replaceText(sql));
    push(KeyCode.F5);
    until(() -> model.busy().get());
    Button stop = lookup("#stop-query").query();
    assertThat(stop.isDisabled()).isFalse();
    Thread.sleep(300);
    long asked = System.nanoTime();
    interact(stop::fire);
    idle();
    assertThat(System.nanoTime() - asked).isLessThan(2_000_000_000L);
    assertThat(label("#query-message")).startsWith("Stopped after ");
    assertThat(stop.isDisabled()).isTrue();
  }

  @Test
  void frequenciesInOneClickAndTheirPicture() throws Exception {
    clickOn("#frequencies");
    until(() -> model.sheet().get() != null && !model.busy().get());
    assertThat(label("#chart-title")).isEqualTo("Rows by country, 2021-01-01 to 2022-03-01");
    assertThat(texts(".chart-value")).containsExactly("4", "2", "1");
    DatePicker to = lookup("#parameter-to").query();
    interact(() -> to.setValue(LocalDate.of(2021, 12, 31)));
    idle();
    assertThat(label("#chart-title")).isEqualTo("Rows by country, 2021-01-01 to 2021-12-31");
    assertThat(texts(".chart-value")).containsExactly("3", "2", "1");
    assertThat(texts(".chart-null")).containsExactly("NULL");
    clickOn("#chart-save");
    Path file = folder.resolve("Rows by country, 2021-01-01 to 2021-12-31.png");
    until(() -> Files.exists(file) && background.running().isEmpty());
    BufferedImage picture = ImageIO.read(file.toFile());
    Node paper = lookup("#chart-paper").query();
    assertThat(picture.getWidth())
        .isEqualTo((int) Math.ceil(2 * paper.getLayoutBounds().getWidth()));
    assertThat(coloured(picture)).isGreaterThan(1000);
  }

  private List<String> texts(String style) {
    return lookup(style).queryAll().stream()
        .map(node -> ((Text) node).getText())
        .collect(Collectors.toList());
  }

  /** Pixels that are far from grey: those of the bars. */
  private static int coloured(BufferedImage picture) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        if (Math.abs((rgb & 0xff) - ((rgb >> 16) & 0xff)) > 100) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void anOpenTransactionIsShownAndEnded() throws Exception {
    interact(() -> editor.replaceText("BEGIN; DELETE FROM visits"));
    push(KeyCode.F5);
    idle();
    assertThat(lookup("#transaction-bar").query().isVisible()).isTrue();
    assertThat(label("#result-message")).startsWith("2 statements · 7 rows changed");
    clickOn("#roll-back");
    idle();
    assertThat(lookup("#transaction-bar").query().isVisible()).isFalse();
  }
}
