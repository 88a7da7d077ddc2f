package org.quarry.database.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlFunctions;
import org.quarry.database.filter.Condition.Comparison;
import org.quarry.database.schema.Column;

/**
 * Writes the SQL of a condition on one column. A number is compared as a number, also with numbers
 * that a column of texts holds; days and months as ranges of the texts that SQLite's date functions
 * write; everything else as text.
 */
final class ConditionSql {
  private final Predicate.Builder out;
  private final Column column;
  private final String name;

  ConditionSql(Predicate.Builder out, Column column) {
    this.out = out;
    this.column = column;
    name = Identifiers.quote(column.name());
  }

  void write(Condition condition) {
    switch (condition) {
      case Condition.Contains contains -> contains(contains);
      case Condition.Like(String pattern) -> out.sql(name + " LIKE ").value(pattern);
      case Condition.Compare(Comparison comparison, Operand operand) ->
          compare(comparison, operand);
      case Condition.Between(Operand low, Operand high) ->
          range(new End(low, true), new End(high, true));
      case Condition.OneOf oneOf -> oneOf(oneOf);
      case Condition.Matches(String pattern, boolean not) ->
          out.sql(name + (not ? " NOT" : "") + " REGEXP ").value(pattern);
      case Condition.IsNull(boolean not) -> out.sql(name + (not ? " IS NOT NULL" : " IS NULL"));
      case Condition.IsEmpty(boolean not) -> out.sql(name + (not ? " <> ''" : " = ''"));
      case Condition.Either(List<Condition> conditions) -> either(conditions);
    }
  }

  private void either(List<Condition> conditions) {
    String or = "(";
    for (Condition condition : conditions) {
      out.sql(or);
      write(condition);
      or = " OR ";
    }
    out.sql(")");
  }

  /** SQLite's LIKE knows the case of ASCII letters alone. */
  private void contains(Condition.Contains contains) {
    String text = contains.text();
    if (text.chars().allMatch(letter -> letter < 0x80)) {
      String escaped = text.replaceAll("([\\\\%_])", "\\\\$1");
      out.sql(name + (contains.not() ? " NOT LIKE " : " LIKE ")).value("%" + escaped + "%");
      if (!escaped.equals(text)) {
        out.sql(" ESCAPE '\\'");
      }
    } else {
      out.sql((contains.not() ? "NOT " : "") + SqlFunctions.CONTAINS + "(" + name + ", ");
      out.value(text).sql(")");
    }
  }

  private void compare(Comparison comparison, Operand operand) {
    switch (comparison) {
      case EQUAL, NOT_EQUAL -> equal(comparison, operand);
      case LESS -> range(End.OPEN, new End(operand, false));
      case AT_MOST -> range(End.OPEN, new End(operand, true));
      case GREATER -> range(new End(operand, false), End.OPEN);
      case AT_LEAST -> range(new End(operand, true), End.OPEN);
    }
  }

  private void equal(Comparison comparison, Operand operand) {
    List<Object> stored = stored(operand);
    if (stored.size() == 1) {
      out.sql(name + " " + comparison.sql() + " ").value(stored.getFirst());
    } else {
      in(stored, comparison == Comparison.NOT_EQUAL);
    }
  }

  private void oneOf(Condition.OneOf oneOf) {
    List<Object> stored = oneOf.values().stream().flatMap(each -> stored(each).stream()).toList();
    boolean not = oneOf.not();
    if (!oneOf.orNull()) {
      in(stored, not);
    } else if (stored.isEmpty() || not) {
      // NOT IN lets no NULL pass as it is.
      out.sql(name + (not ? " IS NOT NULL" : " IS NULL"));
      if (!stored.isEmpty()) {
        out.sql(" AND ");
        in(stored, true);
      }
    } else {
      out.sql("(" + name + " IS NULL OR ");
      in(stored, false);
      out.sql(")");
    }
  }

  private void in(List<Object> values, boolean not) {
    String sign = name + (not ? " NOT IN (" : " IN (");
    for (Object value : values) {
      out.sql(sign).value(value);
      sign = ", ";
    }
    out.sql(")");
  }

  /** How the column stores a value; one without affinity may store a number either way. */
  private List<Object> stored(Operand operand) {
    Optional<Number> number = operand.number();
    if (number.isEmpty() || column.affinity() == Column.Affinity.TEXT) {
      return List.of(operand.text());
    }
    if (column.affinity() == Column.Affinity.BLOB) {
      return operand.quoted() ? List.of(operand.text()) : List.of(number.get(), operand.text());
    }
    return List.of(number.get());
  }

  /** An end of a range; without an operand it is open. */
  private record End(@Nullable Operand operand, boolean included) {
    static final End OPEN = new End(null, true);

    String sign(String strict) {
      return included ? strict + "= " : strict + " ";
    }
  }

  private boolean numericAffinity() {
    return column.affinity() != Column.Affinity.TEXT && column.affinity() != Column.Affinity.BLOB;
  }

  private void range(End low, End high) {
    List<Operand> operands = new ArrayList<>();
    Stream.of(low, high)
        .forEach(
            end -> {
              if (end.operand() != null) {
                operands.add(end.operand());
              }
            });
    boolean plain = operands.stream().noneMatch(Operand::quoted) || numericAffinity();
    boolean numbers = plain && operands.stream().allMatch(each -> each.number().isPresent());
    boolean periods = operands.stream().allMatch(each -> each.period().isPresent());
    if (numbers && periods && !numericAffinity()) {
      out.sql("(");
      numbers(low, high);
      out.sql(" OR ");
      periods(low, high);
      out.sql(")");
    } else if (periods && (column.isTemporal() || !numbers)) {
      periods(low, high);
    } else if (numbers) {
      numbers(low, high);
    } else {
      texts(low, high);
    }
  }

  /**
   * The CAST lends a column of texts its numeric affinity, so that "9" is less than "10". Texts
   * that are no numbers stand after infinity.
   */
  private void numbers(End low, End high) {
    String open = numericAffinity() ? "" : "CAST(";
    String close = numericAffinity() ? "" : " AS NUMERIC)";
    if (low.operand() != null) {
      out.sql(name + " " + low.sign(">") + open);
      out.value(low.operand().number().orElseThrow()).sql(close + " AND ");
    }
    if (high.operand() != null) {
      out.sql(name + " " + high.sign("<") + open);
      out.value(high.operand().number().orElseThrow()).sql(close);
    } else {
      out.sql(name + " <= " + open + "9e999" + close);
    }
  }

  private void periods(End low, End high) {
    Period from = low.operand() == null ? null : low.operand().period().orElseThrow();
    Period to = high.operand() == null ? null : high.operand().period().orElseThrow();
    boolean timed = (from != null && from.timed()) || (to != null && to.timed());
    // With a time of day, the T that may stand between date and time counts.
    String text = timed ? "replace(" + name + ", 'T', ' ')" : name;
    out.sql(name + " GLOB '[0-9][0-9][0-9][0-9]-*'");
    if (from != null) {
      out.sql(" AND " + text + " >= ").value(low.included() ? from.start() : from.end());
    }
    if (to != null) {
      out.sql(" AND " + text + " < ").value(high.included() ? to.end() : to.start());
    }
  }

  private void texts(End low, End high) {
    if (low.operand() != null) {
      out.sql(name + " " + low.sign(">")).value(low.operand().text());
    } else {
      // Without it numbers pass, which SQLite orders before all texts.
      out.sql(name + " >= ''");
    }
    if (high.operand() != null) {
      out.sql(" AND " + name + " " + high.sign("<")).value(high.operand().text());
    }
  }
}
