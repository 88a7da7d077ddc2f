package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.Sort;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;

/** Finding on in rows that another program has changed meanwhile, in every kind of order. */
class FindRefreshTest {
  @TempDir Path folder;
  private final Background background = Background.onCallingThread();
  private Path file;
  private OpenDatabase open;
  private RecordsModel model;
  private FindModel find;
  private final List<CellPosition> shown = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    String rows =
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
            + " SELECT i, CASE WHEN i % 100 = 0 THEN 'needle' ELSE 'hay' END FROM n";
    file =
        SqliteProgram.run(
            folder.resolve("f.db"),
            "CREATE TABLE w(k INTEGER PRIMARY KEY, v) WITHOUT ROWID",
            "CREATE TABLE t(k INTEGER PRIMARY KEY, v)",
            "INSERT INTO w" + rows,
            "INSERT INTO t" + rows);
    open = OpenFiles.of(background, Database.open(file));
    model = new RecordsModel(background, open, open.schema().get().table("t").orElseThrow());
    find = new FindModel(model);
    find.setReveal(shown::add);
  }

  private void show(String table) {
    find.close();
    model.close();
    model = new RecordsModel(background, open, open.schema().get().table(table).orElseThrow());
    find = new FindModel(model);
    find.setReveal(shown::add);
  }

  @AfterEach
  void close() {
    find.close();
    model.close();
    open.database().close();
  }

  private void look() {
    find.input().text().set("needle");
    find.open().set(true);
  }

  private long next() {
    find.next();
    find.standOn(Optional.of(shown.getLast()));
    return shown.getLast().row();
  }

  private long previous() {
    find.previous();
    find.standOn(Optional.of(shown.getLast()));
    return shown.getLast().row();
  }

  @Test
  void aTableByItsKeysIsSearchedOnAndBackAfterAChange() throws Exception {
    show("w");
    look();
    assertThat(find.words().get()).startsWith("10 matches in 10 rows");
    find.standOn(Optional.of(new CellPosition(0, 0)));
    assertThat(next()).isEqualTo(99);
    assertThat(next()).isEqualTo(199);
    assertThat(previous()).isEqualTo(99);
    assertThat(previous()).isEqualTo(999);
    assertThat(find.words().get()).contains("from the end");

    SqliteProgram.run(file, "DELETE FROM w WHERE k <= 50", "UPDATE w SET v = 'hay' WHERE k = 200");
    model.refresh();
    assertThat(find.words().get()).startsWith("9 matches in 9 rows");
    find.standOn(Optional.of(new CellPosition(0, 0)));
    assertThat(next()).isEqualTo(49);
    assertThat(next()).isEqualTo(249);
    assertThat(previous()).isEqualTo(49);
    assertThat(previous()).isEqualTo(949);
  }

  @Test
  void aSortedTableIsSearchedAfterAChange() throws Exception {
    model.sortBy(List.of(new Sort("v", true), new Sort("k", false)));
    look();
    find.standOn(Optional.of(new CellPosition(0, 0)));
    assertThat(next()).isEqualTo(0);
    SqliteProgram.run(file, "INSERT INTO t VALUES (-1, 'zzz'), (5000, 'needle')");
    model.refresh();
    assertThat(find.words().get()).startsWith("11 matches");
    find.standOn(Optional.of(new CellPosition(0, 0)));
    assertThat(next()).isEqualTo(1);
    assertThat(previous()).isEqualTo(11);
  }

  @Test
  void aTableByItsRowidsIsSearchedAfterAChange() throws Exception {
    look();
    find.standOn(Optional.of(new CellPosition(0, 0)));
    SqliteProgram.run(file, "DELETE FROM t WHERE k < 100");
    model.refresh();
    assertThat(next()).isEqualTo(0);
    assertThat(next()).isEqualTo(100);
    assertThat(previous()).isEqualTo(0);
  }
}
