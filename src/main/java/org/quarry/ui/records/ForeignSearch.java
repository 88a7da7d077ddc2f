package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.database.references.ForeignChoices;
import org.quarry.database.references.Reference;
import org.quarry.database.references.StagedParents;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.Choices;
import org.quarry.ui.grid.EditText;
import org.quarry.ui.kit.Latest;

/**
 * The rows that a cell can refer to, searched in the background; the latest search counts. New rows
 * come first, marked as such. Of a foreign key of several columns the rows are offered that have
 * what the row has in the other ones, and picking one gives all of them.
 */
final class ForeignSearch implements Choices {
  private final RecordsModel model;
  private final Reference.Sound reference;
  private final int place;
  private final List<@Nullable Object> given = new ArrayList<>();
  private final ForeignChoices stored;
  private final StagedParents staged;
  private final boolean nullable;
  private final Latest latest;

  /**
   * Makes one.
   *
   * @param row the row that refers
   * @param column its column that is edited, one of the reference's
   * @param nullable whether NULL is offered too, before all rows
   */
  ForeignSearch(
      RecordsModel model,
      Reference.Sound reference,
      EditedRow row,
      Column column,
      boolean nullable) {
    this.model = model;
    this.reference = reference;
    this.nullable = nullable;
    place = reference.place(column);
    for (String name : reference.columns()) {
      given.add(row.table().column(name).map(row::shown).filter(Paged::isWhole).orElse(null));
    }
    stored = new ForeignChoices(model.open().database(), reference, place, given);
    staged = new StagedParents(model.journal(), reference);
    latest = new Latest(model.background());
  }

  @Override
  public void search(String typed, int offset, Consumer<Page> answer) {
    List<Choice> before = new ArrayList<>();
    if (nullable && typed.isBlank()) {
      before.add(new Choice(EditText.NULL, ""));
    }
    staged.search(typed, place, given, ForeignChoices.PAGE).stream()
        .map(row -> choice(row.key(), row.label(), "new"))
        .forEach(before::add);
    int from = Math.max(0, offset - before.size());
    latest.start(
        "Searching rows to refer to",
        monitor -> stored.page(typed, from, monitor),
        page -> {
          List<Choice> choices = new ArrayList<>(offset == 0 ? before : List.of());
          page.choices().forEach(row -> choices.add(choice(row.key(), row.label(), "")));
          answer.accept(new Page(choices, page.more()));
        },
        model::fail);
  }

  private Choice choice(List<Object> key, String label, String note) {
    String text = TypedValue.text(key.get(place));
    if (key.size() == 1) {
      return new Choice(EditText.of(text), label, note);
    }
    Stream<String> others =
        IntStream.range(0, key.size())
            .filter(at -> at != place && given.get(at) == null)
            .mapToObj(at -> reference.columns().get(at) + " " + TypedValue.text(key.get(at)));
    return new Choice(
        new EditText(text, PickedKey.of(model.table(), reference, key)),
        Stream.concat(others, Stream.of(label))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(" · ")),
        note);
  }

  @Override
  public boolean takesFirst(String typed) {
    return !stored.canBeKey(typed);
  }
}
