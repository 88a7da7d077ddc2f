package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;
import org.quarry.learning.training.RolesFit;

/**
 * The roles of an earlier training on the columns as they are now.
 *
 * @param roles what the columns were for
 * @param fit how that fits them
 */
record PastRoles(Roles roles, RolesFit fit) {
  /** The column to learn by its name now, or empty when it is gone. */
  String target() {
    return fit.look().roles().columns().stream()
        .map(column -> column.column())
        .filter(roles.target()::equalsIgnoreCase)
        .findFirst()
        .orElse("");
  }

  /**
   * Every column with the part it had, ignored where it had none. A feature that does not fit any
   * more is as it is proposed.
   */
  List<FeatureChoice> choices() {
    List<FeatureChoice> choices = FeatureChoice.of(fit.look(), Set.of());
    List<Feature> left = new ArrayList<>(roles.features());
    boolean grouped = false;
    for (FeatureChoice choice : choices) {
      // Of two columns of one name in a query the first is meant.
      Optional<Feature> past =
          left.stream().filter(each -> each.name().equalsIgnoreCase(choice.name())).findFirst();
      past.ifPresent(left::remove);
      if (past.isPresent() && !fit.unfit().contains(past.get())) {
        choice.take(past.get());
      } else if (!grouped && choice.name().equalsIgnoreCase(roles.group())) {
        choice.setRole(Role.GROUP);
        grouped = true;
      } else if (past.isEmpty() || choice.role() == Role.TARGET) {
        choice.setRole(Role.IGNORED);
      }
    }
    return choices;
  }

  /** What cannot be as it was, a sentence each; empty when all can. */
  List<String> lacking() {
    List<String> lacking = new ArrayList<>();
    for (String name : fit.gone()) {
      if (name.equals(roles.target())) {
        lacking.add("The target “%s” is not there any more: choose another.".formatted(name));
      } else if (name.equals(roles.group())) {
        lacking.add("The column “%s” that told the groups is not there any more.".formatted(name));
      } else {
        lacking.add("The feature “%s” is not there any more.".formatted(name));
      }
    }
    for (Feature feature : fit.unfit()) {
      lacking.add(
          "“%s” holds values now that %s; it is as proposed."
              .formatted(
                  feature.name(),
                  switch (feature.kind()) {
                    case NUMERIC -> "are no numbers";
                    case NOMINAL -> "name no category";
                    case DATE -> "are no days or moments";
                  }));
    }
    if (lacking.isEmpty() && !inOrder()) {
      lacking.add(
          "The columns stand in another order now, so figures may differ in their last digits.");
    }
    return lacking;
  }

  private boolean inOrder() {
    List<String> past =
        roles.features().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    List<String> now =
        fit.look().roles().columns().stream()
            .map(column -> column.column().toLowerCase(Locale.ROOT))
            .filter(past::contains)
            .distinct()
            .toList();
    return past.equals(now);
  }
}
