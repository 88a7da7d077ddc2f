package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RowCount;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.work.Monitor;

/** Tables that are shown before they are counted anew: sparse rowids first, dense ones after. */
class LargeRefreshTest {
  private static final long ROWS = 1_000_100;

  @TempDir Path folder;
  private final Background background = Background.onCallingThread();
  private Path file;
  private OpenDatabase open;
  private RecordsModel model;
  private Standing standing;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("big.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 1000099) SELECT CASE WHEN i < 100000 THEN i * 100 ELSE"
                + " i + 9900000 END, 'row ' || i FROM n");
    open = OpenFiles.of(background, Database.open(file));
    model = new RecordsModel(background, open, open.schema().get().table("t").orElseThrow());
    standing = new Standing(model);
    model.setListener(standing);
  }

  @AfterEach
  void close() {
    model.close();
    open.database().close();
  }

  /** A grid that stands on two places and keeps what it saw. */
  private static final class Standing implements RecordsListener {
    private final RecordsModel model;
    private final List<RowCount> counts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private Runnable onMoved = () -> {};
    private long near;
    private long far;

    Standing(RecordsModel model) {
      this.model = model;
    }

    void stand(long onNear, long onFar) {
      model.visible(onFar, 20);
      model.visible(onNear, 20);
      near = onNear;
      far = onFar;
      counts.clear();
      names.clear();
    }

    @Override
    public void cellsChanged() {}

    @Override
    public void rowsChanged() {
      counts.add(model.count().get());
    }

    @Override
    public void rowsMoved(LongUnaryOperator now) {
      near = now.applyAsLong(near);
      far = now.applyAsLong(far);
      counts.add(model.count().get());
      names.add(name(near));
      Runnable then = onMoved;
      onMoved = () -> {};
      then.run();
    }

    @Override
    public long[] standing() {
      return new long[] {near, far};
    }

    @Override
    public void columnsChanged() {}

    String name(long place) {
      return String.valueOf(model.stored(place, model.table().columns().get(1)));
    }
  }

  @Test
  void theCountNeverShrinksToAGuessAndIsExactInTheEnd() throws Exception {
    standing.stand(950_000, 10);
    SqliteProgram.run(file, "INSERT INTO t VALUES (-5, 'first')");
    model.refresh();
    assertThat(standing.counts).allMatch(count -> count.rows() >= ROWS);
    assertThat(standing.counts.getFirst().certainty()).isEqualTo(RowCount.Certainty.ABOUT);
    assertThat(model.count().get()).isEqualTo(new RowCount(ROWS + 1, RowCount.Certainty.EXACT));
  }

  @Test
  void whatIsSelectedStaysTheSameRowWhenItsPlaceIsKnown() throws Exception {
    standing.stand(950_000, 600_000);
    SqliteProgram.run(file, "DELETE FROM t WHERE id < 1000");
    model.refresh();
    assertThat(standing.names).containsOnly("row 950000");
    assertThat(standing.near).isEqualTo(949_990);
    assertThat(standing.far).isEqualTo(599_990);
    model.refresh();
    assertThat(standing.near).isEqualTo(949_990);
    assertThat(standing.name(standing.near)).isEqualTo("row 950000");
  }

  @Test
  void newRowsAreThereAsSoonAsTheyAreWritten() throws Exception {
    standing.stand(ROWS - 5, ROWS - 5);
    long place = model.insertRow();
    model.set(place, place, Map.of(model.table().columns().get(1), "new"));
    standing.stand(place, ROWS - 5);
    open.written(
        new ChangeWriter(open.database(), open.schema().get())
            .write(open.journal().rows(), Monitor.NONE));
    assertThat(standing.names).isNotEmpty().containsOnly("new");
    assertThat(standing.near).isEqualTo(ROWS);
    assertThat(standing.counts).extracting(RowCount::rows).contains(ROWS + 1);
    assertThat(model.size()).isEqualTo(ROWS + 1);
  }

  @Test
  void aSecondChangeDuringTheCountShowsAtOnceAndLosesNoSelectedRow() throws Exception {
    standing.stand(950_000, 600_000);
    SqliteProgram.run(file, "DELETE FROM t WHERE id < 1000");
    standing.onMoved =
        () -> {
          assertThat(model.count().get().exact()).isFalse();
          change("DELETE FROM t WHERE id < 2000");
          model.refresh();
        };
    model.refresh();
    assertThat(standing.counts.subList(0, 2))
        .containsOnly(new RowCount(ROWS, RowCount.Certainty.ABOUT));
    assertThat(standing.names).containsOnly("row 950000");
    assertThat(standing.near).isEqualTo(949_980);
    assertThat(standing.far).isEqualTo(599_980);
    assertThat(standing.name(standing.near)).isEqualTo("row 950000");
    standing.stand(standing.far, standing.far);
    assertThat(standing.name(standing.far)).isEqualTo("row 600000");
    assertThat(model.count().get()).isEqualTo(new RowCount(ROWS - 20, RowCount.Certainty.EXACT));
  }

  private void change(String sql) {
    try {
      SqliteProgram.run(file, sql);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
