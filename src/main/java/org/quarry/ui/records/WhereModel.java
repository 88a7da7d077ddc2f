package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.quarry.database.completion.WhereCaret;
import org.quarry.database.completion.WhereCaret.Expected;
import org.quarry.database.completion.WhereCompletion;
import org.quarry.database.completion.WhereSuggestion;
import org.quarry.database.completion.WhereWords;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * How the condition in the WHERE box could go on. Functions are read once, values of a column when
 * one is expected, both in the background. For the UI thread.
 */
final class WhereModel {
  /**
   * What to show.
   *
   * @param caret what is being typed
   * @param suggestions in the order in which they are shown; empty to show nothing
   * @param chosen whether the first is taken by Enter, before anybody has chosen
   */
  record Offer(WhereCaret caret, List<WhereSuggestion> suggestions, boolean chosen) {}

  /** A text and where the caret stands in it after a suggestion was taken. */
  record Written(String text, int caret) {}

  private final RecordsModel records;
  private final Latest readingFunctions;
  private final Latest readingValues;
  private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<String> functions = List.of();
  private boolean asked;

  WhereModel(RecordsModel records) {
    this.records = records;
    readingFunctions = new Latest(records.background());
    readingValues = new Latest(records.background());
  }

  /** What is offered now, if anything. */
  ReadOnlyObjectProperty<Optional<Offer>> offer() {
    return offer.getReadOnlyProperty();
  }

  /**
   * Looks at the text and offers how it could go on.
   *
   * @param caret where the caret stands
   * @param wanted whether a person asked for it; else nothing typed is offered nothing
   */
  void look(String text, int caret, boolean wanted) {
    if (!asked) {
      asked = true;
      WhereWords words = new WhereWords(records.open().database());
      readingFunctions.start(
          "Reading SQLite's functions", words::functions, read -> functions = read, this::without);
    }
    readingValues.cancel();
    WhereCaret at = WhereCaret.at(text, caret, records.table());
    show(at, List.of(), wanted);
    if (at.column().isPresent() && at.expected() != Expected.NOTHING) {
      readingValues.start(
          "Reading values of " + at.column().get().name(),
          monitor ->
              new WhereWords(records.open().database())
                  .values(records.table(), at.column().get(), at.typed(), monitor),
          values -> show(at, values, wanted),
          this::without);
    }
  }

  /** What cannot be read is not offered; the rows themselves say what is wrong with the file. */
  private void without(Problem problem) {}

  private void show(WhereCaret at, List<Object> values, boolean wanted) {
    boolean idle = at.typed().isEmpty() && at.expected() == Expected.ANYTHING;
    List<WhereSuggestion> found =
        at.expected() == Expected.NOTHING
            ? List.of()
            : new WhereCompletion(records.table(), functions).suggest(at, values);
    if (idle && !wanted) {
      found = found.stream().filter(each -> each.kind() == WhereSuggestion.Kind.VALUE).toList();
    }
    boolean done =
        found.stream().anyMatch(each -> each.text().equalsIgnoreCase(at.typed())) && !wanted;
    boolean number = !at.typed().isEmpty() && Character.isDigit(at.typed().charAt(0));
    offer.set(
        found.isEmpty() || done
            ? Optional.empty()
            : Optional.of(new Offer(at, found, wanted || (!at.typed().isEmpty() && !number))));
  }

  /** The text with what is being typed replaced by a suggestion of the offer. */
  static Written take(String text, Offer offer, WhereSuggestion suggestion) {
    WhereCaret at = offer.caret();
    String rest = text.substring(Math.min(at.to(), text.length()));
    boolean open = suggestion.text().endsWith("(") || rest.startsWith(" ");
    String written = suggestion.text() + (open ? "" : " ");
    return new Written(text.substring(0, at.from()) + written + rest, at.from() + written.length());
  }

  /** Offers nothing any more. */
  void dismiss() {
    readingValues.cancel();
    offer.set(Optional.empty());
  }

  void close() {
    dismiss();
    readingFunctions.cancel();
  }
}
