package org.quarry.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quarry.database.records.KeyCondition;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.FilterTexts;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.model.report.RowsShower;
import org.quarry.ui.query.QueryModel;
import org.quarry.ui.records.Neighbours;
import org.quarry.ui.records.RecordsView;

/** What the tabs of one file do for a Records tab among them. */
final class TabNeighbours implements Neighbours, RowsShower {
  private final WorkTabs tabs;
  private final OpenDatabase open;

  TabNeighbours(WorkTabs tabs, OpenDatabase open) {
    this.tabs = tabs;
    this.open = open;
  }

  @Override
  public void query(String sql) {
    run(sql);
  }

  @Override
  public void chart(String sql) {
    run(sql).chartFirst();
  }

  private QueryModel run(String sql) {
    leaving();
    QueryModel query = tabs.newQuery().model();
    query.text().set(sql);
    query.command("run-all").run();
    return query;
  }

  @Override
  public void showRow(String table, RowKey key, String column) {
    table(table).ifPresent(each -> tabs.visit(each).reveal(key, column));
  }

  @Override
  public void showRows(String table, Map<String, String> filters) {
    table(table).ifPresent(each -> tabs.visit(each).showOnly(filters));
  }

  @Override
  public void predict(String table, String column) {
    leaving();
    table(table).ifPresent(each -> tabs.showPrediction(each, column));
  }

  /** Shows the rows with these keys in the tab of their table; Back returns. */
  @Override
  public void show(String table, List<RowKey> keys) {
    table(table)
        .ifPresent(each -> KeyCondition.of(each, keys).ifPresent(where -> showWhere(each, where)));
  }

  private void showWhere(Table table, String where) {
    RecordsView records = tabs.visit(table);
    records.showOnly(Map.of());
    List<String> _ = records.model().filters().take(new FilterTexts(Map.of(), "", where));
  }

  @Override
  public void leaving() {
    tabs.travel().leave();
  }

  private Optional<Table> table(String name) {
    return open.schema().get().table(name);
  }
}
