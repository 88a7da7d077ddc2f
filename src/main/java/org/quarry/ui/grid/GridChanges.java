package org.quarry.ui.grid;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Hears the source of a grid and has the next frame drawn accordingly. */
final class GridChanges implements GridListener {
  private final GridState state;
  private final GridSheet sheet;
  private final GridMouse mouse;
  private final Runnable publish;

  /** Makes one; {@code publish} tells what is selected. */
  GridChanges(GridState state, GridSheet sheet, GridMouse mouse, Runnable publish) {
    this.state = state;
    this.sheet = sheet;
    this.mouse = mouse;
    this.publish = publish;
  }

  @Override
  public void cellsChanged() {
    mouse.hintAgain();
    sheet.requestLayout();
  }

  @Override
  public void rowsChanged() {
    state.readRows();
    publish.run();
    sheet.requestLayout();
  }

  @Override
  public void rowsMoved(LongUnaryOperator now) {
    state.moveRows(now);
    sheet.editor().rowsMoved(now);
    publish.run();
    sheet.requestLayout();
  }

  @Override
  public long[] standing() {
    return LongStream.concat(state.standing(), sheet.editor().standing()).toArray();
  }

  @Override
  public void columnsChanged() {
    List<String> before = state.columns.names();
    sheet.editor().moved();
    state.readColumns();
    if (!before.equals(state.columns.names())) {
      settle();
      sheet.under().forget();
    }
    publish.run();
    sheet.requestLayout();
  }

  /** An editor that is open stands over another column now; what it holds belongs to its cell. */
  private void settle() {
    if (!sheet.editor().commit()) {
      sheet.editor().cancel();
    }
  }
}
