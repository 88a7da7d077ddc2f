package org.quarry.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.NewColumn;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/** Columns come and go with what is staged for them, as the sqlite3 program sees it. */
class AddedColumnsTest {
  private static final NewColumn SAID = new NewColumn("it's said", Column.Affinity.INTEGER);
  private static final NewColumn SURE = new NewColumn("sure", Column.Affinity.REAL);

  @TempDir Path folder;
  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private OpenDatabase open;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("rows.db");
    SqliteProgram.run(
        file, "CREATE TABLE t (id INTEGER PRIMARY KEY, a)", "INSERT INTO t VALUES (1, 5), (2, 6)");
    open = OpenFiles.of(Background.onCallingThread(), Database.open(file));
    open.addedColumns().add("t", List.of(SAID, SURE), open::written, this::fail, () -> {});
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private void fail(Problem problem) {
    throw problem;
  }

  private List<String> columns() throws Exception {
    return SqliteProgram.rows(file, "SELECT name FROM pragma_table_info('t')");
  }

  private void stage() {
    open.journal()
        .stage(
            "predict",
            "t",
            List.of(
                new CellEdit(new RowKey.Rowid(1), "it's said", true, null, 1L),
                new CellEdit(new RowKey.Rowid(1), "sure", true, null, 0.5)),
            List.of());
  }

  private void write() {
    open.written(
        new ChangeWriter(open.database(), open.schema().get())
            .write(open.journal().rows(), Monitor.NONE));
  }

  @Test
  void undoTakesThemAwayAndRedoBringsThemBack() throws Exception {
    assertThat(columns()).containsExactly("id", "a", "it's said", "sure");
    stage();
    open.journal().undo();
    assertThat(columns()).containsExactly("id", "a");
    assertThat(open.schema().get().table("t").orElseThrow().columns()).hasSize(2);
    open.journal().redo();
    assertThat(columns()).containsExactly("id", "a", "it's said", "sure");
    assertThat(open.journal().size()).isEqualTo(2);
    write();
    assertThat(SqliteProgram.rows(file, "SELECT * FROM t"))
        .containsExactly("1|5|1|0.5", "2|6|NULL|NULL");
    assertThat(open.addedColumns().problem().get()).isNull();
  }

  @Test
  void undoneAfterTheyWereWrittenTheyGoWithTheNextWriting() throws Exception {
    stage();
    write();
    assertThat(columns()).hasSize(4);
    open.journal().undo();
    assertThat(columns()).hasSize(4);
    write();
    assertThat(columns()).containsExactly("id", "a");
    assertThat(SqliteProgram.rows(file, "SELECT * FROM t")).containsExactly("1|5", "2|6");
    open.journal().redo();
    write();
    assertThat(SqliteProgram.rows(file, "SELECT * FROM t"))
        .containsExactly("1|5|1|0.5", "2|6|NULL|NULL");
  }

  @Test
  void aWritingThatFailsLeavesThemAndWhatIsStagedAndUndoStillTakesThemAway() throws Exception {
    SqliteProgram.run(
        file, "CREATE TRIGGER no BEFORE UPDATE ON t BEGIN SELECT RAISE(ABORT, 'closed'); END");
    stage();
    assertThatThrownBy(this::write).isInstanceOf(RecordProblem.RowRefused.class);
    assertThat(open.journal().size()).isEqualTo(2);
    assertThat(columns()).hasSize(4);
    assertThat(SqliteProgram.rows(file, "SELECT count(sure) FROM t")).containsExactly("0");
    open.journal().undo();
    assertThat(columns()).containsExactly("id", "a");
  }

  @Test
  void whatHoldsAValueStays() throws Exception {
    stage();
    SqliteProgram.run(file, "UPDATE t SET sure = 1 WHERE id = 2");
    open.journal().revert();
    assertThat(columns()).containsExactly("id", "a", "sure");
  }

  @Test
  void whatWasNeverStagedIsReleased() throws Exception {
    open.addedColumns().release("u");
    assertThat(columns()).hasSize(4);
    open.addedColumns().release("t");
    assertThat(columns()).containsExactly("id", "a");
  }

  @Test
  void columnsThatAViewUsesStayAndItIsSaidWhy() throws Exception {
    stage();
    SqliteProgram.run(file, "CREATE VIEW v AS SELECT sure FROM t");
    open.journal().undo();
    assertThat(columns()).hasSize(4);
    assertThat(open.addedColumns().problem().get()).isInstanceOf(DatabaseProblem.class);
  }

  @Test
  void columnsThatWereThereBeforeAreNeverTakenAway() throws Exception {
    stage();
    write();
    open.addedColumns()
        .add(
            "t",
            List.of(new NewColumn("a", Column.Affinity.INTEGER)),
            open::written,
            this::fail,
            () -> {});
    SqliteProgram.run(file, "UPDATE t SET a = NULL");
    open.addedColumns().release("t");
    assertThat(columns()).hasSize(4);
  }
}
