package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.database.Database;
import org.quarry.database.journal.KeptJournal;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.ReadyStep;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.WrittenRow;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.work.Problem;

/** The database of the window: what every screen of it shares. For the UI thread. */
public final class OpenDatabase {
  private final Background background;
  private final Database database;
  private final KeptJournal kept;
  private final ReadOnlyObjectWrapper<Schema> schema;
  private final ReadOnlyIntegerWrapper staged = new ReadOnlyIntegerWrapper();
  private final BooleanProperty transactionOpen = new SimpleBooleanProperty();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Latest reading;
  private final StagedProblems problems;
  private final Staging staging;
  private final AddedColumns addedColumns;
  private Map<List<Object>, RowKey> moved = Map.of();
  private boolean settling;

  /** Makes one of a database that is open, with its schema and its journal. */
  public OpenDatabase(Background background, Database database, Schema schema, KeptJournal kept) {
    this.background = background;
    this.database = database;
    this.kept = kept;
    this.schema = new ReadOnlyObjectWrapper<>(schema);
    reading = new Latest(background);
    journal().onChange(() -> staged.set(journal().size()));
    staging = new Staging(background, kept.journal());
    addedColumns = new AddedColumns(background, database, kept.journal(), this::written);
    problems = new StagedProblems(background, database, kept.journal(), this.schema::get);
  }

  /** The file. */
  public Database database() {
    return database;
  }

  /** The staged changes. */
  public ChangeJournal journal() {
    return kept.journal();
  }

  /** The journal's keeping on disk, with what earlier openings left. */
  public KeptJournal kept() {
    return kept;
  }

  /** Whether a transaction that a person began in an SQL tab is still open. */
  public BooleanProperty transactionOpen() {
    return transactionOpen;
  }

  /** Takes steps of the journal, the large ones in the background. */
  public Staging staging() {
    return staging;
  }

  /** Columns that were added for staged values. */
  public AddedColumns addedColumns() {
    return addedColumns;
  }

  /** What speaks against staged cells. */
  public StagedProblems problems() {
    return problems;
  }

  /** How many edits are staged. */
  public ReadOnlyIntegerProperty staged() {
    return staged.getReadOnlyProperty();
  }

  /** The schema as last read. */
  public ReadOnlyObjectProperty<Schema> schema() {
    return schema.getReadOnlyProperty();
  }

  /** Adds a listener, told when rows or the schema may have changed in the file. */
  public void onWritten(Runnable listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void removeOnWritten(Runnable listener) {
    listeners.remove(listener);
  }

  /**
   * Staged rows were written: takes note in the journal and tells as {@link #written()}. Meanwhile
   * {@link #settling} asks the screens to draw on what they draw until the rows are read anew. Of
   * many rows the note is made in the background; {@link Staging#whenIdle} waits for it.
   */
  public void written(List<WrittenRow> rows) {
    Map<List<Object>, RowKey> named = new HashMap<>();
    staging.note(rows, () -> named.putAll(renamed(rows)), note -> taken(note, named));
  }

  private boolean taken(ReadyStep note, Map<List<Object>, RowKey> named) {
    settling = true;
    boolean taken = journal().take(note);
    settling = false;
    if (taken) {
      moved = named;
      written();
    }
    return taken;
  }

  /** What names the rows now that were named otherwise before. */
  private static Map<List<Object>, RowKey> renamed(List<WrittenRow> rows) {
    Map<List<Object>, RowKey> renamed = new HashMap<>();
    for (WrittenRow row : rows) {
      if (!row.staged().equals(row.stored())) {
        renamed.put(List.of(row.table(), row.staged()), row.stored());
      }
    }
    return renamed;
  }

  /** Whether the journal just takes note of what was written. */
  public boolean settling() {
    return settling;
  }

  /** What names a row that was named so before the last writing. */
  public RowKey storedKey(String table, RowKey key) {
    return moved.getOrDefault(List.of(table, key), key);
  }

  /** Something was written to the file: reads the schema again, then tells the listeners. */
  public void written() {
    reading.start(
        "Reading the schema",
        monitor -> new SchemaReader(database).read(monitor),
        read -> {
          schema.set(read);
          problems.judge();
          tell();
        },
        this::leaveOldSchema);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** The screens that read next meet the same problem and show it where it matters. */
  private void leaveOldSchema(Problem problem) {
    tell();
  }

  /** Closes the file in the background. What is staged stays on disk for the next opening. */
  public void close() {
    reading.cancel();
    problems.close();
    kept.close();
    background.start(
        "Closing " + database.name(),
        monitor -> {
          database.close();
          return true;
        },
        done -> {},
        problem -> {});
  }
}
