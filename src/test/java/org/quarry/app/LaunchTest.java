package org.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;

/** The program started where there is no display. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LaunchTest {
  private static final List<String> SCREENS =
      List.of(
          "01-start",
          "02-records",
          "03-edits",
          "04-written",
          "05-profile",
          "06-query",
          "07-frequencies",
          "08-model",
          "09-report",
          "10-scores",
          "11-filled",
          "12-problem");

  @TempDir Path home;

  @Test
  void withoutADisplayItGoesOnTour() throws Exception {
    ProgramRun run = ProgramRun.start(home);
    assertThat(run.end(100)).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("There is no display here")
        .contains("Trained the notebook's 75 candidates, best rbf, C 10, gamma 0.1")
        .contains("24 pictures are in " + home.resolve("tour"))
        .doesNotContain("Exception")
        .doesNotContain("WARNING")
        .doesNotContain("\tat ");
    Path sample = home.resolve("tour/sample.db");
    assertThat(rows(sample, "SELECT count(*), count(predicted_class) FROM predictions"))
        .containsExactly("113|113");
    try (Stream<Path> files = Files.list(home.resolve("tour"))) {
      assertThat(
              files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("png")))
          .containsExactlyInAnyOrderElementsOf(
              SCREENS.stream()
                  .flatMap(name -> Stream.of(name + "-light.png", name + "-dark.png"))
                  .toList());
    }
    for (String screen : SCREENS) {
      BufferedImage light = picture(screen + "-light.png");
      BufferedImage dark = picture(screen + "-dark.png");
      assertThat(light.getWidth()).as(screen).isEqualTo(1000);
      assertThat(light.getHeight()).as(screen).isEqualTo(700);
      assertThat(colours(light)).as("colours of %s", screen).isGreaterThan(30);
      assertThat(colours(dark)).as("colours of %s, dark", screen).isGreaterThan(30);
      assertThat(brightness(light)).as("brightness of %s", screen).isGreaterThan(0.75);
      assertThat(brightness(dark)).as("brightness of %s, dark", screen).isLessThan(0.35);
    }
    assertThat(SCREENS.stream().map(this::pixels).distinct().count()).isEqualTo(SCREENS.size());
  }

  private BufferedImage picture(String name) throws IOException {
    return ImageIO.read(home.resolve("tour").resolve(name).toFile());
  }

  private List<Integer> pixels(String screen) {
    try {
      BufferedImage light = picture(screen + "-light.png");
      return rgb(light).boxed().collect(Collectors.toList());
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static IntStream rgb(BufferedImage picture) {
    int width = picture.getWidth();
    return IntStream.range(0, width * picture.getHeight())
        .map(i -> picture.getRGB(i % width, i / width));
  }

  private static long colours(BufferedImage picture) {
    return rgb(picture).distinct().count();
  }

  private static double brightness(BufferedImage picture) {
    return rgb(picture)
        .mapToDouble(rgb -> (((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255)) / 765.0)
        .average()
        .orElseThrow();
  }

  @Test
  void aFileWithoutADisplayIsRefusedInOneSentence() throws Exception {
    ProgramRun run = ProgramRun.start(home, "some.db");
    assertThat(run.end(60)).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "quarry: There is no display to open some.db on."
                + " The commands work without one: quarry --help.");
  }

  @Test
  void aCommandThatIsInterruptedEndsTidily() throws Exception {
    Path file = SqliteProgram.run(home.resolve("t.db"), "CREATE TABLE t(x)");
    ProgramRun run =
        ProgramRun.start(
            home,
            "query",
            file.toString(),
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 1000000000) SELECT i FROM n");
    Path journal = Path.of(file + "-journal");
    while (run.isRunning() && !Files.exists(journal)) {
      Thread.sleep(20);
    }
    run.interrupt();
    assertThat(run.end(20)).isNotZero();
    assertThat(run.err()).isEqualToIgnoringNewLines("quarry: Cancelled.");
    assertThat(Files.exists(journal)).isFalse();
    assertThat(rows(file, "SELECT count(*) FROM t")).containsExactly("0");
  }
}
