package org.quarry.command;

import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.Validation;
import picocli.CommandLine.Option;

/** The options that say how candidates are scored and which of them are. */
final class CheckOptions {
  @Option(
      names = "--validation",
      paramLabel = "KIND",
      defaultValue = "stratified",
      description = {
        "How rows are dealt to folds: stratified (in their order), shuffled (by the seed), grouped",
        "or stratified-grouped (rows of one --group stay together), repeated (shuffled several",
        "times), or hold-out (a fifth is tested once). Default: ${DEFAULT-VALUE}."
      })
  String kind = "";

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "3",
      description = "How many folds score each candidate. Default: ${DEFAULT-VALUE}.")
  int folds;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "How many times the rows are dealt, with --validation repeated. Default: 10.")
  @Nullable Integer repeats;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Shuffles the rows where the validation shuffles. Default: 0.")
  @Nullable Long seed;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "accuracy",
      description = {
        "The score: accuracy, balanced-accuracy, f1-macro, f1-weighted, roc-auc or log-loss.",
        "Default: ${DEFAULT-VALUE}."
      })
  String metric = "";

  @Option(
      names = "--nested",
      description = {
        "Validate the search itself as well: the honest figure beside the best mean. Takes as many",
        "searches more as there are folds."
      })
  boolean nested;

  @Option(
      names = "--scale-before-folds",
      description = "Scale before the folds, as the notebook does; the scores are then optimistic.")
  boolean scaleBeforeFolds;

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      defaultValue = "whole",
      description = {
        "Which candidates are scored: whole (the grid), halving (the better third on more and more",
        "rows), fine (then half a step around the best), grow (beyond a border where the best",
        "lies). Default: ${DEFAULT-VALUE}."
      })
  String strategy = "";

  @Option(
      names = "--solver",
      paramLabel = "SOLVER",
      defaultValue = "own",
      description = "Who solves each fit: own, or weka for its SMO. Default: ${DEFAULT-VALUE}.")
  String solver = "";

  /**
   * How candidates are scored.
   *
   * @param grouped whether there is a group
   * @throws WrongUsage if an option is out of range or goes with another one
   */
  Validation validation(boolean grouped) {
    Validation.Kind dealt =
        Choices.one("--validation", kind, Validation.Kind.values(), Validation.Kind::text);
    if (folds < 2) {
      throw new WrongUsage("--folds wants 2 or more, not " + folds + ".");
    }
    if (seed != null && !dealt.shuffles()) {
      throw new WrongUsage("--seed goes with --validation shuffled, repeated or hold-out.");
    }
    if (seed != null && (seed < 0 || seed > 0xffffffffL)) {
      throw new WrongUsage("--seed wants a whole number from 0 to 4294967295, not " + seed + ".");
    }
    if (repeats != null && dealt != Validation.Kind.REPEATED) {
      throw new WrongUsage("--repeats goes with --validation repeated.");
    }
    try {
      Validation validation =
          new Validation(
              dealt,
              folds,
              repeats != null ? repeats : dealt == Validation.Kind.REPEATED ? 10 : 1,
              seed == null ? 0 : seed,
              Choices.one("--metric", metric.replace('_', '-'), Metric.values(), Metric::word),
              nested,
              scaleBeforeFolds);
      if (validation.byGroup() && !grouped) {
        throw new WrongUsage("--validation " + dealt.text() + " wants a --group.");
      }
      return validation;
    } catch (LearningProblem.BadSettings bad) {
      throw new WrongUsage(bad.what() + " " + bad.next());
    }
  }

  /**
   * Which candidates are scored.
   *
   * @throws WrongUsage if there is no such strategy
   */
  Strategy strategy() {
    return Choices.one("--strategy", strategy, Strategy.values(), Strategy::text);
  }

  /**
   * Who solves each fit.
   *
   * @throws WrongUsage if there is no such solver
   */
  Solver solver() {
    return Choices.one("--solver", solver, Solver.values(), Solver::text);
  }
}
