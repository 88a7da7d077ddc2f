package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;

/** The menus as a whole: in order, short enough to be seen, and no key or name twice. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MenusFlowTest {
  @TempDir static Path folder;
  private static QuarryWindow window;

  @BeforeAll
  static void show() throws Exception {
    window = QuarryWindow.show(folder);
    window.open(SqliteProgram.predictions(folder.resolve("cancer.db"), 30));
    window.showTable("predictions");
  }

  private static List<Menu> menus() {
    return window.lookup(".menu-bar").<MenuBar>query().getMenus();
  }

  private static Menu data() {
    return menus().stream().filter(menu -> "Data".equals(menu.getText())).findFirst().orElseThrow();
  }

  private static Stream<MenuItem> all(List<? extends MenuItem> items) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? Stream.concat(Stream.of(menu), all(menu.getItems()))
                    : Stream.of(item));
  }

  @Test
  void noKeyAndNoNameIsThereTwice() {
    assertThat(
            all(menus())
                .map(MenuItem::getAccelerator)
                .filter(Objects::nonNull)
                .map(Object::toString))
        .hasSizeGreaterThan(20)
        .doesNotHaveDuplicates();
    assertThat(all(menus()).map(MenuItem::getId).filter(Objects::nonNull)).doesNotHaveDuplicates();
    assertThat(
            all(data().getItems())
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText))
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void theLongestMenuFitsTheSmallestWindow() {
    assertThat(data().getItems()).hasSizeLessThan(30);
    assertThat(data().getItems().stream().filter(Menu.class::isInstance).map(MenuItem::getText))
        .containsExactly("Copy as", "Value", "Filters", "Columns");
  }

  @Test
  void linesPartWhatBelongsTogether() {
    List<MenuItem> items = data().getItems();
    assertThat(items.getFirst()).isNotInstanceOf(SeparatorMenuItem.class);
    assertThat(items.getLast()).isNotInstanceOf(SeparatorMenuItem.class);
    for (int at = 1; at < items.size(); at++) {
      assertThat(
              items.get(at) instanceof SeparatorMenuItem
                  && items.get(at - 1) instanceof SeparatorMenuItem)
          .isFalse();
    }
  }

  @Test
  void keysOfSubmenusAreHeard() {
    window.on(() -> window.grid().requestFocus());
    window.on(() -> window.grid().select(0, 1));
    window.push(KeyCode.F4);
    assertThat(window.preferences.sideShown().get()).isTrue();
    window.on(() -> window.preferences.sideShown().set(false));
    window.on(() -> window.grid().requestFocus());
    window.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
    assertThat(window.lookup(".columns-popup").queryAll()).isNotEmpty();
    window.push(KeyCode.ESCAPE);
  }
}
