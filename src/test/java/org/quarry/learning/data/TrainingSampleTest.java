package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.SchemaReader;
import org.quarry.learning.training.TrainingRows;
import org.quarry.work.Monitor;

/** What is looked at before a training is what it would learn from, and nothing held out. */
class TrainingSampleTest {
  private static final Roles ROLES =
      new Roles(List.of(Feature.numeric("x"), Feature.numeric("y", Missing.MEAN)), "kind", "house");
  private static final Split SPLIT = new Split(9, 0.3);

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Database database;

  /** Every seventh row has no target, others no x, y or house. */
  @BeforeAll
  static void build() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, x, y, house, kind)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                + " INSERT INTO t SELECT i, nullif(i % 11, 3), nullif(i % 13, 3), nullif(i % 17, 3),"
                + " CASE WHEN i % 7 = 0 THEN NULL WHEN i % 5 = 0 THEN 'few' ELSE 'many' END FROM n");
    database = Database.open(file);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static DataSource table() {
    return new DataSource.OfTable(
        new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow());
  }

  private static Rows read(DataSource source, long read, long most) {
    return TrainingSample.read(database, source, ROLES, read, SPLIT, most, Monitor.NONE);
  }

  private static List<Object> identities(Rows rows) {
    return rows.rows().stream().map(Row::identity).toList();
  }

  /** The rows that a training takes for training, in its order. */
  private static List<Object> trained(DataSource source, long read) {
    Rows rows = StratifiedSample.read(database, source, ROLES, read, SPLIT.seed(), Monitor.NONE);
    DataSet data = DataSet.of(rows, ROLES);
    return Arrays.stream(SPLIT.divide(data.size()).training()).mapToObj(data::identity).toList();
  }

  private static List<DataSource> sources() {
    return List.of(table(), DataSource.query("SELECT x, y, house, kind FROM t ORDER BY id"));
  }

  @Test
  void whereAllAreLookedAtTheyAreThoseOfTheTrainingInItsOrder() {
    for (DataSource source : sources()) {
      for (long read : new long[] {TrainingRows.ALL, 500}) {
        List<Object> trained = trained(source, read);
        assertThat(trained).hasSizeGreaterThan(250);
        assertThat(identities(read(source, read, 100_000))).isEqualTo(trained);
      }
    }
  }

  @Test
  void aSampleHoldsNoRowHeldOutAndKeepsTheSharesAndTheOrder() {
    for (DataSource source : sources()) {
      for (long read : new long[] {TrainingRows.ALL, 500}) {
        List<Object> trained = trained(source, read);
        Rows sample = read(source, read, 100);
        assertThat(sample.rows()).hasSize(100);
        List<Integer> places = identities(sample).stream().map(trained::indexOf).toList();
        assertThat(places).doesNotContain(-1).isSorted().doesNotHaveDuplicates();
        assertThat(places).isNotEqualTo(IntStream.range(0, 100).boxed().toList());
        int kind = Rows.position(sample.columns(), "kind");
        assertThat(
                sample.rows().stream().filter(row -> "few".equals(row.values().get(kind))).count())
            .isBetween(15L, 25L);
      }
    }
  }
}
