package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.kit.Background;
import org.quarry.work.Job;
import org.quarry.work.Jobs;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import org.quarry.work.Work;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PageCacheTest {
  private static final long PATIENCE = 5000;

  @TempDir Path folder;
  private final List<Long> arrived = new ArrayList<>();
  private final List<Problem> failed = new ArrayList<>();
  private Path file;
  private Database database;
  private TableRows rows;

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE t(x)",
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                + " WHERE i < 20000) SELECT i FROM n");
    database = Database.open(file);
    rows =
        new TableRows(
            database,
            new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow(),
            List.of(),
            RowFilter.NONE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PageCache cache(Background background) {
    return new PageCache(background, rows, this::arrived, failed::add);
  }

  private void arrived(Page page) {
    arrived.add(page.first());
  }

  @Test
  void whatIsWantedIsReadAndKept() {
    PageCache cache = cache(Background.onCallingThread());
    cache.want(300, 300);
    assertThat(arrived).containsExactly(256L, 512L);
    Row row = cache.row(767);
    assertThat(row).isNotNull().extracting(Row::key).isEqualTo(new RowKey.Rowid(768));
    assertThat(cache.row(255)).isNull();
    cache.want(0, 600);
    assertThat(arrived).containsExactly(256L, 512L, 0L);
  }

  @Test
  void noMoreThanItsPagesAreKept() {
    PageCache cache = cache(Background.onCallingThread());
    cache.want(0, 1);
    for (int page = 1; page <= PageCache.PAGES; page++) {
      cache.want((long) page * PageCache.ROWS, 1);
    }
    assertThat(cache.row(0)).isNull();
    assertThat(cache.row(PageCache.ROWS)).isNotNull();
    assertThat(cache.row((long) PageCache.PAGES * PageCache.ROWS)).isNotNull();
  }

  @Test
  void aFailureIsToldOnceAndEndsTheReading() throws Exception {
    SqliteProgram.run(file, "DROP TABLE t");
    PageCache cache = cache(Background.onCallingThread());
    cache.want(0, 600);
    cache.want(5000, 10);
    assertThat(failed).hasSize(1);
    assertThat(failed.getFirst().what()).contains("no such table: main.t");
    assertThat(arrived).isEmpty();
  }

  @Test
  void whatWasAskedForLastIsReadFirst() throws Exception {
    FxToolkit.registerPrimaryStage();
    Waiting jobs = new Waiting();
    PageCache cache = cache(Background.of(jobs));
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> cache.want(0, 600));
    assertThat(jobs.begun).hasSize(1);
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> cache.want(10_240, 10));
    jobs.runAll();
    assertThat(arrived).containsExactly(10_240L);
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> cache.want(0, 10));
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, cache::close);
    jobs.runAll();
    assertThat(arrived).containsExactly(10_240L);
    assertThat(failed).isEmpty();
  }

  /** Jobs that run when the test says so. */
  private static final class Waiting implements Jobs {
    private final Deque<Job<?>> begun = new ArrayDeque<>();

    @Override
    public <T> Job<T> start(String title, Work<T> work) {
      Job<T> job = new Job<>(title, work);
      begun.add(job);
      return job;
    }

    private void runAll() {
      while (!begun.isEmpty()) {
        begun.remove().run();
        WaitForAsyncUtils.waitForFxEvents();
      }
    }
  }
}
