package org.quarry.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.Row;
import org.quarry.database.records.TableRows;
import org.quarry.database.records.TypedValue;
import org.quarry.database.records.ValueHead;
import org.quarry.database.schema.Column;
import org.quarry.work.Monitor;

/** A cell of a file as a grid would hold it, and what is staged for it. */
final class FileCell implements InspectedCell {
  private final TableRows rows;
  private final Row row;
  private final int at;

  /** What was staged, in order. */
  final List<Optional<Object>> staged = new ArrayList<>();

  /** How often the file was asked for the value. */
  int reads;

  String refusal = "";

  FileCell(TableRows rows, long place, int at) {
    this.rows = rows;
    this.at = at;
    Page page = rows.page(place, 1, Monitor.NONE);
    row = page.rows().getFirst();
  }

  @Override
  public Object id() {
    return List.of(row.key(), at);
  }

  @Override
  public boolean sameReading(InspectedCell other) {
    return other == this;
  }

  @Override
  public String table() {
    return rows.table().name();
  }

  @Override
  public String row() {
    return "7";
  }

  @Override
  public Column column() {
    return rows.table().columns().get(at);
  }

  @Override
  public State state() {
    return State.READ;
  }

  @Override
  public @Nullable Object held() {
    return staged() ? staged.getLast().orElse(null) : row.cells().get(at);
  }

  @Override
  public boolean staged() {
    return !staged.isEmpty();
  }

  @Override
  public String refusal() {
    return refusal;
  }

  @Override
  public ValueHead head(int most, Monitor monitor) {
    reads++;
    return rows.head(row.key(), column().name(), most, monitor);
  }

  @Override
  public @Nullable Object whole(Monitor monitor) {
    reads++;
    return rows.value(row.key(), column().name(), monitor);
  }

  @Override
  public void stage(@Nullable Object now) {
    staged.add(Optional.ofNullable(now));
  }

  @Override
  public void stageTyped(String text, @Nullable Object seen) {
    stage(TypedValue.parse(text, column(), seen));
  }
}
