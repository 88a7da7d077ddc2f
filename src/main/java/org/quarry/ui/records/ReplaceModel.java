package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.database.search.SearchProblem;
import org.quarry.database.search.StagedRows;
import org.quarry.database.search.TextPattern;
import org.quarry.database.search.TextReplacement;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.kit.Staging;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/** Stages what is to stand in the place of what was found. For the UI thread. */
public final class ReplaceModel {
  private final FindModel find;
  private final RecordsModel records;
  private final StringProperty replacement = new SimpleStringProperty("");

  ReplaceModel(FindModel find) {
    this.find = find;
    records = find.records();
  }

  /** What is to stand there; of a regular expression {@code $1} is the first group. */
  StringProperty replacement() {
    return replacement;
  }

  /** Whether there is something to replace and the rows can be edited. */
  BooleanBinding possible() {
    return find.pattern().isNotNull().and(Bindings.createBooleanBinding(this::editable));
  }

  private boolean editable() {
    return records.refusal().isEmpty();
  }

  /** Replaces the match on which the keyboard stands, if there is one, and goes to the next. */
  void replace() {
    TextPattern pattern = checked();
    Optional<CellPosition> lead = find.lead();
    if (pattern == null) {
      return;
    }
    Optional<RowKey> key = lead.flatMap(cell -> records.key(cell.row()));
    if (lead.isEmpty()
        || key.isEmpty()
        || new RecordsEditing(records).refusal(lead.get().row(), lead.get().column()) != null) {
      find.next();
      return;
    }
    Column column = records.columns().at(lead.get().column());
    if (!pattern.search().columns().contains(column)) {
      find.next();
      return;
    }
    TableRows rows = records.rows();
    Optional<RowChange> change = records.change(lead.get().row());
    String now = replacement.get();
    records
        .background()
        .start(
            "Replacing",
            monitor -> edit(rows, pattern, key.get(), column, change, now, monitor),
            edit -> {
              edit.ifPresent(one -> records.journal().set(records.table().name(), List.of(one)));
              find.next();
            },
            records::fail);
  }

  private static Optional<CellEdit> edit(
      TableRows rows,
      TextPattern pattern,
      RowKey key,
      Column column,
      Optional<RowChange> change,
      String replacement,
      Monitor monitor) {
    boolean known = !(key instanceof RowKey.Fresh);
    @Nullable Object stored = known ? rows.value(key, column.name(), monitor) : null;
    @Nullable Object shown =
        change
            .filter(staged -> staged.values().containsKey(column.name()))
            .map(staged -> Optional.ofNullable(staged.values().get(column.name())))
            .orElse(Optional.ofNullable(stored))
            .orElse(null);
    return pattern
        .replaced(shown, column, replacement)
        .map(value -> new CellEdit(key, column.name(), known, stored, value));
  }

  /** Replaces every match as one step. */
  void replaceAll() {
    TextPattern pattern = checked();
    if (pattern == null) {
      return;
    }
    TableRows rows = records.rows();
    Supplier<StagedRows> staged = find.staged();
    String now = replacement.get();
    records
        .background()
        .start(
            "Replacing in " + records.table().name(),
            monitor ->
                new TextReplacement(
                        records.open().database(),
                        rows,
                        pattern,
                        staged.get(),
                        now,
                        RangeEdits.MOST)
                    .edits(monitor),
            this::stage,
            records::fail);
  }

  private void stage(List<CellEdit> edits) {
    String table = records.table().name();
    records
        .open()
        .staging()
        .start(
            "Replacing in " + table,
            edits.size() >= Staging.LARGE,
            (draft, monitor) -> draft.stage("", table, edits, List.of(), monitor),
            () -> find.note("replaced in " + Texts.count(edits.size(), "cell")),
            records::fail);
  }

  /** What is looked for, if the replacement fits; else what is wrong is said. */
  private @Nullable TextPattern checked() {
    TextPattern pattern = find.pattern().get();
    if (pattern == null) {
      return null;
    }
    try {
      pattern.check(replacement.get());
      return pattern;
    } catch (SearchProblem.BadReplacement wrong) {
      find.note(wrong.what() + " " + wrong.why());
      return null;
    }
  }
}
