package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.records.Sort;
import org.quarry.ui.kit.FilterTexts;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Preferences.Colours;
import org.quarry.ui.kit.SavedFilter;
import org.quarry.ui.kit.TableLayout;
import org.quarry.ui.kit.TableLayouts;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SettingsFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void name() {
    file = folder.resolve("settings.json");
  }

  private SettingsFile read() {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> new SettingsFile(file));
  }

  @Test
  void whatIsSetIsThereAtTheNextStart() {
    SettingsFile settings = read();
    Preferences preferences = settings.preferences();
    preferences.colours().set(Colours.DARK);
    preferences.opened(folder.resolve("a.db"));
    preferences.opened(folder.resolve("b.db"));
    preferences.width().set(1111);
    preferences.height().set(777);
    preferences.treeWidth().set(300);
    preferences.treeShown().set(false);
    WaitForAsyncUtils.waitForAsyncFx(5000, settings::write);
    Preferences again = read().preferences();
    assertThat(again.colours().get()).isEqualTo(Colours.DARK);
    assertThat(again.recentFiles()).containsExactly(folder.resolve("b.db"), folder.resolve("a.db"));
    assertThat(again.width().get()).isEqualTo(1111);
    assertThat(again.height().get()).isEqualTo(777);
    assertThat(again.treeWidth().get()).isEqualTo(300);
    assertThat(again.treeShown().get()).isFalse();
    assertThat(folder.toFile().list()).containsExactly("settings.json");
  }

  @Test
  void aNarrowWindowStartsWithThePanelBesideRowsFoldedUntilSomeoneUnfoldsIt() throws Exception {
    assertThat(read().preferences().sideShown().get()).isTrue();
    Files.writeString(file, "{\"width\": 1000}");
    SettingsFile narrow = read();
    assertThat(narrow.preferences().sideShown().get()).isFalse();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          narrow.preferences().sideShown().set(true);
          narrow.write();
        });
    assertThat(read().preferences().sideShown().get()).isTrue();
  }

  @Test
  void savedFiltersAreThereAtTheNextStart() throws Exception {
    SettingsFile settings = read();
    SavedFilter filter =
        new SavedFilter(
            "large",
            new FilterTexts(Map.of("mean area", "> 40", "c", "null"), "x", "\"a\" > 'b'"),
            List.of(new Sort("mean area", true, false)));
    Path database = folder.resolve("a.db");
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> settings.preferences().savedFilters().save(database, "t", filter));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> Files.exists(file));
    assertThat(read().preferences().savedFilters().of(database, "t")).containsExactly(filter);
  }

  @Test
  void whatIsMissingInASavedFilterLeavesTheOthers() throws Exception {
    Files.writeString(
        file,
        "{\"savedFilters\": {\"/a.db\": {\"t\": [null, {\"name\": \"n\","
            + " \"texts\": {\"columns\": {\"c\": null, \"d\": \"1\"}}}, {\"texts\": null}],"
            + " \"u\": null}, \"/b.db\": null}}");
    Preferences preferences = read().preferences();
    assertThat(preferences.savedFilters().all().values())
        .containsExactly(
            Map.of(
                "t",
                List.of(
                    new SavedFilter("n", new FilterTexts(Map.of("d", "1"), "", ""), List.of()))));
  }

  @Test
  void aChangeIsKeptSoonWithoutBeingAsked() throws Exception {
    SettingsFile settings = read();
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> settings.preferences().colours().set(Colours.LIGHT));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> Files.exists(file));
    assertThat(Files.readString(file)).contains("LIGHT");
  }

  @Test
  void aFileOfAnOlderOrNewerQuarryIsReadAsFarAsItGoes() throws Exception {
    Files.writeString(file, "{\"colours\": \"DARK\", \"width\": 1200, \"later\": [1]}");
    Preferences preferences = read().preferences();
    assertThat(preferences.colours().get()).isEqualTo(Colours.DARK);
    assertThat(preferences.width().get()).isEqualTo(1200);
    assertThat(preferences.height().get()).isEqualTo(new Preferences().height().get());
    assertThat(preferences.treeWidth().get()).isEqualTo(new Preferences().treeWidth().get());
    assertThat(preferences.treeShown().get()).isTrue();
  }

  @Test
  void aBrokenFileLeavesTheDefaultsAndIsNotLost() throws Exception {
    String broken = "{\"colours\": \"DA";
    Files.writeString(file, broken);
    SettingsFile settings = read();
    assertThat(settings.preferences().colours().get()).isEqualTo(Colours.SYSTEM);
    assertThat(Files.readString(file)).isEqualTo(broken);
    WaitForAsyncUtils.waitForAsyncFx(5000, settings::write);
    assertThat(Files.readString(file)).contains("SYSTEM");
    assertThat(Files.readString(folder.resolve("settings.json.unreadable"))).isEqualTo(broken);
  }

  private static final TableLayout LAYOUT =
      new TableLayout(
          List.of("b", "a", "c"),
          Set.of("c"),
          1,
          Map.of("a", 155.0),
          Map.of("b", "unix-seconds-utc"));

  @Test
  void layoutsOfTablesAreThereAtTheNextStart() {
    SettingsFile settings = read();
    TableLayouts tables = settings.preferences().tables();
    TableLayouts.Key mine = TableLayouts.Key.of(folder.resolve("a.db"), "people");
    TableLayouts.Key other = TableLayouts.Key.of(folder.resolve("a.db"), "codes");
    tables.put(mine, LAYOUT);
    tables.put(other, new TableLayout(List.of(), Set.of("x"), 0, Map.of(), Map.of()));
    tables.get(mine);
    WaitForAsyncUtils.waitForAsyncFx(5000, settings::write);
    TableLayouts again = read().preferences().tables();
    assertThat(again.all().keySet()).containsExactly(other, mine);
    assertThat(again.get(mine)).isEqualTo(LAYOUT);
    assertThat(again.get(other).hidden()).containsExactly("x");
  }

  @Test
  void aLayoutIsKeptSoonWithoutBeingAsked() throws Exception {
    SettingsFile settings = read();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () ->
            settings
                .preferences()
                .tables()
                .put(TableLayouts.Key.of(folder.resolve("a.db"), "people"), LAYOUT));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> Files.exists(file));
    assertThat(Files.readString(file)).contains("people", "155");
  }

  @Test
  void aBrokenLayoutSpoilsNoOtherAndNoSetting() throws Exception {
    Files.writeString(
        file,
        """
        {"colours": "DARK", "tables": [
          {"file": "/a.db", "table": "one", "widths": {"a": "wide"}},
          {"file": "/a.db", "table": "two", "order": ["b", null, "a"], "frozen": 99,
           "widths": {"a": null, "b": 80}, "later": {"x": 1}},
          {"table": "three"}, 7, null
        ]}""");
    Preferences preferences = read().preferences();
    assertThat(preferences.colours().get()).isEqualTo(Colours.DARK);
    assertThat(preferences.tables().all()).hasSize(1);
    TableLayout two = preferences.tables().get(new TableLayouts.Key("/a.db", "two"));
    assertThat(two.order()).containsExactly("b", "a");
    assertThat(two.frozen()).isEqualTo(2);
    assertThat(two.widths()).containsExactly(Map.entry("b", 80.0));
    Files.writeString(file, "{\"colours\": \"DARK\", \"tables\": \"none\"}");
    assertThat(read().preferences().tables().all()).isEmpty();
  }

  @Test
  void theTablesUsedLastAreKept() {
    TableLayouts tables = new TableLayouts();
    for (int i = 0; i <= TableLayouts.MOST; i++) {
      tables.put(new TableLayouts.Key("/a.db", "t" + i), LAYOUT);
      tables.get(new TableLayouts.Key("/a.db", "t0"));
    }
    assertThat(tables.all()).hasSize(TableLayouts.MOST);
    assertThat(tables.get(new TableLayouts.Key("/a.db", "t0"))).isEqualTo(LAYOUT);
    assertThat(tables.get(new TableLayouts.Key("/a.db", "t1"))).isEqualTo(TableLayout.NONE);
    int changes = tables.changes().get();
    tables.put(new TableLayouts.Key("/a.db", "t0"), LAYOUT);
    assertThat(tables.changes().get()).isEqualTo(changes);
    tables.put(new TableLayouts.Key("/a.db", "t0"), TableLayout.NONE);
    assertThat(tables.all()).hasSize(TableLayouts.MOST - 1);
  }
}
