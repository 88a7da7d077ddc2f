package org.quarry.ui.model;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.quarry.database.schema.Column;

/** A column that may be learned from. For the UI thread. */
public final class FeatureChoice {
  private final Column column;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

  FeatureChoice(Column column) {
    this.column = column;
    refusal.set(refusal(column));
  }

  /** The column. */
  public Column column() {
    return column;
  }

  /** Whether it is a feature; never while it is refused. */
  public BooleanProperty chosen() {
    return chosen;
  }

  /** Why it cannot be a feature, or empty when it can. */
  public ReadOnlyStringProperty refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** What it holds, in a word. */
  public String kind() {
    if (column.isTemporal()) {
      return "moment";
    }
    return switch (column.affinity()) {
      case INTEGER -> "whole number";
      case REAL, NUMERIC -> "number";
      case TEXT -> "text";
      case BLOB -> column.type().isEmpty() ? "any" : "blob";
    };
  }

  /** What else is to be known, or empty. */
  public String remark() {
    if (!refusal.get().isEmpty()) {
      return refusal.get();
    }
    return column.isKey() ? "Primary key" : "";
  }

  /** Whether a person who knows nothing of the column would learn from it. */
  boolean isMeasurement() {
    return isMeasurement(column);
  }

  static boolean isMeasurement(Column column) {
    return column.isNumeric() && !column.isKey();
  }

  void setTarget(boolean target) {
    refusal.set(target ? "It is the target" : refusal(column));
    if (!refusal.get().isEmpty()) {
      chosen.set(false);
    }
  }

  private static String refusal(Column column) {
    if (column.isNumeric() || column.type().isEmpty()) {
      return "";
    }
    return column.type().toUpperCase(Locale.ROOT) + " is no number";
  }
}
