package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.RecordProblem;
import org.quarry.database.records.Sort;
import org.quarry.database.records.ValueHead;
import org.quarry.ui.inspector.InspectedCell;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

class RecordsCellTest {
  private static final int NOTE = 1;
  private static final int BODY = 2;

  @TempDir Path folder;
  private final Background background = Background.onCallingThread();
  private Path file;
  private OpenDatabase open;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, note TEXT, body BLOB, size AS (length(body)))",
            "INSERT INTO t(id, note, body) VALUES (1, 'short', x'0102'),"
                + " (2, printf('%.*c', 4000, 'n'), zeroblob(5000)),"
                + " (3, printf('%.*c', 4000, 'o'), zeroblob(6000))",
            "CREATE TABLE k(a TEXT, b BLOB, note TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "INSERT INTO k VALUES ('x', x'00ff', printf('%.*c', 4000, 'k'))",
            "CREATE VIEW v AS SELECT id, note, body FROM t");
    open = OpenFiles.of(background, Database.open(file));
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private RecordsModel model(String table) {
    return new RecordsModel(background, open, open.schema().get().table(table).orElseThrow());
  }

  private static RecordsCell cell(RecordsModel model, long place, int at) {
    return new RecordsCell(model, new RecordsEditing(model), place, at);
  }

  private void write() {
    new ChangeWriter(open.database(), open.schema().get())
        .write(open.journal().rows(), Monitor.NONE);
  }

  @Test
  void theBeginningComesWithTheSizeOfTheWhole() {
    RecordsModel model = model("t");
    RecordsCell note = cell(model, 1, NOTE);
    assertThat(note.held()).isInstanceOf(Clipped.class);
    assertThat(note.head(100, Monitor.NONE))
        .isEqualTo(new ValueHead("n".repeat(100), 4000, 4000, false));
    assertThat(note.head(4000, Monitor.NONE).whole()).isTrue();
    assertThat(note.whole(Monitor.NONE)).isEqualTo("n".repeat(4000));
    RecordsCell body = cell(model, 1, BODY);
    assertThat(body.held()).isEqualTo(new BlobSize(5000));
    assertThat(body.head(10, Monitor.NONE).bytes()).isEqualTo(5000);
    assertThat(body.whole(Monitor.NONE)).isEqualTo(new byte[5000]);
    assertThat(cell(model, 1, 0).head(1, Monitor.NONE)).isEqualTo(new ValueHead(2L, 0, 0, true));
    assertThat(cell(model("k"), 0, 2).whole(Monitor.NONE)).isEqualTo("k".repeat(4000));
  }

  @Test
  void aRowOfAViewIsReadByItsPlaceAndInItsOrder() throws Exception {
    RecordsModel model = model("v");
    model.sortBy(List.of(new Sort("note", true)));
    RecordsCell first = cell(model, 0, NOTE);
    assertThat(first.whole(Monitor.NONE)).isEqualTo("short");
    RecordsCell second = cell(model, 1, NOTE);
    assertThat(second.whole(Monitor.NONE)).isEqualTo("o".repeat(4000));
    assertThat(second.refusal()).contains("is a view");
    RecordsCell body = cell(model, 1, BODY);
    SqliteProgram.run(file, "DELETE FROM t WHERE id = 3");
    assertThatThrownBy(() -> second.whole(Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Conflict.class);
    assertThatThrownBy(() -> body.head(100, Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Conflict.class);
  }

  @Test
  void aRowThatIsGoneIsAConflict() throws Exception {
    RecordsCell note = cell(model("t"), 1, NOTE);
    SqliteProgram.run(file, "DELETE FROM t WHERE id = 2");
    assertThatThrownBy(() -> note.head(100, Monitor.NONE))
        .isInstanceOf(DatabaseProblem.Conflict.class)
        .hasMessageStartingWith("t, row 2 is gone.");
  }

  @Test
  void whatIsStagedIsHeldAndWritten() throws Exception {
    RecordsModel model = model("t");
    cell(model, 1, NOTE).stageTyped("007", "n".repeat(4000));
    cell(model, 1, BODY).stage(new byte[] {1, 2, 3});
    RecordsCell staged = cell(model, 1, BODY);
    assertThat(staged.staged()).isTrue();
    assertThat(staged.held()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(staged.whole(Monitor.NONE)).isEqualTo(new byte[] {1, 2, 3});
    write();
    assertThat(rows(file, "SELECT note, typeof(note), hex(body), typeof(body) FROM t WHERE id = 2"))
        .containsExactly("007|text|010203|blob");
  }

  @Test
  void anEditOfAWholeTextExpectsThatTextWhenItIsWritten() throws Exception {
    cell(model("t"), 1, NOTE).stageTyped("mine", "n".repeat(4000));
    SqliteProgram.run(file, "UPDATE t SET note = note || 'x' WHERE id = 2");
    assertThatThrownBy(this::write).isInstanceOf(RecordProblem.Conflicts.class);
    assertThat(rows(file, "SELECT length(note) FROM t WHERE id = 2")).containsExactly("4001");
  }

  @Test
  void newRowsHaveDefaultsAndGeneratedColumnsRefuse() throws Exception {
    RecordsModel model = model("t");
    long place = model.insertRow();
    RecordsCell fresh = cell(model, place, NOTE);
    assertThat(fresh.state()).isEqualTo(InspectedCell.State.DEFAULT);
    fresh.stageTyped("new", null);
    assertThat(cell(model, place, NOTE).state()).isEqualTo(InspectedCell.State.READ);
    assertThat(cell(model, 0, 3).refusal()).contains("generated");
    assertThat(cell(model, 1, BODY).refusal()).isEmpty();
    write();
    assertThat(rows(file, "SELECT note FROM t WHERE id = 4")).containsExactly("new");
  }

  @Test
  void aCellIsTheSameReadingUntilItsRowOrItsChangeIsAnother() {
    RecordsModel model = model("t");
    RecordsCell before = cell(model, 1, NOTE);
    assertThat(cell(model, 1, NOTE).sameReading(before)).isTrue();
    assertThat(cell(model, 2, NOTE).sameReading(before)).isFalse();
    before.stage("other");
    RecordsCell staged = cell(model, 1, NOTE);
    assertThat(staged.sameReading(before)).isFalse();
    assertThat(staged.id()).isEqualTo(before.id());
    model.refresh();
    assertThat(cell(model, 1, NOTE).sameReading(staged)).isFalse();
    model.sortBy(List.of(new Sort("id", true)));
    assertThat(cell(model, 1, NOTE).id()).as("row 2 of 3, turned round").isEqualTo(before.id());
  }
}
