package org.quarry.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everySourceIsInFormat() throws Exception {
    List<Path> wrong = new ArrayList<>();
    for (Path path : SourceFormat.sources()) {
      String source = Files.readString(path);
      if (!SourceFormat.formatted(source).equals(source)) {
        wrong.add(path);
      }
    }
    assertThat(wrong).as("not in format; `mvn -Pformat` rewrites them").isEmpty();
  }
}
