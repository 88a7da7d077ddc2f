package org.quarry.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what the grid asks for and keeps what it commits in the source. */
final class RecordedEditing implements GridEditing {
  static final String NOT_EDITABLE = "Column 3 is generated: SQLite computes it from column 1.";
  static final String TOO_LONG = "At most 20 characters fit.";

  final List<String> log = new ArrayList<>();
  private final NumberedSource source;
  private @Nullable Consumer<EditText> waiting;
  boolean answerLater;

  RecordedEditing(NumberedSource source) {
    this.source = source;
  }

  Consumer<EditText> waiting() {
    return Objects.requireNonNull(waiting, "no value was asked for");
  }

  @Override
  public @Nullable String refusal(long row, int column) {
    return column == 3 ? NOT_EDITABLE : null;
  }

  @Override
  public CellEdit edit(long row, int column) {
    return new CellEdit() {
      @Override
      public void requestValue(Consumer<EditText> answer) {
        if (answerLater) {
          waiting = answer;
        } else {
          GridCell cell = source.cell(row, column);
          answer.accept(cell.kind() == CellKind.NULL ? EditText.NULL : EditText.of(cell.text()));
        }
      }

      @Override
      public @Nullable String validate(EditText value) {
        return value.shown().length() > 20 ? TOO_LONG : null;
      }

      @Override
      public void commit(EditText value) {
        log.add(row + "," + column + "=" + (value.isNull() ? "NULL" : "'" + value.shown() + "'"));
        source.put(row, column, value.isNull() ? GridCell.NULL : GridCell.text(value.shown()));
        source.listener().cellsChanged();
      }
    };
  }

  @Override
  public void clear(CellRange range) {
    log.add("clear " + text(range));
  }

  @Override
  public void fill(CellRange range, EditText value) {
    log.add("fill " + text(range) + " with " + value.shown());
  }

  @Override
  public void setNull(CellRange range) {
    log.add("null " + text(range));
  }

  @Override
  public void deleteRows(CellRange range) {
    log.add("delete " + range.firstRow() + ".." + range.lastRow());
  }

  private static String text(CellRange range) {
    return "%d..%d x %d..%d"
        .formatted(range.firstRow(), range.lastRow(), range.firstColumn(), range.lastColumn());
  }
}
