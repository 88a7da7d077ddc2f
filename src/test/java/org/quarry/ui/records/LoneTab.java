package org.quarry.ui.records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quarry.database.Database;
import org.quarry.database.records.RowKey;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;
import org.quarry.ui.kit.Preferences;

/**
 * What a Records tab is shown in where no window is: answers nothing and keeps what it is asked.
 */
final class LoneTab implements FilePicker, Neighbours {
  /** The SQL that was to be opened. */
  final List<String> queries = new ArrayList<>();

  /** The SQL that was to be charted. */
  final List<String> charts = new ArrayList<>();

  /** Whether the panel is unfolded. */
  boolean sideShown;

  /** The rows that were to be shown. */
  final List<String> shown = new ArrayList<>();

  /** How often the tab said that it shows other rows now. */
  int left;

  final Preferences preferences = new Preferences();

  RecordsContext context() {
    // The panel has tests of its own; others want the room for columns.
    preferences.sideShown().set(sideShown);
    return new RecordsContext(preferences, this, this);
  }

  /** A Records tab over a table, all of whose work is done at once. */
  RecordsView view(Database database, String table) {
    Background background = Background.onCallingThread();
    OpenDatabase open = OpenFiles.of(background, database);
    return new RecordsView(
        new RecordsModel(background, open, open.schema().get().table(table).orElseThrow()),
        context());
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String name, Kind kind) {
    return Optional.empty();
  }

  @Override
  public void chart(String sql) {
    charts.add(sql);
  }

  @Override
  public void query(String sql) {
    queries.add(sql);
  }

  @Override
  public void predict(String table, String column) {
    shown.add("predict " + table + ", " + column);
  }

  @Override
  public void showRow(String table, RowKey key, String column) {
    shown.add(table + ", " + key + ", " + column);
  }

  @Override
  public void showRows(String table, Map<String, String> filters) {
    shown.add(table + ", " + filters);
  }

  @Override
  public void leaving() {
    left++;
  }
}
