package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quarry.learning.data.ClassLabel;
import org.quarry.ui.kit.Texts;

/** What is to be known of the rows before anything is learned from them. */
final class Notes {
  /** Each pair of classes is fitted by itself, so that many classes take long. */
  private static final int MANY_CLASSES = 20;

  private Notes() {}

  /** What makes the training fail or its figures doubtful, a sentence each. */
  static List<String> warnings(Survey survey, int folds) {
    List<String> warnings = new ArrayList<>();
    if (!survey.unusable().isEmpty()) {
      warnings.add(survey.unusable());
    }
    Map<ClassLabel, Long> classes = survey.classes();
    if (survey.tooManyClasses()) {
      warnings.add(
          "The target has more than %s classes. It may be a measurement, a moment or a name."
              .formatted(Texts.number(Survey.MOST_CLASSES)));
      return warnings;
    }
    if (survey.usable() == 0) {
      warnings.add("No row has a target and every feature.");
    } else if (classes.size() == 1) {
      warnings.add("Every row is of one class; two are needed.");
    }
    if (classes.size() > MANY_CLASSES) {
      warnings.add(
          "The target has %s classes. It may be a measurement or a name; each pair is fitted by itself."
              .formatted(Texts.number(classes.size())));
    }
    classes.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .filter(least -> classes.size() > 1 && least.getValue() < folds)
        .ifPresent(
            least ->
                warnings.add(
                    "The class “%s” has %s, fewer than there are folds."
                        .formatted(least.getKey().text(), Texts.count(least.getValue(), "row"))));
    return warnings;
  }

  /** What is left out, a sentence each. */
  static List<String> leftOut(Survey survey) {
    List<String> sentences = new ArrayList<>();
    if (survey.unlabelled() > 0) {
      sentences.add(Texts.count(survey.unlabelled(), "row") + " without a target to be predicted.");
    }
    if (survey.incomplete() > 0) {
      sentences.add(Texts.count(survey.incomplete(), "row") + " without a feature left out.");
    }
    if (survey.ungrouped() > 0) {
      sentences.add(Texts.count(survey.ungrouped(), "row") + " without a group left out.");
    }
    return sentences;
  }
}
