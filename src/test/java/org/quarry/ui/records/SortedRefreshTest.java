package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.FilterParser;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;

/** Rows that are sorted or filtered and move by more than the pages around. */
class SortedRefreshTest {
  private static final int ROWS = 20_000;

  @TempDir Path folder;
  private final Background background = Background.onCallingThread();
  private Path file;
  private OpenDatabase open;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("s.db"),
            "CREATE TABLE built(id INTEGER PRIMARY KEY, v INTEGER)",
            "CREATE TABLE keyed(id INTEGER PRIMARY KEY, v INTEGER) WITHOUT ROWID",
            "CREATE TABLE indexed(id INTEGER PRIMARY KEY, v INTEGER)",
            "CREATE INDEX by_v ON indexed(v)",
            "INSERT INTO built WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 19999) SELECT i, 30000 - i FROM n",
            "INSERT INTO keyed SELECT * FROM built",
            "INSERT INTO indexed SELECT * FROM built");
    open = OpenFiles.of(background, Database.open(file));
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private RecordsModel model(String table) {
    RecordsModel model =
        new RecordsModel(background, open, open.schema().get().table(table).orElseThrow());
    model.sortBy(List.of(new Sort("v", false)));
    return model;
  }

  /** A grid with its first row and one selected row. */
  private static final class Grid implements RecordsListener {
    private final RecordsModel model;
    private long top;
    private long selected;

    Grid(RecordsModel model, long top, long selected) {
      this.model = model;
      this.top = top;
      this.selected = selected;
      model.visible(selected, 20);
      model.visible(top, 20);
      model.setListener(this);
    }

    @Override
    public void cellsChanged() {}

    @Override
    public void rowsChanged() {}

    @Override
    public void rowsMoved(LongUnaryOperator now) {
      top = now.applyAsLong(top);
      selected = now.applyAsLong(selected);
      model.visible(top, 20);
    }

    @Override
    public long[] standing() {
      return new long[] {top, selected};
    }

    @Override
    public void columnsChanged() {}

    Object id(long place) {
      Column id = model.table().columns().getFirst();
      return String.valueOf(model.stored(place, id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"built", "keyed", "indexed"})
  void theRowsInSightAndTheSelectedOneStayHoweverFarTheyMove(String table) throws Exception {
    RecordsModel model = model(table);
    Grid grid = new Grid(model, 10_000, 15_000);
    assertThat(grid.id(10_000)).isEqualTo("9999");
    SqliteProgram.run(
        file,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO"
            + " %s SELECT i + 50000, 1 FROM n".formatted(table));
    model.refresh();
    assertThat(grid.top).isEqualTo(15_000);
    assertThat(grid.selected).isEqualTo(20_000);
    assertThat(grid.id(grid.top)).isEqualTo("9999");
    model.visible(grid.selected, 20);
    assertThat(grid.id(grid.selected)).isEqualTo("4999");
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"built", "keyed", "indexed"})
  void aFirstRowThatGoesElsewhereDoesNotTakeTheEyeAlong(String table) throws Exception {
    RecordsModel model = model(table);
    Grid grid = new Grid(model, 10_000, 15_000);
    SqliteProgram.run(file, "UPDATE %s SET v = 99999 WHERE id = 9999".formatted(table));
    model.refresh();
    assertThat(grid.top).isEqualTo(9_999);
    assertThat(grid.selected).isEqualTo(14_999);
    assertThat(grid.id(grid.top + 1)).isEqualTo("9998");
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"built", "keyed", "indexed"})
  void aFirstRowThatIsSelectedIsFollowed(String table) throws Exception {
    RecordsModel model = model(table);
    Grid grid = new Grid(model, 10_000, 10_000);
    SqliteProgram.run(file, "UPDATE %s SET v = 99999 WHERE id = 9999".formatted(table));
    model.refresh();
    assertThat(grid.selected).isEqualTo(ROWS - 1);
    assertThat(grid.id(grid.selected)).isEqualTo("9999");
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"built", "keyed"})
  void filteredRowsStayToo(String table) throws Exception {
    RecordsModel model = model(table);
    model.sortBy(List.of());
    model.filterBy(RowFilter.of("v", FilterParser.parse(">= 1")));
    Grid grid = new Grid(model, 10_000, 15_000);
    SqliteProgram.run(file, "UPDATE %s SET v = 0 WHERE id BETWEEN 100 AND 5000".formatted(table));
    model.refresh();
    assertThat(grid.top).isEqualTo(10_000 - 4_901);
    assertThat(grid.id(grid.top)).isEqualTo("10000");
    assertThat(grid.selected).isEqualTo(15_000 - 4_901);
    model.close();
  }
}
