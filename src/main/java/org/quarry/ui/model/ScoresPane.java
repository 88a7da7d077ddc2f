package org.quarry.ui.model;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.svm.Kernel;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** The scores of the candidates as they come, the best on top. */
final class ScoresPane extends BorderPane {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final TrainingRun run;
  private final Label headline = Parts.heading("");
  private final Label best = Parts.words("model-best", "secondary");

  ScoresPane(TrainingRun run) {
    this.run = run;
    getStyleClass().add("model-pane");
    setId("model-scores-pane");
    headline.setId("model-scores-headline");
    headline.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(best, Priority.ALWAYS);
    HBox head = new HBox(16, headline, best);
    head.getStyleClass().add("model-pane-head");
    setTop(head);
    setCenter(table());
    Parts.whenever(this::tell, run.done(), run.running(), run.result());
  }

  private void tell() {
    var result = run.result().get();
    if (result != null) {
      headline.setText(Texts.count(result.candidates().size(), "candidate"));
      best.setText(
          "Best: %s, mean accuracy %s"
              .formatted(result.best().candidate().text(), Numbers.score(result.best().mean())));
    } else if (run.running().get()) {
      headline.setText("Searching");
      best.setText("The best so far is on top.");
    } else {
      headline.setText("Scores");
      best.setText("");
    }
  }

  private TableView<ScoreRow> table() {
    SortedList<ScoreRow> sorted = new SortedList<>(run.scores());
    TableView<ScoreRow> table = new TableView<>(sorted);
    table.setSortPolicy(
        view -> {
          Comparator<ScoreRow> inGrid = Comparator.comparingInt(ScoreRow::index);
          Comparator<ScoreRow> chosen = view.getComparator();
          sorted.setComparator(chosen == null ? inGrid : chosen.thenComparing(inGrid));
          return true;
        });
    table.setId("model-scores");
    table.getStyleClass().add("scores");
    table.setFixedCellSize(26);
    table.setPlaceholder(new Label("Train, and each candidate's score lands here."));
    table.setRowFactory(view -> new ScoreTableRow());
    TableColumn<ScoreRow, Integer> rank = column("Rank", ScoreRow::rank, ScoresPane::place, 58);
    rank.setComparator(Comparator.comparingInt(place -> place == 0 ? Integer.MAX_VALUE : place));
    rank.setCellFactory(view -> new RankCell());
    table.getColumns().add(rank);
    table.getColumns().add(column("Kernel", row -> kernel(row).shape().text(), text -> text, 52));
    table.getColumns().add(column("C", row -> row.candidate().c(), Entries::plain, 46));
    table.getColumns().add(column("Gamma", row -> kernel(row).gamma(), Entries::plain, 60));
    table.getColumns().add(column("Mean", ScoreRow::mean, Numbers::score, 58));
    table.getColumns().add(column("Std", ScoreRow::std, Numbers::score, 58));
    TableColumn<ScoreRow, String> folds = column("Folds", ScoresPane::folds, text -> text, 122);
    folds.setSortable(false);
    table.getColumns().add(folds);
    table.getSortOrder().add(rank);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return table;
  }

  private static Kernel kernel(ScoreRow row) {
    return row.candidate().kernel();
  }

  private static String place(int rank) {
    return rank == 0 ? "" : Texts.number(rank);
  }

  private static String folds(ScoreRow row) {
    return row.folds().stream()
        .map(fold -> Double.isNaN(fold) ? "–" : Numbers.share(fold))
        .collect(Collectors.joining(" "));
  }

  private static <T> TableColumn<ScoreRow, T> column(
      String title, Function<ScoreRow, T> value, Function<T, String> text, double width) {
    TableColumn<ScoreRow, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : text.apply(item));
              }
            });
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setReorderable(false);
    return column;
  }

  /** The rank, with a medal on the best. */
  private static final class RankCell extends TableCell<ScoreRow, Integer> {
    @Override
    protected void updateItem(@Nullable Integer place, boolean empty) {
      super.updateItem(place, empty);
      int rank = empty || place == null ? 0 : place;
      setText(place(rank));
      setGraphic(rank == 1 ? Icons.of(Feather.AWARD) : null);
    }
  }

  private static final class ScoreTableRow extends TableRow<ScoreRow> {
    @Override
    protected void updateItem(@Nullable ScoreRow row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(BEST, !empty && row != null && row.rank() == 1);
    }
  }
}
