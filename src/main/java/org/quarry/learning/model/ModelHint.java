package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlKeywords;
import org.quarry.database.SqlLiteral;

/**
 * How a call of a model could go on.
 *
 * @param from where what is typed begins; a suggestion takes its place
 * @param to where it ends
 * @param suggestions what could be written, or empty
 * @param function the name of the function that is called, or empty while it is typed
 * @param signature the arguments of the call, or empty where no model is named
 * @param part which of them the caret is in, or -1
 */
public record ModelHint(
    int from,
    int to,
    List<Suggestion> suggestions,
    String function,
    List<String> signature,
    int part) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * What could be written.
   *
   * @param text the SQL
   * @param shown what a list shows of it
   * @param detail more about it, a few words
   */
  public record Suggestion(String text, String shown, String detail) {}

  /** Copies the lists. */
  public ModelHint {
    suggestions = List.copyOf(suggestions);
    signature = List.copyOf(signature);
  }

  /**
   * The hint for a caret.
   *
   * @param models those of the file
   * @return empty where there is nothing to say
   */
  public static Optional<ModelHint> of(ModelCall call, List<ModelStore.Saved> models) {
    List<Suggestion> suggestions = new ArrayList<>();
    if (models.isEmpty()) {
      return Optional.empty();
    }
    if (call.argument() < 0) {
      for (String name : List.of(ModelFunctions.PREDICT, ModelFunctions.PREDICT_PROBA)) {
        if (name.startsWith(call.function())) {
          suggestions.add(
              new Suggestion(
                  name + "(",
                  name + "(",
                  name.equals(ModelFunctions.PREDICT) ? "the class of a row" : "its probability"));
        }
      }
      return Optional.of(new ModelHint(call.from(), call.to(), suggestions, "", List.of(), -1));
    }
    if (call.argument() == 0) {
      String typed = call.model().toLowerCase(Locale.ROOT);
      models.stream()
          .filter(model -> model.name().toLowerCase(Locale.ROOT).startsWith(typed))
          .forEach(model -> suggestions.add(suggestion(call, model)));
    }
    return models.stream()
        .filter(model -> model.name().equals(call.model()))
        .findFirst()
        .map(
            model ->
                new ModelHint(
                    call.from(),
                    call.to(),
                    suggestions,
                    call.function(),
                    form(call, model),
                    call.argument()))
        .or(
            () ->
                suggestions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new ModelHint(call.from(), call.to(), suggestions, "", List.of(), -1)));
  }

  /** The name alone where the call goes on already, else the whole rest of the call. */
  private static Suggestion suggestion(ModelCall call, ModelStore.Saved model) {
    String name = Identifiers.literal(model.name());
    Model.Origin origin = model.origin();
    if (origin == null) {
      return new Suggestion(name, model.name(), "this version cannot read it");
    }
    String detail = origin.target() + " from " + String.join(", ", origin.features());
    return new Suggestion(
        call.followed() ? name : String.join(", ", arguments(call, model, origin)) + ")",
        model.name(),
        detail);
  }

  private static List<String> arguments(
      ModelCall call, ModelStore.Saved model, Model.Origin origin) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Identifiers.literal(model.name()));
    if (call.function().equals(ModelFunctions.PREDICT_PROBA)) {
      arguments.add(SqlLiteral.of(origin.classes().getLast().value()));
    }
    origin.features().forEach(feature -> arguments.add(column(feature)));
    return arguments;
  }

  private static List<String> form(ModelCall call, ModelStore.Saved model) {
    Model.Origin origin = model.origin();
    return origin == null ? List.of() : arguments(call, model, origin);
  }

  private static String column(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !SqlKeywords.contains(name);
    return plain ? name : Identifiers.quote(name);
  }
}
