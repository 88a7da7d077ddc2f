package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DirectoriesTest {
  private static final Path HOME = Path.of(System.getProperty("user.home"));

  @Test
  void quarryHomeNamesTheFolder() {
    Directories named = Directories.ofUser(Map.of("QUARRY_HOME", "/q", "XDG_DATA_HOME", "/x"));
    assertThat(named.data()).isEqualTo(Path.of("/q"));
    assertThat(named.sample()).isEqualTo(Path.of("/q/sample.db"));
    assertThat(named.settings()).isEqualTo(Path.of("/q/settings.json"));
    assertThat(named.logs()).isEqualTo(Path.of("/q/logs"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxKeepsDataWhereTheDesktopStandardSays() {
    assertThat(Directories.ofUser(Map.of("XDG_DATA_HOME", "/x")).data())
        .isEqualTo(Path.of("/x/quarry"));
    assertThat(Directories.ofUser(Map.of("QUARRY_HOME", " ", "XDG_DATA_HOME", "")).data())
        .isEqualTo(HOME.resolve(".local/share/quarry"));
  }
}
