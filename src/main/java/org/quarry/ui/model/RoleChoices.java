package org.quarry.ui.model;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;

/** What each column is for; one is the target at most, and one the group. For the UI thread. */
final class RoleChoices {
  private final Runnable settled;
  private final ObservableList<FeatureChoice> columns = FXCollections.observableArrayList();
  private final ObservableList<String> targets = FXCollections.observableArrayList();
  private final StringProperty target = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper group = new ReadOnlyStringWrapper("");
  private boolean changing;

  /**
   * Makes one without columns.
   *
   * @param settled is run after every change, of several made together once
   */
  RoleChoices(Runnable settled) {
    this.settled = settled;
    target.subscribe((was, is) -> settle());
  }

  /** The columns in order. */
  ObservableList<FeatureChoice> columns() {
    return columns;
  }

  /** The columns that can be the target, by name. */
  ObservableList<String> targets() {
    return targets;
  }

  /** The column to learn, or empty. */
  StringProperty target() {
    return target;
  }

  /** The column that tells the groups, or empty. */
  ReadOnlyStringProperty group() {
    return group.getReadOnlyProperty();
  }

  /** The names of the features in the order of the columns. */
  List<String> features() {
    return features(FeatureChoice::name);
  }

  private <T> List<T> features(Function<FeatureChoice, T> part) {
    return columns.stream().filter(choice -> choice.role() == Role.FEATURE).map(part).toList();
  }

  /** The roles; there must be a target and a feature. */
  Roles roles() {
    List<Feature> features = features(choice -> choice.chosen().get().feature());
    return new Roles(features, target.get(), group.get().isEmpty() ? null : group.get());
  }

  /** Takes the columns of another source, and the one to learn or an empty name. */
  void offer(List<FeatureChoice> choices, String learned) {
    change(
        () -> {
          columns.setAll(choices);
          targets.setAll(choices.stream().map(FeatureChoice::name).toList());
          target.set(learned);
        });
  }

  /** Gives a column a role; the target or group before it is ignored from then on. */
  void setRole(FeatureChoice choice, Role role) {
    change(
        () -> {
          if (role == Role.TARGET) {
            target.set(choice.name());
          } else if (choice.role() == Role.TARGET) {
            target.set("");
          }
          if (role == Role.GROUP) {
            columns.stream()
                .filter(other -> other.role() == Role.GROUP)
                .forEach(other -> other.setRole(Role.IGNORED));
          }
          choice.setRole(role);
        });
  }

  /** Makes every column a feature that was proposed as one. */
  void chooseMeasurements() {
    change(
        () ->
            columns.stream()
                .filter(choice -> choice.role() == Role.IGNORED && choice.isProposed())
                .forEach(choice -> choice.setRole(Role.FEATURE)));
  }

  /** Makes no column a feature. */
  void chooseNone() {
    change(
        () ->
            columns.stream()
                .filter(choice -> choice.role() == Role.FEATURE)
                .forEach(choice -> choice.setRole(Role.IGNORED)));
  }

  /** Makes several changes and settles them once. */
  void change(Runnable change) {
    boolean outer = changing;
    changing = true;
    change.run();
    changing = outer;
    settle();
  }

  private void settle() {
    if (changing) {
      return;
    }
    changing = true;
    mark();
    changing = false;
    settled.run();
  }

  /** The column of the target's name is the target, and no other. */
  private void mark() {
    for (FeatureChoice choice : columns) {
      boolean is = choice.name().equals(target.get());
      if (is != (choice.role() == Role.TARGET)) {
        choice.setRole(is ? Role.TARGET : Role.IGNORED);
      }
    }
    group.set(
        columns.stream()
            .filter(choice -> choice.role() == Role.GROUP)
            .map(FeatureChoice::name)
            .findFirst()
            .orElse(""));
  }
}
