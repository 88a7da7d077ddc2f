package org.quarry.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Table;
import org.quarry.learning.training.Training;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.model.ModelModel;
import org.quarry.ui.query.QueryModel;
import org.quarry.ui.query.QueryView;
import org.quarry.ui.records.RecordsContext;
import org.quarry.ui.records.RecordsModel;
import org.quarry.ui.records.RecordsView;

/** The tabs of one file. A tab's content is made when it is first shown. */
public final class WorkTabs extends TabPane {
  /** What stands in a tab. */
  interface Screen {
    /** Its nodes. */
    Node node();

    /** What it can do, for the menu. */
    List<Command> commands();

    /** Where a person is in its tab. */
    default Place place(String tab) {
      return new Place(tab, "", Optional.empty());
    }

    /** Takes what is being typed into a cell as its value. */
    default void settle() {}

    /** Whether its tab may be closed; if not, it says why. */
    default boolean mayClose() {
      return true;
    }

    /** Stops what it does in the background. */
    void close();
  }

  private final WindowModel window;
  private final OpenDatabase open;
  private final FilePicker picker;
  private final Training training;
  private final Travel travel = new Travel(this::here, this::show);
  private int queries;

  WorkTabs(WindowModel window, OpenDatabase open, FilePicker picker, Training training) {
    this.window = window;
    this.open = open;
    this.picker = picker;
    this.training = training;
    setId("tabs");
    getTabs()
        .addListener(
            (ListChangeListener<Tab>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(tab -> travel.closed(tab.getId()));
                  }
                });
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> {
              if (is instanceof WorkTab tab) {
                tab.screen();
              }
            });
    open.schema().get().tables().stream()
        .filter(table -> !table.columns().isEmpty())
        .filter(table -> table.kind() != Table.Kind.SHADOW)
        .min(Comparator.comparing(table -> table.kind() == Table.Kind.VIEW))
        .ifPresent(this::showTable);
    getTabs().addAll(queryTab(), modelTab());
  }

  /** Shows the rows of a table, in the tab that shows them already if there is one. */
  public RecordsView showTable(Table table) {
    String id = "records-" + table.name();
    Tab tab =
        getTabs().stream()
            .filter(each -> id.equals(each.getId()))
            .findFirst()
            .orElseGet(
                () -> {
                  WorkTab fresh = new WorkTab(table.name(), icon(table), () -> records(table));
                  fresh.setId(id);
                  getTabs().add(fresh);
                  return fresh;
                });
    getSelectionModel().select(tab);
    return (RecordsView) ((WorkTab) tab).screen().node();
  }

  /** Shows the rows of a table as {@link #showTable} does; Back returns from there. */
  RecordsView visit(Table table) {
    travel.leave();
    return showTable(table);
  }

  /** The way back and forward. */
  Travel travel() {
    return travel;
  }

  private Optional<Place> here() {
    return getSelectionModel().getSelectedItem() instanceof WorkTab tab
        ? Optional.of(tab.screen().place(tab.getId()))
        : Optional.empty();
  }

  private boolean show(Place place) {
    Optional<Table> table = open.schema().get().table(place.table());
    if (place.rows().isPresent()) {
      table.ifPresent(each -> showTable(each).returnTo(place.rows().get()));
      return table.isPresent();
    }
    Optional<Tab> tab =
        getTabs().stream().filter(each -> place.tab().equals(each.getId())).findFirst();
    tab.ifPresent(getSelectionModel()::select);
    return tab.isPresent();
  }

  /** Opens an empty SQL tab and shows it. */
  public QueryView newQuery() {
    WorkTab tab = queryTab();
    getTabs().add(tab);
    getSelectionModel().select(tab);
    return (QueryView) tab.screen().node();
  }

  private WorkTab queryTab() {
    queries++;
    WorkTab tab = new WorkTab("Query " + queries, Feather.TERMINAL, this::query);
    tab.setId("query-" + queries);
    return tab;
  }

  /** Shows the tab in which models are trained. */
  public ModelModel showModel() {
    Tab tab =
        getTabs().stream()
            .filter(each -> "model".equals(each.getId()))
            .findFirst()
            .orElseGet(
                () -> {
                  Tab fresh = modelTab();
                  getTabs().add(fresh);
                  return fresh;
                });
    getSelectionModel().select(tab);
    return ((ModelScreen) ((WorkTab) tab).screen()).model();
  }

  /** Shows the page that predicts a column, the one there is or a new one. */
  void showPrediction(Table table, String column) {
    String id = "predict-" + table.name() + "-" + column;
    Tab tab =
        getTabs().stream()
            .filter(each -> id.equals(each.getId()))
            .findFirst()
            .orElseGet(
                () -> {
                  WorkTab fresh =
                      new WorkTab(
                          "Predict " + column,
                          Feather.TARGET,
                          () ->
                              new PredictScreen(
                                  window.background(), open, training, table, column));
                  fresh.setId(id);
                  getTabs().add(fresh);
                  return fresh;
                });
    getSelectionModel().select(tab);
  }

  private Tab modelTab() {
    WorkTab tab =
        new WorkTab(
            "Model",
            Feather.TARGET,
            () -> {
              ModelScreen screen = new ModelScreen(window.background(), open, training, picker);
              screen.model().showRows(new TabNeighbours(this, open));
              return screen;
            });
    tab.setId("model");
    return tab;
  }

  /** Closes the tab that is shown. */
  void closeCurrent() {
    if (getSelectionModel().getSelectedItem() instanceof WorkTab tab && tab.mayClose()) {
      tab.close();
      getTabs().remove(tab);
    }
  }

  /** The screen that is shown, if there is a tab at all. */
  Optional<Screen> current() {
    return getSelectionModel().getSelectedItem() instanceof WorkTab tab
        ? Optional.of(tab.screen())
        : Optional.empty();
  }

  /** Stops everything. */
  void close() {
    getTabs().forEach(tab -> ((WorkTab) tab).close());
  }

  private static Ikon icon(Table table) {
    return table.kind() == Table.Kind.VIEW ? Feather.EYE : Feather.GRID;
  }

  private Screen records(Table table) {
    RecordsView view =
        new RecordsView(
            new RecordsModel(window.background(), open, table),
            new RecordsContext(window.preferences(), picker, new TabNeighbours(this, open)));
    view.comeInTurn();
    return new Screen() {
      @Override
      public Node node() {
        return view;
      }

      @Override
      public List<Command> commands() {
        return view.commands();
      }

      @Override
      public Place place(String tab) {
        return new Place(tab, view.model().table().name(), Optional.of(view.place()));
      }

      @Override
      public void settle() {
        boolean taken = view.commitEdit();
        if (!taken) {
          view.grid().requestFocus();
        }
      }

      @Override
      public void close() {
        view.close();
      }
    };
  }

  private Screen query() {
    QueryModel model = new QueryModel(window.background(), open.database(), open::written);
    model.onLearn(
        sql -> {
          travel.leave();
          showModel().learnFrom(sql);
        });
    QueryView view = new QueryView(model, picker);
    model.transactionOpen().addListener((property, was, is) -> open.transactionOpen().set(is));
    return new Screen() {
      @Override
      public Node node() {
        return view;
      }

      @Override
      public List<Command> commands() {
        return model.commands();
      }

      @Override
      public boolean mayClose() {
        boolean may = !model.transactionOpen().get();
        if (!may) {
          window.tell(new DatabaseProblem.TransactionOpen(), WorkTabs.this::closeCurrent);
        }
        return may;
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }

  /** A tab that makes its screen when it is first asked for. */
  private static final class WorkTab extends Tab {
    private final Supplier<Screen> maker;
    private Optional<Screen> made = Optional.empty();

    WorkTab(String title, Ikon icon, Supplier<Screen> maker) {
      super(title);
      this.maker = maker;
      setGraphic(Icons.of(icon));
      setOnClosed(event -> close());
      setOnCloseRequest(
          event -> {
            if (!mayClose()) {
              event.consume();
            }
          });
    }

    private boolean mayClose() {
      return made.isEmpty() || made.get().mayClose();
    }

    private Screen screen() {
      if (made.isEmpty()) {
        Screen screen = maker.get();
        made = Optional.of(screen);
        setContent(screen.node());
      }
      return made.get();
    }

    private void close() {
      made.ifPresent(Screen::close);
    }
  }
}
