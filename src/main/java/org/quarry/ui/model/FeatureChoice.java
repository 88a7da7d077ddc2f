package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.quarry.database.schema.Column;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Distribution;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;

/** A column with what it is for; begins as it was proposed. For the UI thread. */
public final class FeatureChoice {
  private final ColumnProposal proposed;
  private final Distribution distribution;
  private final boolean fit;
  private final ReadOnlyObjectWrapper<ColumnProposal> chosen;

  /**
   * Makes one.
   *
   * @param fit whether it could be learned from by what it holds
   */
  FeatureChoice(ColumnProposal proposed, Distribution distribution, boolean fit) {
    this.fit = fit;
    this.proposed = proposed;
    this.distribution = distribution;
    chosen = new ReadOnlyObjectWrapper<>(proposed);
  }

  /** The name of the column. */
  public String name() {
    return proposed.column();
  }

  /** What it is for now. */
  public ReadOnlyObjectProperty<ColumnProposal> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** How its values are spread. */
  public Distribution distribution() {
    return distribution;
  }

  /** Whether it could be learned from by what it holds. */
  boolean isProposed() {
    return fit;
  }

  /** Its role now. */
  public Role role() {
    return chosen.get().role();
  }

  /** The ways in which its missing values can be treated. */
  public List<Missing> ways() {
    Kind kind = chosen.get().kind();
    return Arrays.stream(Missing.values()).filter(way -> way.suits(kind)).toList();
  }

  /** Why it was proposed so, and that it was changed, in sentences. */
  public String reason() {
    return role() == proposed.role()
        ? proposed.reason()
        : "Proposed as %s. %s".formatted(noun(proposed.role()), proposed.reason());
  }

  private static String noun(Role role) {
    return role == Role.IGNORED ? "to be ignored" : role.text();
  }

  /**
   * Sets the role alone; who has another target or group then is {@link RoleChoices}' to settle.
   */
  void setRole(Role role) {
    chosen.set(chosen.get().as(role));
  }

  /** Sets what its values are taken for; a way that does not suit the kind gives way to another. */
  void setKind(Kind kind) {
    ColumnProposal old = chosen.get();
    Missing missing =
        old.missing().suits(kind)
            ? old.missing()
            : kind == Kind.NOMINAL ? Missing.CATEGORY : Missing.MEAN;
    set(kind, old.number(), missing);
  }

  /** Sets what a moment becomes. */
  void setNumber(DateNumber number) {
    set(chosen.get().kind(), number, chosen.get().missing());
  }

  /** Sets what becomes of missing values; one of {@link #ways}. */
  void setMissing(Missing missing) {
    set(chosen.get().kind(), chosen.get().number(), missing);
  }

  /** Learns from it just so. */
  void take(Feature feature) {
    setRole(Role.FEATURE);
    set(feature.kind(), feature.number(), feature.missing());
  }

  private void set(Kind kind, DateNumber number, Missing missing) {
    ColumnProposal old = chosen.get();
    chosen.set(new ColumnProposal(old.column(), old.role(), kind, number, missing, old.reason()));
  }

  /** Whether a person who knows nothing of the column would learn from it. */
  static boolean isMeasurement(Column column) {
    return column.isNumeric() && !column.isKey();
  }

  /**
   * The choices proposed for a source. Where another table waits for predictions, what that one
   * lacks is of no use.
   *
   * @param shared the features that the other table has, or empty when none waits
   */
  static List<FeatureChoice> of(DataSource.Look look, Set<String> shared) {
    List<FeatureChoice> choices = new ArrayList<>();
    for (int i = 0; i < look.roles().columns().size(); i++) {
      ColumnProposal column = look.roles().columns().get(i);
      boolean lacking =
          !shared.isEmpty() && column.role() == Role.FEATURE && !shared.contains(column.column());
      choices.add(
          new FeatureChoice(
              lacking
                  ? new ColumnProposal(
                      column.column(),
                      Role.IGNORED,
                      column.kind(),
                      column.number(),
                      column.missing(),
                      "The table that waits for predictions does not have it.")
                  : column,
              look.distributions().get(i),
              column.role() == Role.FEATURE));
    }
    return choices;
  }
}
