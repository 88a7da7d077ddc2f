package org.quarry.ui.grid;

import java.util.List;

/** Hears a grid's source. */
final class SourceChanges implements GridListener {
  private final GridState state;
  private final GridSheet sheet;
  private final GridMouse mouse;
  private final Runnable publish;

  SourceChanges(GridState state, GridSheet sheet, GridMouse mouse, Runnable publish) {
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
  public void columnsChanged() {
    List<String> before = state.columns.names();
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
