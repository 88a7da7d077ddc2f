package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SqlFunction;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;

/**
 * The models of a file as functions of its SQL: {@code predict(model, feature, …)} tells the class
 * of a row, {@code predict_proba(model, class, feature, …)} how probable a class is. The features
 * come in the order of the model's; where one is NULL or of no use, the result is NULL.
 */
public final class ModelFunctions {
  /** The name of the function that tells a class. */
  public static final String PREDICT = "predict";

  /** The name of the function that tells a probability. */
  public static final String PREDICT_PROBA = "predict_proba";

  private ModelFunctions() {}

  /** All of them, for the opening of a file. */
  public static List<SqlFunction> all() {
    return List.of(
        new Named(PREDICT, caller -> new Predict(new KnownModels(caller))),
        new Named(PREDICT_PROBA, caller -> new Probability(new KnownModels(caller))));
  }

  private record Named(String name, Maker maker) implements SqlFunction {
    interface Maker {
      Body on(Caller caller);
    }

    @Override
    public Body on(Caller caller) {
      return maker.on(caller);
    }
  }

  private record Predict(KnownModels models) implements SqlFunction.Body {
    @Override
    public @Nullable Object call(List<@Nullable Object> arguments) {
      Optional<Predictor> model = model(PREDICT, models, arguments, 1);
      if (model.isEmpty()) {
        return null;
      }
      ClassLabel label = model.get().predict(arguments.subList(1, arguments.size())).label();
      return label == null ? null : label.value();
    }
  }

  private record Probability(KnownModels models) implements SqlFunction.Body {
    @Override
    public @Nullable Object call(List<@Nullable Object> arguments) {
      Optional<Predictor> found = model(PREDICT_PROBA, models, arguments, 2);
      Object of = arguments.size() < 2 ? null : arguments.get(1);
      if (found.isEmpty() || of == null) {
        return null;
      }
      Predictor model = found.get();
      int at = position(model.model(), of);
      List<@Nullable Object> features = arguments.subList(2, arguments.size());
      if (model.predict(features).label() == null) {
        return null;
      }
      return model.probabilities(features)
          .orElseThrow(() -> new LearningProblem.NoProbabilities(model.model().origin().name()))[
          at];
    }

    /** A class may be given as it was learned or as it is written: 1 and '1' are the class 1. */
    private static int position(Model model, Object of) {
      List<ClassLabel> classes = model.origin().classes();
      ClassLabel asked = ClassLabel.of(of);
      int at = asked == null ? -1 : classes.indexOf(asked);
      List<String> texts = classes.stream().map(ClassLabel::text).toList();
      if (at < 0 && asked != null) {
        at = texts.indexOf(asked.text());
      }
      if (at < 0) {
        throw new LearningProblem.WrongCall(
            "The model “%s” has no class “%s”."
                .formatted(model.origin().name(), asked == null ? "" : asked.text()),
            "Its classes are " + String.join(", ", texts) + ".");
      }
      return at;
    }
  }

  /** The model that the first argument names, or empty when that is NULL. */
  private static Optional<Predictor> model(
      String function, KnownModels models, List<@Nullable Object> arguments, int before) {
    if (arguments.isEmpty()) {
      throw new LearningProblem.WrongCall(
          function + " was called without a model.", "Write " + form(function, List.of()) + ".");
    }
    Object name = arguments.getFirst();
    if (name == null) {
      return Optional.empty();
    }
    Predictor model = models.find(name.toString());
    List<String> features = model.model().origin().features();
    int given = arguments.size() - before;
    if (given != features.size()) {
      throw new LearningProblem.WrongCall(
          "%s was given %d of the %d features of the model “%s”."
              .formatted(function, Math.max(0, given), features.size(), name),
          "Write " + form(function, features) + ".");
    }
    return Optional.of(model);
  }

  private static String form(String function, List<String> features) {
    List<String> words = new ArrayList<>(List.of("'model'"));
    if (function.equals(PREDICT_PROBA)) {
      words.add("class");
    }
    words.addAll(features.isEmpty() ? List.of("feature", "…") : features);
    return function + "(" + String.join(", ", words) + ")";
  }
}
