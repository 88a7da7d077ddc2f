package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.Counted;
import org.quarry.learning.LearningProblem;

/**
 * Takes row after row and makes a {@link DataSet} of them. Values that name something, categories,
 * classes and groups, are numbered as they come and in their order when all are known.
 */
final class DataSetBuilder {
  private final List<String> columns;
  private final Roles roles;
  private final int[] featuresAt;
  private final int targetAt;
  private final int groupAt;
  private final List<Coder> coders;
  private final List<Numbering> categories;
  private final Numbering classes = new Numbering();
  private final Numbering groups = new Numbering();
  private final List<Object> identities = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Integer> grouped = new ArrayList<>();
  private int unlabelled;
  private int incomplete;
  private int ungrouped;

  /** Values in the order in which they came. */
  private static final class Numbering {
    private final Map<ClassLabel, Integer> numbers = new HashMap<>();

    int number(ClassLabel value) {
      return numbers.computeIfAbsent(value, each -> numbers.size());
    }

    List<ClassLabel> sorted() {
      return List.copyOf(new TreeSet<>(numbers.keySet()));
    }

    /** The place in the order of each number given so far. */
    int[] places() {
      int[] places = new int[numbers.size()];
      List<ClassLabel> sorted = sorted();
      for (int place = 0; place < places.length; place++) {
        places[numbers.getOrDefault(sorted.get(place), 0)] = place;
      }
      return places;
    }
  }

  /**
   * Makes one.
   *
   * @param columns the columns of the rows to come
   * @throws LearningProblem.UnknownColumn if a role names another
   */
  DataSetBuilder(List<String> columns, Roles roles) {
    this.columns = columns;
    featuresAt =
        roles.features().stream()
            .mapToInt(feature -> Rows.position(columns, feature.name()))
            .toArray();
    targetAt = Rows.position(columns, roles.target());
    groupAt = roles.group() == null ? -1 : Rows.position(columns, roles.group());
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < featuresAt.length; j++) {
      features.add(roles.features().get(j).named(columns.get(featuresAt[j])).with(List.of()));
    }
    this.roles =
        new Roles(features, columns.get(targetAt), groupAt < 0 ? null : columns.get(groupAt));
    coders = features.stream().map(Coder::new).toList();
    categories = features.stream().map(feature -> new Numbering()).toList();
  }

  /**
   * Takes a row.
   *
   * @throws LearningProblem if a value does not fit its column's role
   */
  void add(Row row) {
    @Nullable Object target = row.values().get(targetAt);
    if (target == null) {
      unlabelled++;
      return;
    }
    ClassLabel label = label(target, targetAt, "target", row);
    boolean complete = complete(row);
    ClassLabel group = null;
    if (groupAt >= 0) {
      @Nullable Object named = row.values().get(groupAt);
      group = named == null ? null : label(named, groupAt, "group", row);
    }
    if (!complete) {
      incomplete++;
    } else if (groupAt >= 0 && group == null) {
      ungrouped++;
    } else {
      identities.add(row.identity());
      labels.add(classes.number(label));
      grouped.add(group == null ? -1 : groups.number(group));
      values.add(raw(row));
    }
  }

  private ClassLabel label(Object value, int at, String role, Row row) {
    ClassLabel label = ClassLabel.of(value);
    if (label == null) {
      throw new LearningProblem.NotAClass(columns.get(at), role, row.identity(), value);
    }
    return label;
  }

  /** Whether no feature is missing that must not be. */
  private boolean complete(Row row) {
    boolean complete = true;
    for (int j = 0; j < featuresAt.length; j++) {
      @Nullable Object value = row.values().get(featuresAt[j]);
      Feature feature = roles.features().get(j);
      if (value == null) {
        complete &= feature.missing() != Missing.LEAVE_OUT;
      } else if (!Coder.accepts(feature.kind(), value)) {
        throw unfit(feature, row.identity(), value);
      }
    }
    return complete;
  }

  private static LearningProblem unfit(Feature feature, Object row, Object value) {
    return switch (feature.kind()) {
      case NUMERIC -> new LearningProblem.NotNumeric(feature.name(), row, value);
      case NOMINAL -> new LearningProblem.NotACategory(feature.name(), row, value);
      case DATE -> new LearningProblem.NotADate(feature.name(), row, value);
    };
  }

  private double[] raw(Row row) {
    double[] raw = new double[featuresAt.length];
    for (int j = 0; j < raw.length; j++) {
      @Nullable Object value = row.values().get(featuresAt[j]);
      ClassLabel category =
          value == null || roles.features().get(j).kind() != Kind.NOMINAL
              ? null
              : ClassLabel.of(value);
      raw[j] = category == null ? coders.get(j).code(value) : categories.get(j).number(category);
    }
    return raw;
  }

  /**
   * The data set of the rows taken. To be called once.
   *
   * @throws LearningProblem.TooFewClasses if there are fewer than two classes
   * @throws LearningProblem.BadSettings if a nominal feature has too many categories
   */
  DataSet build() {
    List<ClassLabel> ordered = classes.sorted();
    if (ordered.size() < 2) {
      throw tooFewClasses(ordered);
    }
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < featuresAt.length; j++) {
      Feature feature = roles.features().get(j);
      features.add(feature.with(categories.get(j).sorted()));
      if (feature.kind() == Kind.NOMINAL) {
        renumber(j, categories.get(j).places());
      }
    }
    int[] classPlaces = classes.places();
    int[] groupPlaces = groups.places();
    return new DataSet(
        new Roles(features, roles.target(), roles.group()),
        ordered,
        groups.sorted(),
        identities,
        values.toArray(double[][]::new),
        labels.stream().mapToInt(label -> classPlaces[label]).toArray(),
        grouped.stream().mapToInt(group -> group < 0 ? -1 : groupPlaces[group]).toArray(),
        new DataSet.Left(unlabelled, incomplete, ungrouped));
  }

  private void renumber(int feature, int[] places) {
    for (double[] raw : values) {
      if (!Double.isNaN(raw[feature])) {
        raw[feature] = places[(int) raw[feature]];
      }
    }
  }

  private LearningProblem tooFewClasses(List<ClassLabel> ordered) {
    String left =
        ordered.isEmpty()
            ? "No row is left to learn from"
            : "Every row left is of the class “" + ordered.getFirst().text() + "”";
    return new LearningProblem.TooFewClasses(
        "The column “" + roles.target() + "” does not hold two classes.",
        "%s; %s no target, and in %s a feature is missing%s."
            .formatted(
                left,
                Counted.rowsHave(unlabelled),
                Counted.rows(incomplete),
                ungrouped == 0 ? "" : ", in " + Counted.rows(ungrouped) + " the group"));
  }
}
