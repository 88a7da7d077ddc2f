package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;

/** The part of a script that reads the rows and makes numbers of them: X, y and the groups. */
final class ScikitRows {
  /** Numbers before texts, as Quarry orders classes and categories. */
  private static final String CODED =
      """

      def coded(values):
          \"""A number for each value in their order, and the values; None stays None.\"""
          known = sorted({v for v in values if v is not None}, key=lambda v: (isinstance(v, str), v))
          number = {v: i for i, v in enumerate(known)}
          return [number.get(v) for v in values], known
      """;

  /** Java's SplittableRandom, by which Quarry draws (Steele, Lea and Flood 2014). */
  private static final String SAMPLE =
      """

      def drawing(seed):
          \"""Whole numbers from 0 to below a bound, as Quarry draws them by a seed.\"""
          last = (1 << 64) - 1

          def draw():
              nonlocal seed
              seed = seed + 0x9E3779B97F4A7C15 & last
              z = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 & last
              z = (z ^ z >> 27) * 0x94D049BB133111EB & last
              return z ^ z >> 31

          def below(bound):
              drawn = draw()
              if bound & bound - 1 == 0:
                  return drawn & bound - 1
              half = drawn >> 1
              while half + bound - 1 - half % bound >= 1 << 63:
                  half = draw() >> 1
              return half % bound

          return below


      def sample(rows, most, seed):
          \"""Rows in which the classes keep their shares, the same ones as Quarry draws.\"""
          sizes = {}
          for row in rows:
              if row[-1] is not None:
                  sizes[row[-1]] = sizes.get(row[-1], 0) + 1
          labelled = sum(sizes.values())
          if labelled <= most:
              return rows
          order = sorted(sizes, key=lambda v: (isinstance(v, str), v))
          exact = {c: sizes[c] * most / labelled for c in order}
          share = {c: max(1, int(exact[c])) for c in order}
          left = max(0, most - sum(share.values()))
          for c in sorted(order, key=lambda c: share[c] - exact[c])[:left]:
              share[c] += 1
          below, kept, seen = drawing(seed), {c: [] for c in order}, dict.fromkeys(order, 0)
          for i, row in enumerate(rows):
              if row[-1] is None:
                  continue
              members = kept[row[-1]]
              seen[row[-1]] += 1
              if len(members) < share[row[-1]]:
                  members.append(i)
              else:
                  at = below(seen[row[-1]])
                  if at < len(members):
                      members[at] = i
          return [rows[i] for i in sorted(sum(kept.values(), []))]
      """;

  private static final String MOMENT =
      """

      def moment(text):
          \"""A day or moment as ISO 8601 writes it; one with an offset is taken to UTC.\"""
          read = datetime.fromisoformat(text.replace("Z", "+00:00"))
          return read.astimezone(timezone.utc).replace(tzinfo=None) if read.tzinfo else read


      def seconds(read):
          return read.hour * 3600 + read.minute * 60 + read.second + read.microsecond / 1e6
      """;

  private final TrainingRecipe recipe;
  private final TrainingSettings settings;
  private final List<Feature> features;

  /** Features, then the group where there is one, then the target. */
  private final List<String> columns = new ArrayList<>();

  ScikitRows(TrainingRecipe recipe) {
    this.recipe = recipe;
    this.settings = recipe.settings();
    this.features = settings.roles().features();
    columns.addAll(settings.features());
    String group = settings.roles().group();
    if (group != null) {
      columns.add(group);
    }
    columns.add(settings.target());
  }

  private boolean has(Kind kind) {
    return features.stream().anyMatch(feature -> feature.kind() == kind);
  }

  /** What of Python it needs. */
  List<String> imports() {
    return has(Kind.DATE)
        ? List.of("import sqlite3", "import sys", "from datetime import datetime, timezone")
        : List.of("import sqlite3", "import sys");
  }

