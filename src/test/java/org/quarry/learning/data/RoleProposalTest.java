package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class RoleProposalTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");
  private static Database database;

  @BeforeAll
  static void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("roles.db"),
            "CREATE TABLE clinic(id INTEGER PRIMARY KEY)",
            "CREATE TABLE patient(id INTEGER PRIMARY KEY)",
            """
            CREATE TABLE visit(
              visit_id INTEGER PRIMARY KEY, clinic INTEGER REFERENCES clinic,
              patient INTEGER REFERENCES patient(id), code TEXT UNIQUE, room INTEGER, ward TEXT,
              weight REAL, pulse INTEGER, day TEXT, taken TEXT, remark TEXT, always TEXT, never TEXT,
              flag TEXT, scan BLOB, loose, label TEXT)
            """,
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO visit SELECT i, i % 4, i % 90, 'c' || i, i * 7, 'w' || (i % 5),
              i + 0.5, nullif(i % 50, 7), date('1970-01-01', (18000 + i % 200) || ' days'),
              datetime('2024-01-01', i || ' minutes'), 'remark ' || (i % 123), 'x', NULL,
              CASE WHEN i % 3 = 0 THEN 'y' END, zeroblob(3), CASE WHEN i % 2 THEN i % 90 ELSE 't' || (i % 90) END,
              nullif('l' || (i % 3), 'l2') FROM n
            """,
            "CREATE VIEW light AS SELECT ward, weight, label FROM visit WHERE weight < 200",
            "CREATE TABLE pair(a INTEGER, b INTEGER, v REAL, PRIMARY KEY(a, b)) WITHOUT ROWID",
            "INSERT INTO pair SELECT visit_id % 10, visit_id / 10, weight FROM visit");
    database = Database.open(file);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Table table(String name) {
    return new SchemaReader(database).read(Monitor.NONE).table(name).orElseThrow();
  }

  private static ColumnProposal column(RoleProposal proposal, String name) {
    return proposal.columns().stream()
        .filter(column -> column.column().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertColumn(
      RoleProposal proposal, String name, Role role, Kind kind, Missing missing, String reason) {
    ColumnProposal column = column(proposal, name);
    assertThat(column.role()).as(name).isEqualTo(role);
    assertThat(column.reason()).as(name).isEqualTo(reason);
    if (role != Role.IGNORED) {
      assertThat(column.kind()).as(name).isEqualTo(kind);
      assertThat(column.missing()).as(name).isEqualTo(missing);
    }
  }

  private static void assertIgnored(RoleProposal proposal, String name, String reason) {
    assertColumn(proposal, name, Role.IGNORED, Kind.NOMINAL, Missing.LEAVE_OUT, reason);
  }

  @Test
  void eachColumnOfATableGetsARoleAndAReason() {
    RoleProposal proposal = RoleProposal.of(database, table("visit"), "LABEL", Monitor.NONE);
    assertThat(proposal.columns()).hasSize(17);
    assertIgnored(
        proposal, "visit_id", "It is the primary key: it names a row and tells nothing of it.");
    assertIgnored(proposal, "code", "It is unique: it names a row and tells nothing of it.");
    assertIgnored(proposal, "room", "No two values are the same: they name rows.");
    assertIgnored(
        proposal,
        "patient",
        "It names a row of “patient”; it can be the group if rows of one belong together.");
    assertIgnored(proposal, "remark", "It holds 123 different values, too many for categories.");
    assertIgnored(proposal, "always", "Every row has the same value.");
    assertIgnored(proposal, "never", "It has no value.");
    assertIgnored(proposal, "scan", "It holds BLOBs.");
    assertIgnored(proposal, "loose", "It holds numbers and texts.");
    Missing none = Missing.LEAVE_OUT;
    assertColumn(proposal, "clinic", Role.FEATURE, Kind.NOMINAL, none, "It holds 4 categories.");
    assertColumn(proposal, "ward", Role.FEATURE, Kind.NOMINAL, none, "It holds 5 categories.");
    assertColumn(proposal, "weight", Role.FEATURE, Kind.NUMERIC, none, "It holds numbers.");
    assertColumn(
        proposal,
        "pulse",
        Role.FEATURE,
        Kind.NUMERIC,
        Missing.MEAN,
        "It holds numbers; 6 rows have none.");
    assertColumn(proposal, "day", Role.FEATURE, Kind.DATE, none, "It holds days or moments.");
    assertColumn(proposal, "taken", Role.FEATURE, Kind.DATE, none, "It holds days or moments.");
    assertColumn(
        proposal,
        "flag",
        Role.FEATURE,
        Kind.NOMINAL,
        Missing.CATEGORY,
        "It has a value or none; 200 rows have none.");
    assertColumn(
        proposal,
        "label",
        Role.TARGET,
        Kind.NOMINAL,
        Missing.CATEGORY,
        "It holds 2 classes; 100 without one can be predicted.");
  }

  @Test
  void theProposalOfATableMakesADataSet() {
    Table visit = table("visit");
    RoleProposal proposal = RoleProposal.of(database, visit, null, Monitor.NONE);
    assertThat(proposal.target().orElseThrow().column()).isEqualTo("label");
    RoleProposal grouped = proposal.with(column(proposal, "patient").as(Role.GROUP));
    Roles roles = grouped.roles();
    assertThat(roles.group()).isEqualTo("patient");
    DataSet data = DataSet.of(TableData.read(database, visit, roles, Monitor.NONE), roles);
    assertThat(data.size()).isEqualTo(200);
    assertThat(data.unlabelled()).isEqualTo(100);
    assertThat(data.groups()).hasSize(60);
    assertThat(data.features())
        .containsExactly("clinic", "ward", "weight", "pulse", "day", "taken", "flag");
    RoleProposal other = grouped.with(column(proposal, "clinic").as(Role.TARGET));
    assertThat(column(other, "label").role()).as("one target only").isEqualTo(Role.IGNORED);
    assertThat(other.roles().target()).isEqualTo("clinic");
  }

  @Test
  void viewsAndKeysOfSeveralColumnsAreLookedAtAsWell() {
    RoleProposal view = RoleProposal.of(database, table("light"), null, Monitor.NONE);
    assertThat(view.roles().target()).isEqualTo("label");
    assertThat(view.roles().features())
        .containsExactly(Feature.nominal("ward", Missing.LEAVE_OUT), Feature.numeric("weight"));
    RoleProposal pair = RoleProposal.of(database, table("pair"), null, Monitor.NONE);
    assertIgnored(pair, "a", "It is part of the primary key.");
    assertThatThrownBy(pair::roles)
        .isInstanceOf(LearningProblem.BadSettings.class)
        .hasMessageContaining("no column to learn");
  }

  private static SqlStatement sql(String text) {
    return SqlScript.of(text).statements().getFirst();
  }

  private static Rows read(String text, Map<String, ? extends @Nullable Object> values, long most) {
    return QueryData.read(new QueryRunner(database), sql(text), values, most, Monitor.NONE);
  }

  @Test
  void theRowsOfAQueryAreLearnedFromToo() {
    String query =
        """
        WITH w AS (SELECT * FROM visit WHERE visit_id <= :most)
        SELECT ward, weight, weight * 2 AS ward, day, replace(label, 'l', 'k') AS class FROM w
        """;
    Rows rows = read(query, Map.of(":most", 150L), QueryData.SAMPLE);
    assertThat(rows.rows()).hasSize(150);
    assertThat(rows.rows().get(149).identity()).isEqualTo(new RowKey.Position(149));
    RoleProposal proposal = RoleProposal.of(rows, null);
    assertThat(proposal.target().orElseThrow().column()).isEqualTo("class");
    assertThat(proposal.columns().get(2).reason()).isEqualTo("Another column has this name.");
    DataSet data = DataSet.of(rows, proposal.roles());
    assertThat(data.features()).containsExactly("ward", "weight", "day");
    assertThat(data.size()).isEqualTo(100);
    assertThat(read(query, Map.of(":most", 150L), 7).rows()).hasSize(7);
  }

  @Test
  void whatWritesIsNotRun() throws Exception {
    for (String text :
        List.of(
            "DELETE FROM visit",
            "WITH w AS (SELECT 1) DELETE FROM visit",
            "WITH w AS (SELECT 1) REPLACE INTO clinic VALUES (1)",
            "WITH w AS (SELECT 1) INSERT INTO clinic VALUES (1)",
            "PRAGMA user_version = 4")) {
      assertThatThrownBy(() -> read(text, Map.of(), 10))
          .as(text)
          .isInstanceOf(LearningProblem.BadSettings.class);
    }
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM visit")).containsExactly("300");
    assertThat(SqliteProgram.rows(file, "SELECT count(*) FROM clinic")).containsExactly("0");
  }

  @Test
  void lookingCanBeCancelled() {
    Table visit = table("visit");
    Job<RoleProposal> job =
        new Job<>("look", monitor -> RoleProposal.of(database, visit, null, monitor));
    job.cancel();
    job.run();
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
  }
}
