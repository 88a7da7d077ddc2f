package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.sample.Sample;
import org.quarry.work.Monitor;

class FrequenciesCommandTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");
  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void make() {
    file = folder.resolve("s.db");
    Sample.create(file, Monitor.NONE);
  }

  private int frequencies(Path of, String... args) {
    Object[] all = new Object[args.length + 6];
    all[0] = "frequencies";
    all[1] = of;
    all[2] = "--format";
    all[3] = "csv";
    all[4] = "--column";
    all[5] = "country";
    System.arraycopy(args, 0, all, 6, args.length);
    return terminal.run(all);
  }

  @Test
  void theyAreThoseOfPlainSqlMostFrequentFirst() throws Exception {
    assertThat(
            frequencies(
                file,
                "--table",
                "predictions",
                "--date-column",
                "timestamp",
                "--from",
                "2020-03-01",
                "--to",
                "2022-02-28"))
        .isZero();
    String expected =
        String.join(
            "\n",
            SqliteProgram.rows(
                file,
                "SELECT country || ',' || count(*) FROM predictions WHERE date(timestamp) BETWEEN"
                    + " '2020-03-01' AND '2022-02-28' GROUP BY country ORDER BY count(*) DESC,"
                    + " country"));
    assertThat(terminal.out()).isEqualTo("country,frequency\n" + expected + "\n");
    assertThat(expected.lines()).hasSize(3);
  }

  @Test
  void theWholeLastDayIsInside() throws Exception {
    Path days =
        SqliteProgram.run(
            folder.resolve("days.db"),
            "CREATE TABLE p(country TEXT, at TEXT, seconds INT)",
            "INSERT INTO p SELECT value, '2021-03-04 23:59:59', unixepoch('2021-03-04 23:59:59')"
                + " FROM json_each('[\"b\",\"a\",\"b\",null]')",
            "INSERT INTO p VALUES ('c', '2021-03-05', unixepoch('2021-03-05')), ('c', '2021-03-03"
                + " 12:00:00', unixepoch('2021-03-03 12:00:00'))");
    for (String column : new String[] {"at", "seconds"}) {
      assertThat(
              frequencies(
                  days,
                  "--table",
                  "p",
                  "--date-column",
                  column,
                  "--from",
                  "2021-03-04",
                  "--to",
                  "2021-03-04"))
          .isZero();
      assertThat(terminal.out()).isEqualTo("country,frequency\nb,2\n,1\na,1\n");
    }
    assertThat(frequencies(days, "--table", "p", "--date-column", "at")).isZero();
    assertThat(terminal.out()).isEqualTo("country,frequency\nb,2\nc,2\n,1\na,1\n");
    assertThat(frequencies(days, "--table", "p")).isZero();
    assertThat(terminal.out()).isEqualTo("country,frequency\nb,2\nc,2\n,1\na,1\n");
    assertThat(frequencies(days, "--table", "p", "--date-column", "country"))
        .isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("no first and last day");
  }

  @Test
  void unknownNamesAreSaidWithThoseThereAre() {
    assertThat(frequencies(file, "--table", "people")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("no table “people”").contains("breast_cancer, predictions");
    assertThat(frequencies(file, "--table", "breast_cancer")).isEqualTo(Commands.FAILED);
    assertThat(terminal.err()).contains("no column “country”").contains("diagnosis");
    assertThat(terminal.out()).isEmpty();
  }
}
