package org.quarry.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class ProgramRun {
  private final Process process;
  private final Path out;
  private final Path err;

  private ProgramRun(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it without a display, with its data in a folder of its own. */
  static ProgramRun start(Path home, String... arguments) throws IOException {
    return start(home, false, arguments);
  }

  /** Starts it on the display of the tests. */
  static ProgramRun startOnDisplay(Path home, String... arguments) throws IOException {
    return start(home, true, arguments);
  }

  private static ProgramRun start(Path home, boolean display, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.quarry.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("QUARRY_HOME", home.toString());
    if (!display) {
      builder.environment().remove("DISPLAY");
    }
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new ProgramRun(builder.start(), out, err);
  }

  /** Waits for its end and tells the exit code. */
  int end(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + seconds + " s");
    }
    return process.exitValue();
  }

  /** Asks it to end, as Ctrl+C and a logout do. */
  void interrupt() {
    process.destroy();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
