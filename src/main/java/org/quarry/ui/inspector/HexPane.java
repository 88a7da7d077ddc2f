package org.quarry.ui.inspector;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.grid.GridCell;
import org.quarry.ui.grid.GridColumn;
import org.quarry.ui.grid.GridListener;
import org.quarry.ui.grid.GridSource;

/** Shows bytes in rows of 16, or of fewer where there is no room. */
final class HexPane extends BorderPane {
  private static final double LETTER = 7.3;
  private static final double PADDING = 16;
  private static final double AROUND = 96;
  private static final int ASCII = 1;

  /** Rows that are copied at once: a megabyte of bytes at 16 a row. */
  private static final long COPIED = 65_536;

  private final DataGrid grid = new DataGrid();
  private HexRows rows = new HexRows(new byte[0], 16);

  HexPane() {
    grid.setId("inspector-hex");
    grid.getStyleClass().add("inspector-hex");
    grid.setAccessibleText("Bytes");
    grid.setOnCopy(this::copy);
    grid.widthProperty().subscribe(this::fit);
    setCenter(grid);
  }

  /** Shows other bytes. */
  void show(Reading.Bytes bytes) {
    rows = new HexRows(bytes.bytes(), fitting());
    grid.setSource(new Source(rows));
  }

  private void fit() {
    if (grid.getWidth() > 0 && rows.width() != fitting()) {
      rows = new HexRows(rows.bytes(), fitting());
      grid.setSource(new Source(rows));
    }
  }

  private int fitting() {
    double room = grid.getWidth() - AROUND;
    return room <= 0 || room >= width(16) ? 16 : room >= width(8) ? 8 : 4;
  }

  private static double width(int bytes) {
    return LETTER * (4 * bytes - 1) + 2 * PADDING;
  }

  private void copy(CellRange range, boolean headers) {
    long end = Math.min(range.lastRow() + 1, Math.min(rows.count(), range.firstRow() + COPIED));
    boolean both = range.firstColumn() < ASCII && range.lastColumn() >= ASCII;
    String text =
        LongStream.range(range.firstRow(), end)
            .mapToObj(
                row ->
                    both
                        ? rows.line(row)
                        : range.firstColumn() == ASCII ? rows.ascii(row) : rows.hex(row))
            .collect(Collectors.joining("\n"));
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private record Source(HexRows rows) implements GridSource {
    @Override
    public long rowCount() {
      return rows.count();
    }

    @Override
    public boolean rowCountExact() {
      return true;
    }

    @Override
    public int columnCount() {
      return 2;
    }

    @Override
    public GridColumn column(int at) {
      return at == ASCII
          ? GridColumn.of("ASCII").withPreferredWidth(Math.max(60, LETTER * rows.width() + PADDING))
          : GridColumn.of("Bytes").withPreferredWidth(LETTER * (3 * rows.width() - 1) + PADDING);
    }

    @Override
    public GridCell cell(long row, int at) {
      return GridCell.text(at == ASCII ? rows.ascii(row) : rows.hex(row));
    }

    @Override
    public String rowLabel(long row) {
      return rows.offset(row);
    }

    @Override
    public void setListener(@Nullable GridListener listener) {
      // Bytes do not change while they are shown.
    }
  }
}
