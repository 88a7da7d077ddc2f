package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.SqliteProgram;

class UsageTest {
  @TempDir Path folder;
  private final Terminal terminal = new Terminal();

  /** Says what the program says, in a process of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      System.exit(Commands.run(args, System.out, System.err, new Terminal()));
    }
  }

  @Test
  void withoutACommandTheWindowOpens() {
    assertThat(terminal.run()).isZero();
    assertThat(terminal.run("some.db")).isZero();
    assertThat(terminal.run("./query")).isZero();
    assertThat(terminal.asked)
        .containsExactly("window -", "window some.db", "window " + Path.of("./query"));
  }

  @Test
  void theTourIsReachedWithItsFolder() {
    assertThat(terminal.run("tour")).isZero();
    assertThat(terminal.run("tour", "--out", "pictures")).isZero();
    assertThat(terminal.asked).containsExactly("tour -", "tour pictures");
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).isEqualToIgnoringNewLines("on tour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query",
        "query a.db",
        "query a.db ''",
        "query a.db SELECT --format xml",
        "query a.db SELECT --param x",
        "query a.db SELECT --param x=1",
        "qeury a.db SELECT",
        "--colour",
        "sample",
        "frequencies a.db --table t",
        "frequencies a.db --table t --column c --from 2020-01-01",
        "frequencies a.db --table t --column c --date-column d --from 1.1.2020",
        "frequencies a.db --table t --column c --date-column d --from 2020-02-01 --to 2020-01-01",
        "train a.db --target y",
        "train a.db --table t --target y --features x --split random",
        "train a.db --table t --target y --features x --folds 1",
        "train a.db --table t --target y --features x --grid all",
        "train a.db --table t --target y --features x --replace",
        "train a.db --table t --target y --features x --c 0",
        "train a.db --table t --target y --features x --kernel round",
        "predict a.db --model m --table t",
        "predict a.db --table t --into c",
        "predict a.db --model m --model-file f --table t --into c",
        "evaluate a.db --table t",
        "models a.db --delete m --export m f",
        "models a.db --export m",
        "models a.db --replace",
      })
  void wrongUsageSaysSoAndWhereToRead(String line) {
    Object[] args = line.equals("query a.db ''") ? new Object[] {"query", "a.db", ""} : args(line);
    assertThat(terminal.run(args)).isEqualTo(Commands.WRONG_USAGE);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).startsWith("quarry: ").contains("See: quarry").contains(" --help");
    assertThat(terminal.err().lines().filter(text -> text.contains("\tat "))).isEmpty();
  }

  @Test
  void whatAnOptionMayBeIsSaidWithoutTheNamesOfClasses() {
    assertThat(
            terminal.run(
                args("frequencies a.db --table t --column c --date-column d --from 2020-13-02")))
        .isEqualTo(Commands.WRONG_USAGE);
    assertThat(terminal.err())
        .contains("--from", "“2020-13-02” is no day. Write it as 2019-09-01")
        .doesNotContain("LocalDate", "java");
    assertThat(terminal.run(args("schema a.db --format xml"))).isEqualTo(Commands.WRONG_USAGE);
    assertThat(terminal.err()).contains("--format", "“xml” is none of: table, csv, json.");
    assertThat(terminal.run(args("train a.db --table t --target y --features x --grid foo")))
        .isEqualTo(Commands.WRONG_USAGE);
    assertThat(terminal.err()).contains("--grid", "“foo” is none of: notebook.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aClosedStandardOutputIsAProblemAndNotTheEndOfTheMachine() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(x)");
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec \"$@\" >&-",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "query",
                file.toString(),
                "SELECT 1")
            .directory(folder.toFile())
            .redirectError(said.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(Commands.FAILED);
    assertThat(Files.readString(said))
        .startsWith("quarry: The results could not be written.")
        .hasLineCount(1);
  }

  private static Object[] args(String line) {
    return line.split(" ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "sample --help",
        "schema --help",
        "query --help",
        "frequencies --help",
        "train --help",
        "predict --help",
        "tour --help"
      })
  void helpIsAResult(String line) {
    assertThat(terminal.run(args(line))).isZero();
    assertThat(terminal.out()).startsWith("Usage: quarry").doesNotContain("\033");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void versionAndHelpLoadNeitherWekaNorMyBatisNorTheDriverNorJavaFx() throws Exception {
    for (String option : List.of("--version", "--help")) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:class+load",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Program.class.getName(),
                  option)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(said).contains("org.quarry.command.QuarryCommand").contains("quarry");
      assertThat(said.lines())
          .noneMatch(
              text -> text.matches(".* (weka|org\\.apache\\.ibatis|org\\.sqlite|javafx)\\..*"));
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out()).matches("quarry \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void whatIsNoDatabaseIsSaidInOneSentenceOfTheProblem() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "Not a database, only notes.\n");
    assertThat(terminal.run("query", text, "SELECT 1")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).startsWith("quarry: notes.txt is not a SQLite database.");
    Path missing = folder.resolve("missing.db");
    assertThat(terminal.run("schema", missing)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("There is no file").hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
    assertThat(missing).doesNotExist();
    assertThat(terminal.logged).isEmpty();
  }

  @Test
  void theSampleIsMadeOnceAndNeverOverAFile() throws Exception {
    Path file = folder.resolve("s.db");
    assertThat(terminal.run("sample", file)).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM breast_cancer"))
        .containsExactly("569");
    assertThat(terminal.run("sample", file)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("exists already");
    Path missing = folder.resolve("no/such");
    assertThat(terminal.run("sample", missing.resolve("s.db"))).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("There is no folder " + missing + ".");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void ctrlCCancelsAndLeavesNothing() {
    terminal.interrupted = true;
    Path file = folder.resolve("s.db");
    assertThat(terminal.run("sample", file)).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("quarry: Cancelled.");
    assertThat(file).doesNotExist();
    assertThat(terminal.open).isZero();
  }

  @Test
  void whatNobodyExpectedIsLoggedAndSaidWithoutATrace() {
    Surroundings broken =
        (Surroundings)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Surroundings.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("window")) {
                    throw new IllegalStateException("no screen");
                  }
                  return method.invoke(terminal, args);
                });
    var said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Commands.run(new String[0], System.out, err, broken)).isEqualTo(Commands.FAILED);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no screen").hasLineCount(1);
    assertThat(terminal.logged).hasSize(1);
  }

  @Test
  void aReaderThatHasEnoughEndsItQuietly() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE t(x)");
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var said = new ByteArrayOutputStream();
    String endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    int code =
        Commands.run(
            new String[] {"query", file.toString(), endless, "--format", "csv"},
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            terminal);
    assertThat(code).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
