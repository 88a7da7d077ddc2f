package org.quarry.ui.records;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.quarry.database.schema.Column;
import org.quarry.database.search.Search;

/** What a person typed and chose to be found. For the UI thread. */
public final class FindInput {
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty matchCase = new SimpleBooleanProperty();
  private final BooleanProperty wholeCell = new SimpleBooleanProperty();
  private final BooleanProperty expression = new SimpleBooleanProperty();
  private final BooleanProperty thisColumn = new SimpleBooleanProperty();

  /** Makes one that looks for nothing. */
  FindInput() {
    // An expression says by itself how much of a cell it is about.
    wholeCell.addListener((property, was, is) -> expression.set(expression.get() && !is));
    expression.addListener((property, was, is) -> wholeCell.set(wholeCell.get() && !is));
  }

  /** The text; nothing is looked for while it is empty. */
  StringProperty text() {
    return text;
  }

  /** Whether a letter is another one than its capital. */
  BooleanProperty matchCase() {
    return matchCase;
  }

  /** Whether the text is all that a cell holds; not with an expression. */
  BooleanProperty wholeCell() {
    return wholeCell;
  }

  /** Whether the text is a regular expression; not with whole cells. */
  BooleanProperty expression() {
    return expression;
  }

  /** Whether to look into the column alone on which the keyboard stands. */
  BooleanProperty thisColumn() {
    return thisColumn;
  }

  /** Calls an action whenever something is typed or chosen. */
  void onChange(Runnable action) {
    List.of(text, matchCase, wholeCell, expression, thisColumn)
        .forEach(property -> property.addListener(change -> action.run()));
  }

  /** The search in some columns. */
  Search search(List<Column> columns) {
    Search.Mode mode =
        expression.get()
            ? Search.Mode.REGULAR_EXPRESSION
            : wholeCell.get() ? Search.Mode.WHOLE_CELL : Search.Mode.CONTAINS;
    return new Search(text.get(), mode, matchCase.get(), columns);
  }
}
