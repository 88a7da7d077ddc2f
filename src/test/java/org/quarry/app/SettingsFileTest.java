package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
}
