package org.quarry.database.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.work.Monitor;

/**
 * Makes the edits that replace every match of a search in the rows that are shown. Generated
 * columns are left alone. Blocks on the disk.
 */
public final class TextReplacement {
  private final Database database;
  private final TableRows rows;
  private final TextPattern pattern;
  private final StagedRows staged;
  private final String replacement;
  private final int most;

  /**
   * Makes one.
   *
   * @param most how many edits may be made
   * @throws SearchProblem.BadReplacement if the replacement does not fit the search
   */
  public TextReplacement(
      Database database,
      TableRows rows,
      TextPattern whole,
      StagedRows staged,
      String replacement,
      int most) {
    this.database = database;
    this.rows = rows;
    this.staged = staged;
    this.replacement = replacement;
    this.most = most;
    Search search = whole.search();
    List<Column> columns =
        search.columns().stream()
            .filter(column -> rows.table().updateRefusal(column).isEmpty())
            .toList();
    pattern =
        new TextPattern(new Search(search.text(), search.mode(), search.matchCase(), columns));
    pattern.check(replacement);
  }

  /**
   * The edits, each with the value that the file holds.
   *
   * @throws SearchProblem.TooManyCells if they are more than allowed
   */
  public List<CellEdit> edits(Monitor monitor) {
    List<CellEdit> edits = new ArrayList<>();
    if (pattern.search().columns().isEmpty()) {
      return edits;
    }
    int keys = Found.keys(rows.table());
    database.read(
        monitor,
        session -> {
          Search search = pattern.search();
          session
              .mapper(SearchMapper.class)
              .matching(
                  rows.table(),
                  search,
                  SearchSql.operand(search),
                  rows.filter().predicate(rows.table()),
                  context -> {
                    @Nullable Object[] row = context.getResultObject();
                    RowKey key = Found.key(rows.table(), row, 0);
                    if (!staged.changes().containsKey(key)) {
                      List<@Nullable Object> values = StagedSearch.tail(row, keys);
                      add(edits, key, true, values, values);
                      monitor.checkpoint();
                    }
                  });
          return true;
        });
    StagedSearch seen = new StagedSearch(database, rows, pattern, staged);
    seen.forEachChanged(
        (key, stored) ->
            add(edits, key, true, stored, seen.shown(staged.changes().get(key), stored)),
        monitor);
    staged
        .fresh()
        .forEach(
            (key, change) ->
                add(edits, key, false, seen.noValues(), seen.shown(change, seen.noValues())));
    return edits;
  }

  private void add(
      List<CellEdit> edits,
      RowKey key,
      boolean known,
      List<@Nullable Object> stored,
      List<@Nullable Object> shown) {
    List<Column> columns = pattern.search().columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object old = stored.get(i);
      pattern
          .replaced(shown.get(i), column, replacement)
          .ifPresent(now -> edits.add(edit(key, column, known, old, now)));
    }
    if (edits.size() > most) {
      String number = String.format(Locale.ROOT, "%,d", most).replace(',', '\u202f');
      throw new SearchProblem.TooManyCells(number, sql());
    }
  }

  private CellEdit edit(
      RowKey key, Column column, boolean known, @Nullable Object old, Object now) {
    if (key instanceof RowKey.Position) {
      throw new SearchProblem.Unnamed(rows.table().name());
    }
    return new CellEdit(key, column.name(), known, old, now);
  }

  /** What does the same to the rows as they are in the file, an UPDATE a column. */
  String sql() {
    Predicate filter = rows.filter().predicate(rows.table());
    StringBuilder sql = new StringBuilder();
    for (Column column : pattern.search().columns()) {
      sql.append(ReplaceSql.update(rows.table(), column, pattern, replacement, filter));
    }
    return sql.toString();
  }
}
