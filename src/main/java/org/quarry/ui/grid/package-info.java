/**
 * A grid over a {@code long} number of rows that keeps nodes for the visible cells only. Its owner
 * hands it a {@link org.quarry.ui.grid.GridSource} to draw and, where cells can be edited, a {@link
 * org.quarry.ui.grid.GridEditing}. Start reading at {@link org.quarry.ui.grid.DataGrid}; the parts
 * behind it are {@code GridSheet} (arrangement and one frame), {@code GridBody}, {@code GridGutter}
 * and {@code GridHeader} (drawing), {@code RowViewport}, {@code ColumnLayout} and {@code
 * GridSelection} (arithmetic without nodes), {@code GridKeys}, {@code GridMouse} and {@code
 * CellEditor} (input).
 */
@NullMarked
package org.quarry.ui.grid;

import org.jspecify.annotations.NullMarked;
