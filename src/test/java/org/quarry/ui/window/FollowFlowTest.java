package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.CellKind;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.FilterTexts;
import org.testfx.api.FxToolkit;

/** Foreign keys in the window: what they lead to, there, and back again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FollowFlowTest {
  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("shop.db"),
            "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                + " INSERT INTO customers SELECT i, 'Customer ' || i FROM n",
            "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers,"
                + " part_of INTEGER REFERENCES orders, note TEXT, place INTEGER"
                + " REFERENCES places)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                + " INSERT INTO orders SELECT i, CASE WHEN i % 10 = 3 THEN 9999 ELSE 1 + i % 1999"
                + " END, CASE WHEN i > 1 THEN i / 2 END, 'n' || (i % 7), 1 FROM n",
            "CREATE TABLE tags(tag TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID",
            "INSERT INTO tags VALUES ('it''s \"so\"', 'quoted'), ('a', 'plain')",
            "CREATE TABLE tagged(id INTEGER PRIMARY KEY, tag TEXT REFERENCES tags)",
            "INSERT INTO tagged VALUES (1, 'a'), (2, 'it''s \"so\"'), (3, NULL)");
    window = QuarryWindow.show(folder);
    window.open(file);
  }

  @AfterAll
  static void hide() throws Exception {
    window.closeFile();
    FxToolkit.cleanupStages();
  }

  @BeforeEach
  void plainOrders() {
    window.showTable("orders");
    window.on(
        () -> {
          window.records().model().filters().clear();
          window.records().model().sortBy(List.of());
        });
    window.rest();
  }

  private static void select(long row, int column) {
    window.until(() -> window.grid().source().rowCountExact());
    window.on(
        () -> {
          window.grid().scrollTo(Math.max(0, row - 3));
          window.grid().select(row, column);
          window.grid().requestFocus();
        });
    window.until(() -> window.grid().source().cell(row, column).kind() != CellKind.LOADING);
    window.rest();
  }

  private static void key(KeyCode... keys) {
    window.push(keys);
    window.rest();
  }

  /** What a cell shows once its row is read, which a grid asks for only when it is drawn. */
  private static String shown(long row, int column) {
    window.until(() -> !window.cell(row, column).equals("…"));
    return window.cell(row, column);
  }

  private static String table() {
    return window.records().model().table().name();
  }

  private static CellPosition lead() {
    return window.grid().lead().orElseThrow();
  }

  private static String hint(long row, int column) {
    String[] hint = {""};
    for (int pass = 0; pass < 2; pass++) {
      window.on(
          () ->
              hint[0] =
                  Objects.requireNonNullElse(window.grid().source().hint(row, column), "none"));
      window.rest();
    }
    return hint[0];
  }

  /** Order 1500 refers to customer 1501, which stands at place 499 from the largest on. */
  @Test
  void theOrderOfTheOtherTabStaysAndItsFilterCanBeShownAgain() {
    window.showTable("customers");
    window.on(
        () -> {
          window.records().model().sortBy(List.of(new Sort("name", true)));
          window.records().model().sortBy(List.of(new Sort("id", true)));
        });
    window.rest();
    window.showTable("orders");
    select(1499, 1);
    window.run("follow-reference");
    window.until(() -> window.grid().selection().firstRow() == 499);
    assertThat(table()).isEqualTo("customers");
    assertThat(window.records().model().sorts().get()).containsExactly(new Sort("id", true));
    assertThat(window.from(window.records()).lookup("#filter-aside").query().isVisible()).isFalse();
    window.on(() -> window.records().showOnly("id", "< 1000"));
    window.rest();
    window.showTable("orders");
    select(1499, 1);
    window.run("follow-reference");
    window.until(() -> window.grid().selection().firstRow() == 499);
    assertThat(window.records().model().filter().get().isNone()).isTrue();
    assertThat(window.records().model().sorts().get()).containsExactly(new Sort("id", true));
    assertThat(window.from(window.records()).lookup("#filter-aside").query().isVisible()).isTrue();
    window.clickOn("#filter-again");
    window.rest();
    window.until(() -> window.grid().source().rowCount() == 999);
    assertThat(window.from(window.records()).lookup("#filter-aside").query().isVisible()).isFalse();
    window.showTable("orders");
    select(499, 1);
    window.run("follow-reference");
    window.until(() -> window.grid().selection().firstRow() == 498);
    assertThat(window.grid().source().rowCount()).isEqualTo(999);
    assertThat(window.records().place().filters().columns()).containsEntry("id", "< 1000");
    window.on(
        () -> {
          window.records().model().filters().clear();
          window.records().model().sortBy(List.of());
        });
    window.rest();
  }

  /** Below row 999 the second column refers to customer 1001. */
  @Test
  void hoveringNamesTheRowReferredTo() {
    select(999, 1);
    assertThat(hint(999, 1)).isEqualTo("→ customers 1001: Customer 1001");
    assertThat(hint(1002, 1))
        .isEqualTo("→ customers 9999 – no such row, which breaks the foreign key");
    assertThat(hint(999, 4)).isEqualTo("→ places – There is no table places.");
    assertThat(hint(999, 3)).isEqualTo("none");
    select(0, 2);
    assertThat(hint(0, 2)).isEqualTo("→ orders: none");
  }

  @Test
  void followingShowsTheRowAndBackRestoresSortFilterScrollAndSelection() {
    window.on(
        () -> {
          window.records().model().sortBy(List.of(new Sort("customer", true)));
          window.records().showOnly("note", "in: n1, n2");
        });
    window.rest();
    select(500, 1);
    window.on(() -> window.grid().select(new CellRange(498, 501, 1, 2, false)));
    window.on(() -> window.grid().select(503, 1));
    long first = window.grid().firstVisibleRow();
    String customer = shown(503, 1);
    String order = shown(503, 0);
    window.run("follow-reference");
    assertThat(table()).isEqualTo("customers");
    assertThat(shown(lead().row(), 0)).isEqualTo(customer);
    assertThat(lead().column()).isZero();
    key(KeyCode.ALT, KeyCode.LEFT);
    assertThat(table()).isEqualTo("orders");
    assertThat(window.records().model().sorts().get()).containsExactly(new Sort("customer", true));
    assertThat(window.records().place().filters())
        .isEqualTo(new FilterTexts(Map.of("note", "in: n1, n2"), "", ""));
    assertThat(lead()).isEqualTo(new CellPosition(503, 1));
    assertThat(window.grid().firstVisibleRow()).isEqualTo(first);
    assertThat(shown(503, 0)).isEqualTo(order);
    key(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(table()).isEqualTo("customers");
    assertThat(shown(lead().row(), 0)).isEqualTo(customer);
  }

  @Test
  void aReferenceToTheSameTableIsFollowedWithinTheTabAndBackBringsTheFilterAgain() {
    window.on(() -> window.records().showOnly("id", ">= 2000"));
    window.rest();
    select(700, 2);
    long first = window.grid().firstVisibleRow();
    assertThat(window.cell(700, 2)).isEqualTo("1350");
    window.run("follow-reference");
    assertThat(table()).isEqualTo("orders");
    assertThat(lead()).isEqualTo(new CellPosition(1349, 0));
    assertThat(window.records().place().filters()).isEqualTo(FilterTexts.NONE);
    key(KeyCode.ALT, KeyCode.LEFT);
    assertThat(window.records().model().count().get().rows()).isEqualTo(1001);
    assertThat(lead()).isEqualTo(new CellPosition(700, 2));
    assertThat(window.grid().firstVisibleRow()).isEqualTo(first);
  }

  @Test
  void ctrlClickFollowsAndCtrlUnderlines() {
    select(10, 1);
    Node body = window.from(window.grid()).lookup(".grid-body").query();
    Point2D at = body.screenToLocal(window.point(10, 1));
    window.on(() -> body.fireEvent(mouse(MouseEvent.MOUSE_MOVED, body, at)));
    assertThat(((Text) window.grid().cellNode(10, 1).orElseThrow()).isUnderline()).isTrue();
    assertThat(((Text) window.grid().cellNode(11, 1).orElseThrow()).isUnderline()).isFalse();
    window.on(() -> body.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, body, at)));
    window.rest();
    assertThat(table()).isEqualTo("customers");
    assertThat(window.cell(lead().row(), 0)).isEqualTo("12");
    key(KeyCode.ALT, KeyCode.LEFT);
    assertThat(table()).isEqualTo("orders");
    assertThat(((Text) window.grid().cellNode(10, 1).orElseThrow()).isUnderline()).isFalse();
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Node body, Point2D at) {
    Point2D screen = body.localToScreen(at);
    Point2D scene = body.localToScene(at);
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return new MouseEvent(
        body,
        body,
        type,
        scene.getX(),
        scene.getY(),
        screen.getX(),
        screen.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        !mac,
        false,
        mac,
        true,
        false,
        false,
        true,
        false,
        false,
        new PickResult(body, scene.getX(), scene.getY()));
  }

  @Test
  void whereThereIsNoSuchRowOneStaysAndIsTold() {
    select(2, 1);
    window.run("follow-reference");
    assertThat(table()).isEqualTo("orders");
    assertThat(window.recordsProblem()).startsWith("No row of customers has id 9999.");
    select(2, 3);
    window.on(
        () ->
            assertThat(
                    window.records().commands().stream()
                        .filter(each -> each.id().equals("follow-reference"))
                        .allMatch(each -> each.enabled().get()))
                .isFalse());
    window.on(() -> window.records().model().refresh());
    window.rest();
  }

  @Test
  void theRowsThatReferToARowAreShownByAFilter() throws Exception {
    window.showTable("tags");
    window.on(() -> window.grid().select(1, 0));
    window.rest();
    window.on(() -> item("referring-tagged-tag").fire());
    window.rest();
    assertThat(table()).isEqualTo("tagged");
    assertThat(window.records().model().count().get().rows()).isEqualTo(1);
    assertThat(window.cell(0, 1)).isEqualTo("it's \"so\"");
    assertThat(hint(0, 1)).isEqualTo("→ tags it's \"so\": quoted");
    window.on(() -> window.grid().select(0, 1));
    window.rest();
    window.on(() -> item("follow-tags").fire());
    window.rest();
    assertThat(table()).isEqualTo("tags");
    assertThat(window.cell(lead().row(), 1)).isEqualTo("quoted");
    window.on(() -> window.tabs().travel().back());
    window.rest();
    assertThat(table()).isEqualTo("tagged");
    window.on(() -> window.records().model().filters().clear());
    window.rest();
  }

  private static MenuItem item(String id) {
    return window.records().cellItems().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void goToRowCountsAsAPlace() {
    select(20, 0);
    long first = window.grid().firstVisibleRow();
    key(KeyCode.SHORTCUT, KeyCode.G);
    window.write("2500");
    key(KeyCode.ENTER);
    assertThat(lead().row()).isEqualTo(2499);
    key(KeyCode.ALT, KeyCode.LEFT);
    assertThat(lead().row()).isEqualTo(20);
    assertThat(window.grid().firstVisibleRow()).isEqualTo(first);
  }

  @Test
  void aClosedTabOpensAgainOnTheWayBack() {
    select(30, 1);
    window.run("follow-reference");
    window.on(() -> window.tabs().getTabs().removeIf(tab -> "records-orders".equals(tab.getId())));
    window.on(() -> window.tabs().travel().back());
    window.rest();
    assertThat(table()).isEqualTo("orders");
    assertThat(lead()).isEqualTo(new CellPosition(30, 1));
  }

  @Test
  void aLabelIsReadAgainAfterAWrite() throws Exception {
    select(5, 1);
    assertThat(hint(5, 1)).isEqualTo("→ customers 7: Customer 7");
    SqliteProgram.run(
        window.current().database().file(), "UPDATE customers SET name = 'Seven' WHERE id = 7");
    window.on(() -> window.current().written());
    window.rest();
    assertThat(hint(5, 1)).isEqualTo("→ customers 7: Seven");
    SqliteProgram.run(
        window.current().database().file(),
        "UPDATE customers SET name = 'Customer 7' WHERE id = 7");
    window.on(() -> window.current().written());
    window.rest();
  }
}
