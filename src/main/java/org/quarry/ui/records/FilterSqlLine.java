package org.quarry.ui.records;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.CommandControls;
import org.quarry.ui.kit.Hint;

/**
 * What the filters have become in SQL, in one line that can be selected and copied; there while a
 * filter is active.
 */
final class FilterSqlLine extends HBox {
  private final RecordsModel records;
  private final CustomTextField sql = new CustomTextField();
  private final Label more = new Label();
  private final Text ruler = new Text();

  /** Makes it with the two things that can be done with the SQL. */
  FilterSqlLine(RecordsModel records, Command copy, Command query) {
    this.records = records;
    getStyleClass().add("filter-sql-line");
    Label word = new Label("WHERE");
    word.getStyleClass().addAll("mono", "secondary");
    word.setMinWidth(USE_PREF_SIZE);
    sql.setId("filter-sql");
    sql.setEditable(false);
    sql.getStyleClass().add("mono");
    sql.setAccessibleText("The filters in SQL");
    sql.setMinWidth(40);
    sql.setRight(more);
    setHgrow(sql, Priority.ALWAYS);
    getChildren()
        .addAll(
            word,
            sql,
            flat(CommandControls.button(copy, Feather.COPY)),
            flat(CommandControls.button(query, Feather.TERMINAL)));
    records.filter().subscribe(filter -> say());
    InvalidationListener resized = change -> cut();
    sql.widthProperty().addListener(resized);
    sql.fontProperty().addListener(resized);
  }

  private static Button flat(Button button) {
    button.getStyleClass().add("flat");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void say() {
    boolean active = !records.filter().get().isNone();
    setVisible(active);
    setManaged(active);
    String condition = active ? records.filters().condition() : "";
    Hint.on(sql, condition);
    // A comment would swallow what follows it on the same line.
    String line = condition.contains("--") ? "⏎" : "";
    sql.setText(
        condition.replaceAll("\\s*\\R\\s*(?=\\))", line).replaceAll("\\s*\\R\\s*", line + " "));
    sql.home();
    cut();
  }

  /** An ellipsis at the end where the text goes on. */
  private void cut() {
    ruler.setFont(sql.getFont());
    ruler.setText(sql.getText());
    double room = sql.getWidth() - sql.snappedLeftInset() - sql.snappedRightInset();
    boolean goesOn = ruler.getLayoutBounds().getWidth() > room && room > 0;
    more.setText(goesOn ? "…" : "");
  }
}
