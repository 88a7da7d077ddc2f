package org.quarry.database.filter;

import java.util.ArrayList;
import java.util.List;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlLiteral;

/**
 * A condition in SQL with values to bind.
 *
 * @param texts the SQL around the values, one piece more than values; a lone empty one lets every
 *     row pass
 * @param values Long, Double or String each
 */
public record Predicate(List<String> texts, List<Object> values) {
  /** Lets every row pass. */
  public static final Predicate ALL = new Predicate(List.of(""), List.of());

  /** Checks that the pieces fit. */
  public Predicate {
    texts = List.copyOf(texts);
    values = List.copyOf(values);
    if (texts.size() != values.size() + 1) {
      throw new IllegalArgumentException(texts.size() + " pieces around " + values.size());
    }
  }

  /** Whether every row passes. */
  public boolean isAll() {
    return values.isEmpty() && texts.getFirst().isEmpty();
  }

  /**
   * The SQL in a mapper to whose method this is given as a parameter.
   *
   * @param parameter the parameter's name
   */
  public String forMapper(String parameter) {
    StringBuilder sql = new StringBuilder(Identifiers.escapeForMapper(texts.getFirst()));
    for (int i = 0; i < values.size(); i++) {
      sql.append("#{").append(parameter).append(".values[").append(i).append("]}");
      sql.append(Identifiers.escapeForMapper(texts.get(i + 1)));
    }
    return sql.toString();
  }

  /** The SQL as a person reads it, the values as literals. */
  public String readable() {
    StringBuilder sql = new StringBuilder(texts.getFirst());
    for (int i = 0; i < values.size(); i++) {
      sql.append(SqlLiteral.of(values.get(i))).append(texts.get(i + 1));
    }
    return sql.toString();
  }

  /** Collects the pieces. */
  static final class Builder {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Builder sql(String piece) {
      text.append(piece);
      return this;
    }

    Builder value(Object value) {
      texts.add(text.toString());
      text.setLength(0);
      values.add(value);
      return this;
    }

    Predicate build() {
      List<String> all = new ArrayList<>(texts);
      all.add(text.toString());
      return new Predicate(all, values);
    }
  }
}
