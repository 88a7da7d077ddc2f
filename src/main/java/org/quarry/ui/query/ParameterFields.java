package org.quarry.ui.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.SqlParameter;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;

/** The parameters of a script; what was typed for one outlives its absence from the text. */
final class ParameterFields {
  private final Map<String, ParameterField> known = new LinkedHashMap<>();
  private final ObservableList<ParameterField> fields = FXCollections.observableArrayList();
  private final ObservableList<ParameterField> view =
      FXCollections.unmodifiableObservableList(fields);

  ObservableList<ParameterField> view() {
    return view;
  }

  /** Shows a field for each parameter of the script, in the order they stand there. */
  void follow(SqlScript script) {
    Map<String, ParameterField> now = new LinkedHashMap<>();
    for (SqlStatement statement : script.statements()) {
      for (SqlParameter parameter : statement.parameters()) {
        now.put(parameter.name(), field(parameter.name()));
      }
    }
    if (!fields.equals(List.copyOf(now.values()))) {
      fields.setAll(now.values());
    }
  }

  private ParameterField field(String name) {
    return known.computeIfAbsent(name, ParameterField::new);
  }

  /** Fills fields as if the values were typed. */
  void fill(Map<String, ? extends @Nullable Object> values) {
    values.forEach((name, value) -> field(name).typed().set(value == null ? "" : value.toString()));
  }

  /** What is to be bound, by name. */
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    known.forEach((name, field) -> values.put(name, field.value()));
    return values;
  }
}
