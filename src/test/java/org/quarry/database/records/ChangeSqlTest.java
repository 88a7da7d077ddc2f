package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqlLiteral;
import org.quarry.database.SqliteProgram;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Monitor;

class ChangeSqlTest {
  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          "",
          "it's",
          "a\u0000b",
          Long.MIN_VALUE,
          -7L,
          0.1,
          1e300,
          Double.MIN_VALUE,
          Double.NEGATIVE_INFINITY,
          new byte[] {0, -1});

  @TempDir Path folder;

  /** SQLite itself says whether the literal is the value and of its type. */
  @Test
  void aLiteralIsTheValueWithItsType() throws Exception {
    Path file = SqliteProgram.run(folder.resolve("a.db"), "CREATE TABLE v(x)");
    try (Connection connection = SqliteProgram.connect(file)) {
      for (Object value : VALUES) {
        try (PreparedStatement compare =
            connection.prepareStatement(
                "SELECT v IS l AND typeof(v) = typeof(l) FROM (SELECT ? AS v, "
                    + SqlLiteral.of(value)
                    + " AS l)")) {
          compare.setObject(1, value);
          assertThat(compare.executeQuery().getInt(1)).as(SqlLiteral.of(value)).isOne();
        }
      }
    }
  }

  @Test
  void theStatementsDoWhatTheWriterDoes() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("b.db"),
            "CREATE TABLE \"odd \"\"t\"(a, \"b c\")",
            "INSERT INTO \"odd \"\"t\" VALUES (1, 'x'), (2, 'y'), (3, 'z')",
            "CREATE TABLE k(p, q, v, PRIMARY KEY (p, q)) WITHOUT ROWID",
            "INSERT INTO k VALUES ('x', 1, 'old'), ('x', 2, 'stays')");
    Schema schema;
    try (Database database = Database.open(file)) {
      schema = new SchemaReader(database).read(Monitor.NONE);
    }
    ChangeJournal journal = new ChangeJournal();
    journal.delete("odd \"t", List.of(new RowKey.Rowid(2)));
    journal.set("odd \"t", List.of(new CellEdit(new RowKey.Rowid(1), "b c", true, "x", "it's")));
    journal.set("odd \"t", List.of(new CellEdit(new RowKey.Rowid(3), "a", true, 99L, "never")));
    journal.set(
        "k",
        List.of(new CellEdit(RowKey.Primary.of(Arrays.asList("x", 1L)), "v", true, "old", "new")));
    journal.insert("odd \"t", Map.of("a", 2.5));
    journal.insert("odd \"t", Map.of());
    for (StagedRow row : journal.rows()) {
      SqliteProgram.run(file, ChangeSql.of(schema.table(row.table()).orElseThrow(), row));
    }
    assertThat(SqliteProgram.rows(file, "SELECT * FROM \"odd \"\"t\""))
        .containsExactly("1|it's", "3|z", "2.5|NULL", "NULL|NULL");
    assertThat(SqliteProgram.rows(file, "SELECT * FROM k")).containsExactly("x|1|new", "x|2|stays");
  }
}