  /** The part. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("FILE = sys.argv[1] if len(sys.argv) > 1 else ")
        .append(literal(recipe.file().toAbsolutePath().toString()))
        .append('\n');
    text.append("SQL = ").append(literal(sql())).append('\n').append(CODED);
    if (recipe.rows().sampled()) {
      text.append('\n').append(SAMPLE);
    }
    if (has(Kind.DATE)) {
      text.append('\n').append(MOMENT);
    }
    text.append("\n\n").append(read());
    text.append(numbers());
    return text.toString();
  }

  private String read() {
    StringBuilder text = new StringBuilder();
    switch (recipe.rows().source()) {
      case DataSource.OfTable _ ->
          text.append("rows = sqlite3.connect(FILE).execute(SQL).fetchall()\n");
      case DataSource.OfQuery _ -> {
        text.append("cursor = sqlite3.connect(FILE).execute(SQL)\n");
        text.append("known = [column[0] for column in cursor.description]\n");
        text.append("lower = [name.lower() for name in known]\n");
        text.append(
                "at = [known.index(c) if c in known else lower.index(c.lower()) for c in [\n    ")
            .append(
                columns.stream().map(ScikitRows::literal).collect(Collectors.joining(",\n    ")))
            .append(",\n]]\nrows = [tuple(row[i] for i in at) for row in cursor]\n");
      }
    }
    if (recipe.rows().sampled()) {
      text.append("rows = sample(rows, %d, %d)\n".formatted(recipe.rows().most(), seed()));
    }
    text.append("# Rows without a class are to be predicted");
    List<Integer> needed =
        IntStream.range(0, columns.size())
            .filter(i -> i >= features.size() || features.get(i).missing() == Missing.LEAVE_OUT)
            .boxed()
            .toList();
    if (needed.size() == columns.size()) {
      text.append(", rows that lack a value are left out.\n");
      text.append("rows = [row for row in rows if None not in row]\n");
    } else {
      text.append(needed.size() == 1 ? ".\n" : ", rows that lack a value here are left out.\n");
      text.append("needed = %s\n".formatted(needed));
      text.append("rows = [row for row in rows if all(row[i] is not None for i in needed)]\n");
    }
    return text.toString();
  }

  private long seed() {
    return settings.split().seed();
  }

  private String numbers() {
    StringBuilder text = new StringBuilder("columns = list(zip(*rows))\n");
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      switch (feature.kind()) {
        case NUMERIC -> {}
        case NOMINAL -> text.append("columns[%1$d], _ = coded(columns[%1$d])\n".formatted(i));
        case DATE ->
            text.append(
                "columns[%1$d] = [None if v is None else %2$s for v in columns[%1$d]]\n"
                    .formatted(i, number(feature.number())));
      }
    }
    text.append("X = np.array(list(zip(*columns[:%d])), dtype=float)\n".formatted(features.size()));
    if (settings.validation().byGroup()) {
      text.append("groups = np.array(coded(columns[-2])[0])\n");
    }
    text.append("labels, classes = coded(columns[-1])\ny = np.array(labels)\n");
    return text.toString();
  }

  private static String number(DateNumber number) {
    return switch (number) {
      case DAYS -> "moment(v).toordinal() - 719163 + seconds(moment(v)) / 86400";
      case SECONDS -> "(moment(v).toordinal() - 719163) * 86400 + seconds(moment(v))";
      case YEAR -> "moment(v).year";
      case MONTH -> "moment(v).month";
      case WEEKDAY -> "moment(v).isoweekday()";
      case HOUR -> "moment(v).hour";
    };
  }

  /** The order of the rows is what splits and folds depend on. */
  private String sql() {
    return switch (recipe.rows().source()) {
      case DataSource.OfTable of -> select(of.table());
      case DataSource.OfQuery of -> of.query().text();
    };
  }

  private String select(Table table) {
    String names =
        columns.stream()
            .map(name -> table.column(name).map(Column::name).orElse(name))
            .map(Identifiers::quote)
            .collect(Collectors.joining(", "));
    return "SELECT " + names + " FROM " + Identifiers.quote(table.name()) + order(table);
  }

  private static String order(Table table) {
    if (table.kind() != Table.Kind.TABLE) {
      return "";
    }
    if (table.rowidName().isPresent()) {
      return " ORDER BY " + table.rowidName().get();
    }
    return table.withoutRowid()
        ? table.key().stream()
            .map(Column::name)
            .map(Identifiers::quote)
            .collect(Collectors.joining(", ", " ORDER BY ", ""))
        : "";
  }

  /** The text as Python writes it. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> literal.append('\\').append((char) c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append((char) c);
              }
            });
    return literal.append('"').toString();
  }
}
