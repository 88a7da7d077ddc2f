package org.quarry.ui.grid;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.quarry.database.transfer.CopyFormat;
import org.quarry.ui.kit.Command;

/** The verbs that copy what is selected in a grid, in every format, Ctrl+C among them. */
public final class CopyCommands {
  private static final String COPY_AS = "Copy as";

  private final List<Command> all;

  /**
   * Makes them and takes the grid's Ctrl+C.
   *
   * @param copy copies cells of the grid; the range is never empty
   */
  public CopyCommands(DataGrid grid, BiConsumer<CellRange, CopyFormat> copy) {
    grid.setOnCopy(
        (range, headers) ->
            copy.accept(range, headers ? CopyFormat.TSV_WITH_HEADERS : CopyFormat.TSV));
    BooleanBinding selected =
        Bindings.createBooleanBinding(() -> !grid.selection().isEmpty(), grid.selectionProperty());
    Command plain =
        new Command(
            "copy", "Copy", "Shortcut+C", () -> copy.accept(grid.selection(), CopyFormat.TSV));
    Command headers =
        new Command(
            "copy-with-headers",
            "Copy with headers",
            "Shortcut+Shift+C",
            () -> copy.accept(grid.selection(), CopyFormat.TSV_WITH_HEADERS));
    all =
        Stream.concat(
                Stream.of(plain, headers),
                Stream.of(CopyFormat.CSV, CopyFormat.JSON, CopyFormat.INSERTS, CopyFormat.MARKDOWN)
                    .map(
                        format ->
                            new Command(
                                    "copy-as-" + format.name().toLowerCase(Locale.ROOT),
                                    COPY_AS + " " + format.title(),
                                    "",
                                    () -> copy.accept(grid.selection(), format))
                                .in(COPY_AS)))
            .map(command -> command.when(selected))
            .toList();
  }

  /** Every one, the plain copy first. */
  public List<Command> all() {
    return all;
  }
}
