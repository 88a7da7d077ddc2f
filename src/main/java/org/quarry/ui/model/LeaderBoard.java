package org.quarry.ui.model;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.svm.Kernel;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.Texts;

/** The scores of the candidates as they come, the best on top unless sorted otherwise. */
final class LeaderBoard extends TableView<ScoreRow> {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final ScoresModel scores;
  private final SortedList<ScoreRow> sorted;
  private boolean following;

  LeaderBoard(ScoresModel scores) {
    this.scores = scores;
    sorted = new SortedList<>(scores.run().scores());
    setItems(sorted);
    setSortPolicy(
        view -> {
          sort(view.getComparator());
          return true;
        });
    setId("model-scores");
    getStyleClass().add("scores");
    setFixedCellSize(26);
    setPlaceholder(new Label("Train, and each candidate's score lands here."));
    setRowFactory(view -> new ScoreTableRow());
    addColumns();
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !following) {
                scores.choose(row.index());
              }
            });
    Parts.whenever(this::follow, scores.chosen(), scores.run().revision());
    Parts.whenever(this::rise, scores.run().plan(), scores.run().result());
  }

  private void addColumns() {
    TableColumn<ScoreRow, Integer> rank = column("Rank", ScoreRow::rank, LeaderBoard::place, 60);
    rank.setComparator(Comparator.comparingInt(place -> place == 0 ? Integer.MAX_VALUE : place));
    rank.setCellFactory(view -> new RankCell());
    getColumns().add(rank);
    TableColumn<ScoreRow, Double> mean =
        column("Mean", ScoreRow::mean, score -> scores.run().text().four(score), 62);
    TableColumn<ScoreRow, Double> deviation = column("Std", ScoreRow::std, Numbers::score, 62);
    mean.setComparator((one, other) -> scores.run().text().direction() * unknownLast(one, other));
    deviation.setComparator(LeaderBoard::unknownLast);
    getColumns().add(mean);
    getColumns().add(deviation);
    getColumns().add(column("Kernel", row -> kernel(row).shape().text(), text -> text, 60));
    getColumns().add(column("C", row -> row.candidate().c(), Numbers::value, 60));
    getColumns().add(column("Gamma", row -> kernel(row).gamma(), Numbers::value, 68));
    getColumns().add(column("Time", ScoreRow::nanos, LeaderBoard::time, 68));
    getSortOrder().add(rank);
  }

  /** A mean that is not known yet is the least of all, so that the best come first falling. */
  private static int unknownLast(Double one, Double other) {
    double first = Double.isNaN(one) ? Double.NEGATIVE_INFINITY : one;
    double second = Double.isNaN(other) ? Double.NEGATIVE_INFINITY : other;
    return Double.compare(first, second);
  }

  private void sort(@Nullable Comparator<ScoreRow> chosen) {
    Comparator<ScoreRow> inGrid = Comparator.comparingInt(ScoreRow::index);
    boolean outer = following;
    following = true;
    sorted.setComparator(chosen == null ? inGrid : chosen.thenComparing(inGrid));
    following = outer;
    if (!outer) {
      follow();
    }
  }

  /** Rows move as scores land; the chosen candidate stays the selected one. */
  private void follow() {
    following = true;
    int chosen = scores.chosen().get();
    int at = -1;
    for (int i = 0; i < sorted.size() && chosen >= 0; i++) {
      if (sorted.get(i).index() == chosen) {
        at = i;
      }
    }
    if (at < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != at) {
      getSelectionModel().clearAndSelect(at);
      getFocusModel().focus(at);
      scrollTo(Math.max(0, at - 2));
    }
    following = false;
  }

  /** The best come into sight when a search begins and ends, unless another one is looked at. */
  private void rise() {
    if (scores.chosen().get() < 0) {
      scrollTo(0);
    }
  }

  private static Kernel kernel(ScoreRow row) {
    return row.candidate().kernel();
  }

  private static String place(int rank) {
    return rank == 0 ? "" : Texts.number(rank);
  }

  private static String time(long nanos) {
    return nanos == 0 ? "" : Texts.nanos(nanos);
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
    column.setMinWidth(width - 8);
    column.setReorderable(false);
    return column;
  }

  /** The rank, with a medal on the best and a warning where a fit did not converge. */
  private static final class RankCell extends TableCell<ScoreRow, Integer> {
    private final Tooltip unconverged = new Tooltip("Did not converge");

    @Override
    protected void updateItem(@Nullable Integer place, boolean empty) {
      super.updateItem(place, empty);
      int rank = empty || place == null ? 0 : place;
      @Nullable ScoreRow row = getTableRow() == null ? null : getTableRow().getItem();
      boolean warns = !empty && row != null && !row.converged();
      setText(place(rank));
      setTooltip(warns ? unconverged : null);
      setGraphic(
          warns ? Icons.of(Feather.ALERT_TRIANGLE) : rank == 1 ? Icons.of(Feather.AWARD) : null);
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
