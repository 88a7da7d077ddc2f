package org.quarry.learning.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/** The words of {@code quarry train} that say every setting of a training. */
final class CommandWords {
  private static final String SIMPLE = "[A-Za-z0-9_ ]+";

  private final TrainingRecipe recipe;
  private final TrainingSettings settings;
  private final List<String> words = new ArrayList<>();

  CommandWords(TrainingRecipe recipe) {
    this.recipe = recipe;
    this.settings = recipe.settings();
  }

  /** All words; to be asked once. */
  List<String> of(boolean keep) {
    words.addAll(List.of("quarry", "train", recipe.file().toAbsolutePath().toString()));
    rows();
    roles();
    option("--split", settings.split().toString());
    validation();
    candidates();
    if (settings.scaleBeforeFolds()) {
      words.add("--scale-before-folds");
    }
    if (settings.strategy() != Strategy.WHOLE) {
      option("--strategy", settings.strategy().text());
    }
    if (settings.solver() != Solver.OWN) {
      option("--solver", settings.solver().text());
    }
    if (keep) {
      option("--name", settings.name());
      words.add("--replace");
    } else {
      words.add("--no-save");
    }
    return List.copyOf(words);
  }

  private void rows() {
    switch (recipe.rows().source()) {
      case DataSource.OfTable of -> option("--table", of.table().name());
      case DataSource.OfQuery of -> option("--query", of.query().text());
    }
    if (recipe.rows().sampled()) {
      option("--sample", Long.toString(recipe.rows().most()));
    }
  }

  private void roles() {
    option("--target", settings.target());
    columns("--features", settings.features());
    columns("--nominal", names(Kind.NOMINAL));
    List<String> dates = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Feature feature : settings.roles().features()) {
      if (feature.kind() == Kind.DATE) {
        dates.add(feature.name() + "=" + feature.number().text());
      }
      if (feature.missing() != Missing.LEAVE_OUT) {
        gaps.add(feature.name() + "=" + feature.missing().text());
      }
    }
    assigned("--date", dates);
    assigned("--missing", gaps);
    String group = settings.roles().group();
    if (group != null) {
      option("--group", group);
    }
  }

  private List<String> names(Kind kind) {
    return settings.roles().features().stream()
        .filter(feature -> feature.kind() == kind)
        .map(Feature::name)
        .toList();
  }

  private void validation() {
    Validation validation = settings.validation();
    if (validation.kind() != Validation.Kind.STRATIFIED) {
      option("--validation", validation.kind().text());
    }
    option("--folds", Integer.toString(validation.folds()));
    if (validation.kind() == Validation.Kind.REPEATED) {
      option("--repeats", Integer.toString(validation.repeats()));
    }
    if (validation.kind().shuffles()) {
      option("--seed", Long.toString(validation.seed()));
    }
    if (validation.metric() != Metric.ACCURACY) {
      option("--metric", validation.metric().word());
    }
    if (validation.nested()) {
      words.add("--nested");
    }
  }

  private void candidates() {
    Optional<ParameterGrid> lists = ParameterGrid.of(settings.candidates());
    if (lists.isEmpty()) {
      settings
          .candidates()
          .forEach(candidate -> option("--candidate", CandidateText.of(candidate)));
      return;
    }
    ParameterGrid grid = lists.get();
    option("--grid", "notebook");
    if (!grid.with(Weighting.NONE).equals(ParameterGrid.notebook())) {
      option("--c", joined(grid.cs()));
      option("--gamma", joined(grid.gammas()));
      option(
          "--kernel",
          grid.shapes().stream().map(Kernel.Shape::text).collect(Collectors.joining(",")));
      option("--degree", Integer.toString(grid.degree()));
      option("--coef0", plain(grid.coef0()));
    }
    if (!grid.weighting().equals(Weighting.NONE)) {
      option("--class-weight", CandidateText.weights(grid.weighting(), ","));
    }
  }

  /** One list with commas, or one by one where a column's name could make it another. */
  private void columns(String name, List<String> columns) {
    String joined = String.join(",", columns);
    boolean known =
        recipe.rows().source() instanceof DataSource.OfTable of
            && of.table().column(joined).isEmpty();
    if (columns.size() > 1 && known && columns.stream().noneMatch(each -> each.contains(","))) {
      option(name, joined);
    } else {
      columns.forEach(each -> option(name, each));
    }
  }

  /** The same for what is said of columns. */
  private void assigned(String name, List<String> parts) {
    boolean simple =
        parts.stream().allMatch(each -> each.substring(0, each.lastIndexOf('=')).matches(SIMPLE));
    if (parts.size() > 1 && simple) {
      option(name, String.join(",", parts));
    } else {
      parts.forEach(each -> option(name, each));
    }
  }

  /** A value that begins like an option is put behind an equals sign. */
  private void option(String name, String value) {
    if (value.startsWith("-")) {
      words.add(name + "=" + value);
    } else {
      words.add(name);
      words.add(value);
    }
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream().map(CommandWords::plain).collect(Collectors.joining(","));
  }

  /** The fewest digits that read back equal. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
