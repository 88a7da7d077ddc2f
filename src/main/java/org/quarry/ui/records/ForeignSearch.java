package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quarry.database.records.ForeignChoices;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.grid.Choices;
import org.quarry.ui.grid.EditText;
import org.quarry.ui.kit.Latest;

/**
 * The rows that a foreign key can refer to, searched in the background; the latest search counts.
 */
final class ForeignSearch implements Choices {
  private final RecordsModel model;
  private final ForeignChoices rows;
  private final boolean nullable;
  private final Latest latest;

  /**
   * Makes one.
   *
   * @param nullable whether NULL is offered too, before all rows
   */
  ForeignSearch(RecordsModel model, ForeignChoices rows, boolean nullable) {
    this.model = model;
    this.rows = rows;
    this.nullable = nullable;
    latest = new Latest(model.background());
  }

  @Override
  public void search(String typed, int offset, Consumer<Page> answer) {
    boolean withNull = nullable && typed.isBlank();
    int before = withNull && offset > 0 ? offset - 1 : offset;
    latest.start(
        "Searching rows to refer to",
        monitor -> rows.page(typed, before, monitor),
        page -> {
          List<Choice> choices = new ArrayList<>();
          if (withNull && offset == 0) {
            choices.add(new Choice(EditText.NULL, ""));
          }
          page.choices()
              .forEach(
                  row ->
                      choices.add(
                          new Choice(EditText.of(TypedValue.text(row.key())), row.label())));
          answer.accept(new Page(choices, page.more()));
        },
        model::fail);
  }

  @Override
  public boolean takesFirst(String typed) {
    return !rows.canBeKey(typed);
  }
}
