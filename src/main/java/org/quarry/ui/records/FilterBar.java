package org.quarry.ui.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.SavedFilter;

/** The filters of a grid: a box under each heading, and a bar for what concerns whole rows. */
final class FilterBar extends HBox {
  private static final String LANGUAGE =
      """
      text   contains, in any case      !text   does not
      =x  <>x  >x  >=x  <x  <=x         a..b    between
      in: a, b    not in: a, b          like: a%b
      /re/   regular expression         a | b   either
      null  !null  empty  !empty        "null"  that text
      Alt+Down lists the values of a column with their counts.
      Ctrl+Shift+Backspace empties the box""";

  private final RecordsModel records;
  private final FilterModel model;
  private final DataGrid grid;
  private final ProblemBar problems;
  private final WhereModel completion;
  private final SavedFiltersButton saved;
  private final FilterSqlLine line;
  private final Map<String, FilterField> fields = new HashMap<>();
  final Command focus;
  final Command clear;
  final Command copySql;
  final Command query;
  final Command save;

  FilterBar(RecordsModel records, DataGrid grid, RecordsContext context, ProblemBar problems) {
    this.records = records;
    this.grid = grid;
    this.problems = problems;
    model = records.filters();
    completion = new WhereModel(records);
    saved =
        new SavedFiltersButton(
            new SavedFiltersModel(records, context.preferences().savedFilters()), this::applied);
    focus = new Command("filter-rows", "Filter rows", "Shortcut+Shift+F", this::focusRow);
    clear = new Command("clear-filters", "Clear filters", "", model::clear).when(model.active());
    copySql = new Command("copy-filter-sql", "Copy SQL", "", this::copySql).when(model.active());
    query =
        new Command(
            "query-rows", "Open as SQL", "", () -> context.neighbours().query(model.sql() + ";"));
    save =
        new Command(
            "save-or-apply-filter",
            "Saved filters",
            "",
            () -> saved.unfold(isVisible() ? saved : grid));
    line = new FilterSqlLine(records, copySql, query);
    getStyleClass().add("filter-bar");
    getStylesheets().add(FilterBubble.styles());
    line.getStylesheets().add(FilterBubble.styles());
    grid.getStylesheets().add(FilterBubble.styles());
    FilterField any =
        new FilterField(model, FilterBox.ANY, "Any column", LANGUAGE, grid::requestFocus);
    any.setId("filter-any");
    any.setPrefColumnCount(12);
    FilterField where =
        new FilterField(
            model,
            FilterBox.WHERE,
            "WHERE condition in SQL",
            "What may stand after WHERE, such as a > 1 AND b IS NOT NULL."
                + " Ctrl+Space suggests how to go on.",
            grid::requestFocus);
    where.setId("filter-where");
    where.getStyleClass().add("mono");
    new WherePopup(where, completion);
    setHgrow(where, Priority.ALWAYS);
    getChildren().addAll(any, where, saved, flat(CommandControls.button(clear, Feather.X)));
    showFields(true);
  }

  /** Puts the boxes below the headings, or takes them away. */
  void showFields(boolean shown) {
    grid.setUnderHeader(shown ? this::field : null);
  }

  private static Button flat(Button button) {
    button.getStyleClass().add("flat");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Region field(int at) {
    Column column = records.columns().at(at);
    return fields.computeIfAbsent(
        column.name(),
        name -> {
          FilterField field =
              new FilterField(model, FilterBox.of(name), "", LANGUAGE, grid::requestFocus);
          field.setId("filter-" + name);
          field.setAccessibleText("Filter " + name);
          return field;
        });
  }

  /** What can be done with filters, for the menu. */
  List<Command> commands() {
    return Stream.of(focus, clear, save, copySql.apart(), query)
        .map(command -> command.in("Filters"))
        .toList();
  }

  /** What the filters are in SQL, to stand below the bar. */
  Region sqlLine() {
    return line;
  }

  /** Puts the caret into the box of the column on which the keyboard stands. */
  private void focusRow() {
    int column = grid.lead().map(cell -> cell.column()).orElse(0);
    grid.scrollToColumn(column);
    grid.layout();
    field(column).requestFocus();
  }

  private void applied(SavedFilter filter, List<String> gone) {
    if (gone.isEmpty()) {
      problems.clear();
    } else {
      problems.tell(
          "“%s” speaks of what %s no longer has: %s."
              .formatted(filter.name(), records.table().name(), String.join(", ", gone)),
          "The rest of it was applied.");
    }
    grid.requestFocus();
  }

  private void copySql() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.sql());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Lets go of what outlives the tab. */
  void close() {
    completion.close();
    saved.close();
  }

  /** What stands in the grid where no row passes, once that is known. */
  Region nothingPasses() {
    Label what = new Label("No row passes the filters.");
    what.getStyleClass().add("empty-what");
    Button all = new Button("Clear filters");
    all.setId("clear-filters-empty");
    all.setOnAction(event -> model.clear());
    VBox box = new VBox(12, Icons.of(Feather.FILTER), what, all);
    box.getStyleClass().add("empty-state");
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> records.count().get().exact() && !records.filter().get().isNone(),
                records.count(),
                records.filter()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
